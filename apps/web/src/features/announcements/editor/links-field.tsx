import { useRef } from 'react';
import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../../lib/use-form.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import type { LinkDraft } from './draft.ts';

type LinksFieldProps = { links: LinkDraft[]; onChange: (links: LinkDraft[]) => void; form: ReturnType<typeof useForm> };

/** Where more stands. */
export function LinksField({ links, onChange, form }: LinksFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const write = (index: number, part: Partial<LinkDraft>) =>
    onChange(links.map((other, place) => (place === index ? { ...other, ...part } : other)));
  const focus = (index: number) =>
    requestAnimationFrame(() =>
      (
        box.current?.querySelectorAll('li')[index]?.querySelector('input') ??
        box.current?.querySelector<HTMLElement>('.kern-fieldset__body > div button')
      )?.focus(),
    );
  return (
    <fieldset className="kern-fieldset" ref={box} id={form.idOf('links')}>
      <legend className="kern-label">
        Links <span className="kern-label__optional">freiwillig</span>
      </legend>
      <div className="kern-fieldset__body">
        <ul className="ann-linkfields">
          {links.map((link, index) => (
            <li key={index}>
              <TextInput
                id={form.idOf(`links.${index}.title`)}
                label={`Link ${index + 1}: Name`}
                maxLength={limits.title.max}
                value={link.title}
                error={form.wrong(`links.${index}.title`)}
                onChange={(event) => write(index, { title: event.target.value })}
              />
              <TextInput
                id={form.idOf(`links.${index}.url`)}
                label="Adresse"
                inputMode="url"
                placeholder="https://"
                maxLength={limits.url.max}
                value={link.url}
                error={form.wrong(`links.${index}.url`)}
                onChange={(event) => write(index, { url: event.target.value })}
              />
              <Button
                variant="quiet"
                icon="delete"
                aria-label={`Link ${index + 1} entfernen`}
                onClick={() => {
                  onChange(links.filter((_, place) => place !== index));
                  focus(Math.min(index, links.length - 2));
                }}
              >
                Entfernen
              </Button>
            </li>
          ))}
        </ul>
        {links.length < limits.announcement.links.max && (
          <div>
            <Button
              icon="add"
              onClick={() => {
                onChange([...links, { title: '', url: '' }]);
                focus(links.length);
              }}
            >
              Link hinzufügen
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}

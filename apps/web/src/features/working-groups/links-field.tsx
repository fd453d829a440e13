import { useRef } from 'react';
import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';

export type LinkDraft = { key: string; title: string; body: string; url: string };

type LinksFieldProps = { links: LinkDraft[]; onChange: (links: LinkDraft[]) => void; form: ReturnType<typeof useForm> };

/** Groups of other bodies that work at the same matter. */
export function LinksField({ links, onChange, form }: LinksFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const write = (link: LinkDraft, part: Partial<LinkDraft>) =>
    onChange(links.map((other) => (other === link ? { ...other, ...part } : other)));
  const focus = (index: number) =>
    requestAnimationFrame(() =>
      (
        box.current?.querySelectorAll('li')[index]?.querySelector('input') ??
        box.current?.querySelector<HTMLElement>('.kern-fieldset__body > button')
      )?.focus(),
    );
  return (
    <fieldset className="kern-fieldset" ref={box}>
      <legend className="kern-label">
        Gruppen anderer Stellen <span className="kern-label__optional">freiwillig</span>
      </legend>
      <div className="kern-fieldset__body">
        <ul className="wg-links">
          {links.map((link, index) => (
            <li key={link.key}>
              <TextInput
                id={form.idOf(`links.${index}.title`)}
                label={`Verweis ${index + 1}: Name der Gruppe`}
                maxLength={limits.title.max}
                value={link.title}
                error={form.wrong(`links.${index}.title`)}
                onChange={(event) => write(link, { title: event.target.value })}
              />
              <TextInput
                id={form.idOf(`links.${index}.body`)}
                label="Stelle"
                hint="Zum Beispiel der IT-Planungsrat"
                optional
                maxLength={limits.name.max}
                value={link.body}
                error={form.wrong(`links.${index}.body`)}
                onChange={(event) => write(link, { body: event.target.value })}
              />
              <TextInput
                id={form.idOf(`links.${index}.url`)}
                label="Adresse"
                inputMode="url"
                placeholder="https://"
                maxLength={limits.url.max}
                value={link.url}
                error={form.wrong(`links.${index}.url`)}
                onChange={(event) => write(link, { url: event.target.value })}
              />
              <Button
                variant="quiet"
                icon="delete"
                aria-label={`Verweis ${index + 1} entfernen`}
                onClick={() => {
                  onChange(links.filter((other) => other !== link));
                  focus(Math.min(index, links.length - 2));
                }}
              >
                Entfernen
              </Button>
            </li>
          ))}
        </ul>
        {links.length < 20 && (
          <Button
            icon="add"
            onClick={() => {
              onChange([...links, { key: crypto.randomUUID(), title: '', body: '', url: '' }]);
              focus(links.length);
            }}
          >
            Verweis hinzufügen
          </Button>
        )}
      </div>
    </fieldset>
  );
}

import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../lib/use-form.ts';
import { TextInput } from '../../ui/field.tsx';
import { RowsField } from '../../ui/rows-field.tsx';

export type LinkDraft = { key: string; title: string; body: string; url: string };

type LinksFieldProps = { links: LinkDraft[]; onChange: (links: LinkDraft[]) => void; form: ReturnType<typeof useForm> };

/** Groups of other bodies that work at the same matter. */
export function LinksField({ links, onChange, form }: LinksFieldProps) {
  return (
    <RowsField
      legend="Gruppen anderer Stellen"
      one="Verweis"
      add="Verweis hinzufügen"
      rows={links}
      onChange={onChange}
      blank={() => ({ key: crypto.randomUUID(), title: '', body: '', url: '' })}
      most={20}
      nameOf={(link) => link.title}
    >
      {(link, write, index) => (
        <>
          <TextInput
            id={form.idOf(`links.${index}.title`)}
            label="Name der Gruppe"
            maxLength={limits.title.max}
            value={link.title}
            error={form.wrong(`links.${index}.title`)}
            onChange={(event) => write({ title: event.target.value })}
          />
          <TextInput
            id={form.idOf(`links.${index}.body`)}
            label="Stelle"
            hint="Zum Beispiel der IT-Planungsrat"
            optional
            maxLength={limits.name.max}
            value={link.body}
            error={form.wrong(`links.${index}.body`)}
            onChange={(event) => write({ body: event.target.value })}
          />
          <TextInput
            id={form.idOf(`links.${index}.url`)}
            label="Adresse"
            inputMode="url"
            placeholder="https://"
            maxLength={limits.url.max}
            value={link.url}
            error={form.wrong(`links.${index}.url`)}
            onChange={(event) => write({ url: event.target.value })}
          />
        </>
      )}
    </RowsField>
  );
}

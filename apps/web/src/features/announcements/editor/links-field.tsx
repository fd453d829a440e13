import { limits } from '@kollab/contract/limits';
import type { useForm } from '../../../lib/use-form.ts';
import { TextInput } from '../../../ui/field.tsx';
import { RowsField } from '../../../ui/rows-field.tsx';
import type { LinkDraft } from './draft.ts';

type LinksFieldProps = { links: LinkDraft[]; onChange: (links: LinkDraft[]) => void; form: ReturnType<typeof useForm> };

/** Where more stands. Drafts are compared as they are saved, and there links have no keys: their place is one. */
export function LinksField({ links, onChange, form }: LinksFieldProps) {
  return (
    <RowsField
      id={form.idOf('links')}
      legend="Links"
      one="Link"
      add="Link hinzufügen"
      rows={links.map((link, place) => ({ ...link, key: String(place) }))}
      onChange={(rows) => onChange(rows.map(({ title, url }) => ({ title, url })))}
      blank={() => ({ key: '', title: '', url: '' })}
      most={limits.announcement.links.max}
      nameOf={(link) => link.title}
    >
      {(link, write, index) => (
        <>
          <TextInput
            id={form.idOf(`links.${index}.title`)}
            label="Name"
            maxLength={limits.title.max}
            value={link.title}
            error={form.wrong(`links.${index}.title`)}
            onChange={(event) => write({ title: event.target.value })}
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

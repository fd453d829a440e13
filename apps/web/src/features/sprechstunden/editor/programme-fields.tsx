import { limits } from '@kollab/contract/limits';
import type { SprechstundeLinkKind } from '@kollab/contract';
import { sprechstundeLinkKinds } from '@kollab/contract/vocabulary';
import { formatTime } from '../../../lib/dates.ts';
import type { useForm } from '../../../lib/use-form.ts';
import { Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { OrganisationField } from '../../organisations/index.ts';
import { linkWords } from '../words.ts';
import { newItem, newLink, newSpeaker, type ItemDraft, type ProgrammeDraft } from './programme-draft.ts';
import { RowsField } from '../../../ui/rows-field.tsx';

type Props = { draft: ProgrammeDraft; change: (part: Partial<ProgrammeDraft>) => void; form: ReturnType<typeof useForm> };
const minute = 60_000;

export function AgendaField({ draft, change, form, startsAt }: Props & { startsAt: string }) {
  const start = (index: number): string =>
    formatTime(Date.parse(startsAt) + draft.agenda.slice(0, index).reduce((sum, item) => sum + (Number(item.minutes) || 0), 0) * minute);
  return (
    <RowsField
      legend="Ablauf"
      hint="Was nacheinander geschieht. Die Uhrzeiten ergeben sich aus den Dauern."
      one="Punkt"
      add="Punkt hinzufügen"
      rows={draft.agenda}
      onChange={(agenda) => change({ agenda })}
      blank={newItem}
      most={50}
      nameOf={(item) => item.title}
    >
      {(item, write, index) => {
        const path = `agenda.${index}`;
        return (
          <>
            <div className="spr-rows__wide">
              <TextInput
                id={form.idOf(`${path}.title`)}
                label={`${start(index)} Uhr: Titel`}
                {...(item.wished && { hint: 'Aus einem Themenwunsch. Entfernen Sie den Punkt, ist der Wunsch wieder offen.' })}
                maxLength={limits.title.max}
                value={item.title}
                error={form.wrong(`${path}.title`)}
                onChange={(event) => write({ title: event.target.value })}
              />
              <TextInput
                id={form.idOf(`${path}.minutes`)}
                label="Minuten"
                inputMode="numeric"
                maxLength={4}
                value={item.minutes}
                error={form.wrong(`${path}.minutes`)}
                onChange={(event) => write({ minutes: event.target.value })}
              />
            </div>
            <TextArea
              id={form.idOf(`${path}.description`)}
              label="Beschreibung"
              optional
              rows={2}
              maxLength={2_000}
              value={item.description}
              error={form.wrong(`${path}.description`)}
              onChange={(event) => write({ description: event.target.value })}
            />
          </>
        );
      }}
    </RowsField>
  );
}

type ItemSelectProps = { agenda: readonly ItemDraft[]; value: string; onChange: (key: string) => void };

/** To which item of the agenda it belongs. */
function ItemSelect({ agenda, value, onChange }: ItemSelectProps) {
  return (
    <Select
      label="Bei welchem Punkt?"
      value={agenda.some(({ key }) => key === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">In der ganzen Veranstaltung</option>
      {agenda.map(({ key, title }, index) => (
        <option key={key} value={key}>
          {index + 1}. {title || 'ohne Titel'}
        </option>
      ))}
    </Select>
  );
}

export function SpeakersField({ draft, change, form }: Props) {
  return (
    <RowsField
      legend="Vortragende"
      one="Person"
      add="Person hinzufügen"
      rows={draft.speakers}
      onChange={(speakers) => change({ speakers })}
      blank={newSpeaker}
      most={50}
      nameOf={(speaker) => speaker.name}
    >
      {(speaker, write, index) => {
        const path = `speakers.${index}`;
        return (
          <>
            <div className="spr-rows__pair">
              <TextInput
                id={form.idOf(`${path}.name`)}
                label="Name"
                maxLength={limits.name.max}
                autoComplete="off"
                value={speaker.name}
                error={form.wrong(`${path}.name`)}
                onChange={(event) => write({ name: event.target.value })}
              />
              <TextInput
                id={form.idOf(`${path}.function`)}
                label="Funktion"
                optional
                maxLength={limits.name.max}
                autoComplete="off"
                value={speaker.does}
                error={form.wrong(`${path}.function`)}
                onChange={(event) => write({ does: event.target.value })}
              />
            </div>
            <OrganisationField
              label="Verwaltung oder Stelle"
              hint="Leer, wenn sie nicht auf der Plattform ist"
              optional
              known={speaker.organisation}
              value={speaker.organisation?.id ?? null}
              onChange={(_, one) => write({ organisation: one && { id: one.id, title: one.title, name: one.name } })}
            />
            {!speaker.organisation && (
              <TextInput
                id={form.idOf(`${path}.organisationName`)}
                label="Name der Stelle außerhalb"
                optional
                maxLength={limits.title.max}
                value={speaker.organisationName}
                error={form.wrong(`${path}.organisationName`)}
                onChange={(event) => write({ organisationName: event.target.value })}
              />
            )}
            <ItemSelect agenda={draft.agenda} value={speaker.item} onChange={(item) => write({ item })} />
          </>
        );
      }}
    </RowsField>
  );
}

export function LinksField({ draft, change, form }: Props) {
  return (
    <RowsField
      legend="Unterlagen und Aufzeichnung"
      hint="Als Verweise, zum Beispiel auf Folien oder eine Aufzeichnung."
      one="Verweis"
      add="Verweis hinzufügen"
      rows={draft.links}
      onChange={(links) => change({ links })}
      blank={newLink}
      most={50}
      nameOf={(link) => link.title}
    >
      {(link, write, index) => {
        const path = `links.${index}`;
        return (
          <>
            <Select label="Was ist es?" value={link.kind} onChange={(event) => write({ kind: event.target.value as SprechstundeLinkKind })}>
              {sprechstundeLinkKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {linkWords[kind]}
                </option>
              ))}
            </Select>
            <TextInput
              id={form.idOf(`${path}.title`)}
              label="Name"
              maxLength={limits.title.max}
              value={link.title}
              error={form.wrong(`${path}.title`)}
              onChange={(event) => write({ title: event.target.value })}
            />
            <TextInput
              id={form.idOf(`${path}.url`)}
              label="Adresse"
              inputMode="url"
              placeholder="https://"
              maxLength={limits.url.max}
              value={link.url}
              error={form.wrong(`${path}.url`)}
              onChange={(event) => write({ url: event.target.value })}
            />
            <ItemSelect agenda={draft.agenda} value={link.item} onChange={(item) => write({ item })} />
          </>
        );
      }}
    </RowsField>
  );
}

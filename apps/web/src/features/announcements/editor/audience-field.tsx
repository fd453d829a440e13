import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { skipToken, useQuery } from '@apollo/client/react';
import type { OrganisationKind } from '../../../generated/schema.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Combobox, type Choice } from '../../../ui/combobox.tsx';
import { FieldError, Select } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { FindOrganisationsDocument, OrganisationMapDocument } from '../../organisations/documents.generated.ts';
import { kindsInWords, rolesInWords, runsOf, without, type Part, type ReadingRole } from './audience-words.ts';
import { AudienceGroupsDocument } from './documents.generated.ts';
import type { AudienceDraft } from './draft.ts';

type AudienceFieldProps = {
  id: string;
  value: AudienceDraft;
  /** Told as a change of what stands there then: two conditions may be chosen quickly. */
  onChange: (part: (now: AudienceDraft) => AudienceDraft) => void;
  error?: string | undefined;
};

type Field = keyof AudienceDraft;
const fields: readonly { value: Field; label: string; search: string }[] = [
  { value: 'kinds', label: 'Art der Verwaltung', search: 'Welche Art?' },
  { value: 'kreise', label: 'Alles in einem Landkreis', search: 'Welcher Landkreis?' },
  { value: 'organisations', label: 'Einzelne Verwaltung oder Stelle', search: 'Welche Stelle?' },
  { value: 'groups', label: 'Arbeitsgruppe', search: 'Welche Arbeitsgruppe?' },
  { value: 'roles', label: 'Nur eine Rolle', search: 'Welche Rolle?' },
  { value: 'except', label: 'Ausnahme', search: 'Wer bekommt es nicht?' },
];

/** Conditions as chips, read as a sentence; more are added below by typing or choosing. */
export function AudienceField({ id, value, onChange, error }: AudienceFieldProps) {
  const label = useId();
  const [adding, add] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const runs = runsOf(value);
  return (
    <div className="ann-audience" role="group" aria-labelledby={label} aria-describedby={error ? `${id}-error` : undefined}>
      <p className="kern-label" id={label}>
        Wer soll das bekommen?
      </p>
      <div className="ann-tokens">
        <ul role="list">
          {runs.flatMap(({ field, before, joined, parts }) =>
            parts.map((part, index) => (
              <li key={`${field} ${part.value}`}>
                {(index === 0 ? before : joined) && <span className="ui-meta">{index === 0 ? before : joined}</span>}
                <Chip part={part} onRemove={() => onChange((now) => without(now, part))} />
              </li>
            )),
          )}
        </ul>
        {!adding && (
          <TextButton ref={more} id={id} icon="add" aria-describedby={error ? `${id}-error` : undefined} onClick={() => add(true)}>
            Bedingung
          </TextButton>
        )}
      </div>
      {adding && (
        <Adder
          id={id}
          value={value}
          onAdd={(part) => {
            onChange((now) => withPart(now, part));
            announce(`${part.label} hinzugefügt`);
          }}
          onClose={() => {
            add(false);
            requestAnimationFrame(() => more.current?.focus());
          }}
        />
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function Chip({ part: { label }, onRemove }: { part: Part; onRemove: () => void }) {
  return (
    <span className="ann-token">
      {label}
      <button type="button" aria-label={`${label} entfernen`} onClick={onRemove}>
        <Icon name="close" size="small" />
      </button>
    </span>
  );
}

function withPart(audience: AudienceDraft, { field, value, label }: Part): AudienceDraft {
  if (valuesOf(audience, field).includes(value)) return audience;
  return field === 'kinds' || field === 'roles'
    ? { ...audience, [field]: [...audience[field], value] }
    : { ...audience, [field]: [...audience[field], { id: value, name: label }] };
}
const valuesOf = (audience: AudienceDraft, field: Field): string[] =>
  (audience[field] as readonly (string | { id: string })[]).map((one) => (typeof one === 'string' ? one : one.id));

type AdderProps = { id: string; value: AudienceDraft; onAdd: (part: Part) => void; onClose: () => void };

function Adder({ id, value, onAdd, onClose }: AdderProps) {
  const [field, choose] = useState<Field>(value.kinds.length + value.kreise.length === 0 ? 'kinds' : 'roles');
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  return (
    <div
      className="ann-adder"
      onKeyDown={(event) => {
        // The list of the field closes first.
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Select ref={select} id={id} label="Bedingung" value={field} onChange={(event) => choose(event.target.value as Field)}>
        {fields.map(({ value: one, label }) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </Select>
      <Offered key={field} field={field} taken={valuesOf(value, field)} onAdd={onAdd} />
      <TextButton icon="check" onClick={onClose}>
        Fertig
      </TextButton>
    </div>
  );
}

const choiceOf = ([id, label]: [string, string]): Choice => ({ id, label });
const kindChoices = (Object.entries(kindsInWords) as [OrganisationKind, string][]).map(choiceOf);
const roleChoices = (Object.entries(rolesInWords) as [ReadingRole, string][]).map(choiceOf);

type OfferedProps = { field: Field; taken: readonly string[]; onAdd: (part: Part) => void };

/** What can be chosen for one kind of condition: a few that are known, or all that are found while one types. */
function Offered({ field, taken, onAdd }: OfferedProps) {
  const [typed, type] = useState('');
  // Taken for a moment and given up again: then the field is empty for the next one.
  const [picked, pick] = useState<string | null>(null);
  const text = useDeferredValue(typed.trim());
  const looksUp = field === 'organisations' || field === 'except';
  const kreise = useQuery(OrganisationMapDocument, field === 'kreise' ? {} : skipToken);
  const organisations = useQuery(FindOrganisationsDocument, looksUp ? { variables: { filter: { text } } } : skipToken);
  const groups = useQuery(AudienceGroupsDocument, field === 'groups' ? { variables: { filter: { text } } } : skipToken);
  const choices: Choice[] =
    field === 'kinds'
      ? kindChoices
      : field === 'roles'
        ? roleChoices
        : field === 'kreise'
          ? (kreise.data?.organisations.nodes ?? [])
              .filter(({ kind }) => kind === 'LANDKREIS')
              .map(({ id, title }) => ({ id, label: title }))
          : field === 'groups'
            ? ((groups.data ?? groups.previousData)?.workingGroups.nodes ?? []).map(({ id, number, name }) => ({
                id,
                label: number ? `AG ${number} ${name}` : name,
              }))
            : ((organisations.data ?? organisations.previousData)?.organisations.nodes ?? []).map(({ id, title }) => ({
                id,
                label: title,
              }));
  const offered = choices.filter(({ id }) => !taken.includes(id));
  return (
    <Combobox
      {...((looksUp || field === 'groups') && { onSearch: type })}
      label={fields.find(({ value }) => value === field)?.search ?? ''}
      choices={offered}
      value={picked}
      onChange={(id) => {
        const chosen = offered.find((choice) => choice.id === id);
        if (!chosen) return;
        pick(id);
        requestAnimationFrame(() => pick(null));
        onAdd({ field, value: chosen.id, label: chosen.label });
      }}
      empty="Nichts gefunden"
    />
  );
}

import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../../ui/combobox.tsx';
import { NewsletterAnnouncementsDocument, NewsletterEntriesDocument } from './documents.generated.ts';

type LookupProps = {
  id: string;
  value: string | null;
  /** Of what `value` means. */
  name: string;
  onChange: (id: string | null, name: string) => void;
  error?: string | undefined;
};
type Choice = { id: string; label: string };

/** What is to be looked for: with the chosen name in the field, nothing else would be found. */
function useTyped(value: string | null, name: string): [string, (typed: string) => void] {
  const [typed, type] = useState('');
  return [useDeferredValue(value !== null && typed === name ? '' : typed.trim().slice(0, 160)), type];
}

type ChoicesProps = LookupProps & { label: string; hint: string; empty: string; found: Choice[]; onSearch: (typed: string) => void };

/** Looked up while one types. What is chosen stays among the choices, whatever is typed next. */
function Choices({ value, name, onChange, found, ...rest }: ChoicesProps) {
  const all = value !== null && name && !found.some(({ id }) => id === value) ? [{ id: value, label: name }, ...found] : found;
  return <Combobox {...rest} value={value} choices={all} onChange={(id) => onChange(id, all.find((one) => one.id === id)?.label ?? '')} />;
}

/** One entry of the FAQ. */
export function EntryField(props: LookupProps) {
  const [text, type] = useTyped(props.value, props.name);
  const { data, previousData } = useQuery(NewsletterEntriesDocument, { variables: { filter: { text: text || null } } });
  const found = ((data ?? previousData)?.faqEntries.nodes ?? []).map((entry) => ({ id: entry.id, label: entry.question }));
  const hint = 'Frage und Antwort sind danach ohne Anmeldung zu lesen.';
  return <Choices {...props} label="Frage" hint={hint} empty="Keine Frage gefunden" found={found} onSearch={type} />;
}

/** One announcement that everybody may read. */
export function AnnouncementField(props: LookupProps) {
  const [text, type] = useTyped(props.value, props.name);
  const { data, previousData } = useQuery(NewsletterAnnouncementsDocument, {
    variables: { filter: { text: text || null, scope: 'OFFICE', classification: 'OFFEN' } },
  });
  const found = ((data ?? previousData)?.announcements.nodes ?? []).map(({ id, title }) => ({ id, label: title }));
  const hint = 'Zur Wahl stehen veröffentlichte, die offen sind und noch gelten. Ihr Text ist danach ohne Anmeldung zu lesen.';
  return <Choices {...props} label="Mitteilung" hint={hint} empty="Keine offene Mitteilung gefunden" found={found} onSearch={type} />;
}

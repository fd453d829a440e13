import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../../ui/combobox.tsx';
import { NewsletterEntriesDocument } from './documents.generated.ts';

type EntryFieldProps = {
  id: string;
  value: string | null;
  /** Of the entry that `value` means. */
  question: string;
  onChange: (id: string | null, question: string) => void;
  error?: string | undefined;
};

/** One entry of the FAQ, looked up while one types. What is chosen stays among the choices, whatever is typed next. */
export function EntryField({ value, question, onChange, ...rest }: EntryFieldProps) {
  const [typed, type] = useState('');
  // With the chosen question in the field, nothing else would be found.
  const text = useDeferredValue(value !== null && typed === question ? '' : typed.trim().slice(0, 160));
  const { data, previousData } = useQuery(NewsletterEntriesDocument, { variables: { filter: { text: text || null } } });
  const found = ((data ?? previousData)?.faqEntries.nodes ?? []).map((entry) => ({ id: entry.id, label: entry.question }));
  const all = value !== null && question && !found.some(({ id }) => id === value) ? [{ id: value, label: question }, ...found] : found;
  return (
    <Combobox
      {...rest}
      label="Frage"
      hint="Frage und Antwort sind danach ohne Anmeldung zu lesen."
      value={value}
      choices={all}
      onSearch={type}
      onChange={(id) => onChange(id, all.find((entry) => entry.id === id)?.label ?? '')}
      empty="Keine Frage gefunden"
    />
  );
}

import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../ui/combobox.tsx';
import { FindDeputiesDocument, type FindDeputiesQuery } from './documents.generated.ts';

type Person = FindDeputiesQuery['deputyCandidates']['nodes'][number];
interface DeputyFieldProps {
  id: string;
  value: Person | null;
  onChange: (person: Person | null) => void;
  error: string | undefined;
}

/** A colleague, looked up while one types. Who is chosen stays among the choices, whatever is typed next. */
export function DeputyField({ id, value, onChange, error }: DeputyFieldProps) {
  const [typed, type] = useState('');
  // With the chosen name in the field, nobody else would be found.
  const text = useDeferredValue(value && typed === value.name ? '' : typed.trim());
  const { data, previousData } = useQuery(FindDeputiesDocument, { variables: { text } });
  const found = (data ?? previousData)?.deputyCandidates.nodes ?? [];
  const all = value && !found.some((person) => person.id === value.id) ? [value, ...found] : found;
  return (
    <Combobox
      id={id}
      label="Vertretung"
      hint="Jemand aus Ihrer Verwaltung. Die ersten Buchstaben des Namens genügen."
      optional
      value={value?.id ?? null}
      choices={all.map((person) => ({ id: person.id, label: person.name }))}
      onSearch={type}
      error={error}
      empty="Niemand gefunden"
      onChange={(chosen) => onChange(all.find((person) => person.id === chosen) ?? null)}
    />
  );
}

import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../ui/combobox.tsx';
import { FindOfficesDocument, type FindOfficesQuery } from './documents.generated.ts';

type Office = FindOfficesQuery['organisations']['nodes'][number];
type OfficeFieldProps = {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  hint?: string;
  error?: string | undefined;
  id?: string;
};

const choice = ({ id, title, name }: Office) => ({ id, label: title, ...(title.includes(name) ? {} : { detail: name }) });

/** Who is to answer, looked up while one types. What is chosen stays among the choices, whatever is typed next. */
export function OfficeField({ value, onChange, ...rest }: OfficeFieldProps) {
  const [typed, type] = useState('');
  const [chosen, keep] = useState<Office | null>(null);
  const text = useDeferredValue(chosen && typed === chosen.title ? '' : typed.trim());
  const { data, previousData } = useQuery(FindOfficesDocument, { variables: { text } });
  const found = (data ?? previousData)?.organisations.nodes ?? [];
  const all = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Combobox
      {...rest}
      value={value}
      choices={all.map(choice)}
      onSearch={type}
      onChange={(id) => {
        keep(all.find((office) => office.id === id) ?? null);
        onChange(id);
      }}
      empty="Keine Stelle gefunden"
    />
  );
}

import { useDeferredValue, useState, type ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../ui/combobox.tsx';
import {
  FindOrganisationsDocument,
  type FindOrganisationsQuery,
  type FindOrganisationsQueryVariables,
} from './arrival/documents.generated.ts';

type Found = FindOrganisationsQuery['organisations']['nodes'][number];
type OrganisationFieldProps = {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  kinds?: NonNullable<FindOrganisationsQueryVariables['filter']['kinds']>;
};

const choice = ({ id, title, name }: Found) => ({ id, label: title, ...(title.includes(name) ? {} : { detail: name }) });

/** One of all organisations, looked up while one types. What is chosen stays among the choices, whatever is typed next. */
export function OrganisationField({ value, onChange, kinds, ...rest }: OrganisationFieldProps) {
  const [typed, type] = useState('');
  const [chosen, keep] = useState<Found | null>(null);
  // With the chosen name in the field, nothing else would be found.
  const text = useDeferredValue(chosen && typed === chosen.title ? '' : typed.trim());
  const { data, previousData } = useQuery(FindOrganisationsDocument, { variables: { filter: { text, ...(kinds && { kinds }) } } });
  const found = (data ?? previousData)?.organisations.nodes ?? [];
  const all = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Combobox
      {...rest}
      value={value}
      choices={all.map(choice)}
      onSearch={type}
      onChange={(id) => {
        keep(all.find((organisation) => organisation.id === id) ?? null);
        onChange(id);
      }}
      empty="Keine Verwaltung gefunden"
    />
  );
}

import { useDeferredValue, useState, type ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../ui/combobox.tsx';
import { FindOrganisationsDocument, type FindOrganisationsQuery, type FindOrganisationsQueryVariables } from './documents.generated.ts';

type Found = FindOrganisationsQuery['organisations']['nodes'][number];
type Named = Pick<Found, 'id' | 'title' | 'name'>;
type OrganisationFieldProps = {
  label: string;
  value: string | null;
  onChange: (id: string | null, organisation: Named | null) => void;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  optional?: boolean;
  /** The one that `value` means, where it was chosen before. */
  known?: Named | null;
  kinds?: NonNullable<FindOrganisationsQueryVariables['filter']['kinds']>;
};

const choice = ({ id, title, name }: Named) => ({ id, label: title, ...(title.includes(name) ? {} : { detail: name }) });

/** One of all organisations, looked up while one types. What is chosen stays among the choices, whatever is typed next. */
export function OrganisationField({ value, onChange, kinds, known = null, ...rest }: OrganisationFieldProps) {
  const [typed, type] = useState('');
  const [picked, keep] = useState<Named | null>(null);
  const chosen = picked?.id === value ? picked : known?.id === value ? known : null;
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
        const one = all.find((organisation) => organisation.id === id) ?? null;
        keep(one);
        onChange(id, one);
      }}
      empty="Keine Stelle gefunden"
    />
  );
}

import { useDeferredValue, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Combobox } from '../../ui/combobox.tsx';
import { OrganisationChoicesDocument } from './documents.generated.ts';

type OrganisationChoiceProps = {
  id: string;
  label: string;
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
};

/** Type and choose one of the 247 bodies and the others; looked up on the server. */
export function OrganisationChoice({ id, label, value, error, onChange }: OrganisationChoiceProps) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, previousData } = useQuery(OrganisationChoicesDocument, { variables: { text: search || null } });
  const organisations = (data ?? previousData)?.organisations.nodes ?? [];
  return (
    <Combobox
      id={id}
      label={label}
      hint="Die ersten Buchstaben genügen."
      choices={organisations.map((organisation) => ({ id: organisation.id, label: organisation.title, detail: organisation.code }))}
      value={value}
      error={error}
      onSearch={setText}
      onChange={onChange}
    />
  );
}

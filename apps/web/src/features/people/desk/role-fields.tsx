import { limits } from '@kollab/contract/limits';
import { organisationRoles, type OrganisationRole } from '@kollab/contract/vocabulary';
import { RadioGroup } from '../../../ui/choice.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { organisationRoleHints, organisationRoleWords } from '../words.ts';

export const roleFieldWords = {
  role: 'Wählen Sie eine Rolle.',
  function: `Die Funktion hat höchstens ${limits.name.max} Zeichen.`,
};
export type RoleValue = { role: OrganisationRole; function: string };

const options = organisationRoles.map((value) => ({ value, label: organisationRoleWords[value], hint: organisationRoleHints[value] }));

type RoleFieldsProps = {
  value: RoleValue;
  onChange: (value: RoleValue) => void;
  idOf: (field: string) => string;
  wrong: (field: string) => string | undefined;
};

/** What somebody is in the organisation, and what they do there. */
export function RoleFields({ value, onChange, idOf, wrong }: RoleFieldsProps) {
  return (
    <>
      <RadioGroup
        id={idOf('role')}
        legend="Rolle"
        options={options}
        value={value.role}
        error={wrong('role')}
        onChange={(role) => onChange({ ...value, role })}
      />
      <TextInput
        id={idOf('function')}
        label="Funktion"
        hint="Sie steht bei jedem Beitrag. Zum Beispiel: Fachbereich IT"
        optional
        value={value.function}
        maxLength={limits.name.max}
        error={wrong('function')}
        onChange={(event) => onChange({ ...value, function: event.target.value })}
      />
    </>
  );
}

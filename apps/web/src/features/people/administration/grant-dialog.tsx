import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { globalRoles, type GlobalRole } from '@kollab/contract/vocabulary';
import { useForm } from '../../../lib/use-form.ts';
import { RadioGroup } from '../../../ui/choice.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { GrantGlobalRoleDocument } from './documents.generated.ts';
import { OrganisationField } from '../../organisations/index.ts';
import { globalRoleHints, globalRoleWords } from '../words.ts';
import type { Administered } from './administered.ts';

const words = { role: 'Wählen Sie eine Rolle.', organisationId: 'Wählen Sie das Ressort, für das die Person spricht.' };
const options = globalRoles.map((value) => ({ value, label: globalRoleWords[value], hint: globalRoleHints[value] }));

/** An expert speaks for a Ressort; all other roles are for the whole Land. */
export function GrantDialog({ person, onClose }: { person: Administered; onClose: () => void }) {
  const toast = useToast();
  const [role, choose] = useState<GlobalRole | null>(null);
  const [organisationId, name] = useState<string | null>(null);
  const [grant] = useMutation(GrantGlobalRoleDocument);
  const form = useForm('rolle', words);
  const expert = role === 'LAND_EXPERT';
  const send = async () => {
    // An empty id is no id: the field says what is missing.
    const value = { personId: person.id, role, organisationId: expert ? (organisationId ?? '') : null };
    const sent = await form.send('grantGlobalRole', value, () =>
      role ? grant({ variables: { ...value, role } }) : Promise.reject(new Error('no role')),
    );
    if (!sent.ok || !role) return;
    toast({ text: `${person.name} hat jetzt die Rolle ${globalRoleWords[role]}.` });
    onClose();
  };
  return (
    <FormDialog title={`${person.name} eine Rolle geben`} confirm="Rolle geben" form={form} onClose={onClose} onSend={send}>
      <RadioGroup id={form.idOf('role')} legend="Rolle" options={options} value={role} error={form.wrong('role')} onChange={choose} />
      {expert && (
        <OrganisationField
          id={form.idOf('organisationId')}
          label="Ressort"
          kinds={['LAND_MINISTRY', 'LAND_AUTHORITY']}
          value={organisationId}
          onChange={name}
          error={form.wrong('organisationId')}
        />
      )}
    </FormDialog>
  );
}

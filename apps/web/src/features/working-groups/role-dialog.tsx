import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { groupRoles, type GroupRole } from '@kollab/contract/vocabulary';
import { useForm } from '../../lib/use-form.ts';
import { RadioGroup } from '../../ui/choice.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ChangeGroupRoleDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import type { Member } from './member-row.tsx';
import { roleHints, roleWords } from './words.ts';

export const untilWords = 'Ein Gast braucht einen letzten Tag, der noch nicht vorbei ist.';
/** Noon in Berlin or near it: the server makes it the end of that day. */
export const instantOf = (role: GroupRole, day: string | null): string | null => (role === 'GUEST' && day ? `${day}T11:00:00.000Z` : null);

/** The roles that may be given here. */
export const roleOptions = (group: Group) =>
  groupRoles
    .filter((role) => role !== 'LEAD' || group.viewerCan.nameLead)
    .map((value) => ({ value, label: roleWords[value], hint: roleHints[value] }));

const words = { until: untilWords, role: 'Wählen Sie eine Rolle.' };
const seen = { refetchQueries: ['WorkingGroupMembers', 'WorkingGroup'] };

export function RoleDialog({ group, member, onClose }: { group: Group; member: Member; onClose: () => void }) {
  const toast = useToast();
  const [role, choose] = useState<GroupRole>(member.role);
  const [day, setDay] = useState<string | null>(member.until?.slice(0, 10) ?? null);
  const [change] = useMutation(ChangeGroupRoleDocument, seen);
  const form = useForm('rolle', words);
  const send = async () => {
    const variables = { membershipId: member.id, role, until: instantOf(role, day) };
    const sent = await form.send('changeGroupRole', variables, () => change({ variables }));
    if (!sent.ok) return;
    toast({ text: `${member.person.name}: jetzt ${roleWords[role]}.` });
    onClose();
  };
  return (
    <FormDialog title={`Rolle von ${member.person.name}`} confirm="Rolle ändern" form={form} onClose={onClose} onSend={send}>
      <RadioGroup
        id={form.idOf('role')}
        legend="Rolle"
        options={roleOptions(group)}
        value={role}
        error={form.wrong('role')}
        onChange={choose}
      />
      {role === 'GUEST' && (
        <DateField id={form.idOf('until')} label="Letzter Tag" value={day} error={form.wrong('until')} onChange={setDay} />
      )}
    </FormDialog>
  );
}

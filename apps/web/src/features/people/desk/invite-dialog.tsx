import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../../lib/use-form.ts';
import { TextInput } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { InviteColleagueDocument } from './documents.generated.ts';
import { RoleFields, roleFieldWords, type RoleValue } from './role-fields.tsx';

const words = { ...roleFieldWords, email: 'Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel vorname.name@stadt.de.' };

/** Sends somebody a link that works once, for their address only. */
export function InviteDialog({ desk, onClose }: { desk: { id: string; title: string }; onClose: () => void }) {
  const toast = useToast();
  const [email, write] = useState('');
  const [value, choose] = useState<RoleValue>({ role: 'MEMBER', function: '' });
  const [invite] = useMutation(InviteColleagueDocument, { refetchQueries: ['DeskInvitations'] });
  const form = useForm('einladen', words);
  const send = async () => {
    const input = { organisationId: desk.id, email, ...value };
    const sent = await form.send('inviteColleague', input, () => invite({ variables: { input } }));
    if (!sent.ok) return;
    toast({ text: `Die Einladung an ${email.trim()} ist unterwegs.` });
    onClose();
  };
  return (
    <FormDialog title={`Zu ${desk.title} einladen`} confirm="Einladung senden" form={form} onClose={onClose} onSend={send}>
      <p>Die Person bekommt eine E-Mail mit einem Link. Er gilt {limits.invitationDays} Tage, einmal und nur für diese Adresse.</p>
      <TextInput
        id={form.idOf('email')}
        label="E-Mail-Adresse"
        type="email"
        autoComplete="off"
        value={email}
        maxLength={limits.email.max}
        error={form.wrong('email')}
        onChange={(event) => write(event.target.value)}
      />
      <RoleFields value={value} onChange={choose} idOf={form.idOf} wrong={form.wrong} />
    </FormDialog>
  );
}

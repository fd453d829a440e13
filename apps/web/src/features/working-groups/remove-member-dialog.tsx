import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RemoveMemberDocument } from './documents.generated.ts';

const words = { reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.` };
const seen = { refetchQueries: ['WorkingGroupMembers', 'WorkingGroup', 'GroupBesetzung', 'GroupWaiting'] };

type RemoveMemberProps = { membershipId: string; name: string; title: string; confirm: string; onClose: () => void };

/** Ends a seat, or withdraws an invitation that waits for its answer. The person learns the reason. */
export function RemoveMemberDialog({ membershipId, name, title, confirm, onClose }: RemoveMemberProps) {
  const toast = useToast();
  const [reason, write] = useState('');
  const [remove] = useMutation(RemoveMemberDocument, seen);
  const form = useForm('entfernen', words);
  const send = async () => {
    const variables = { membershipId, reason };
    const sent = await form.send('removeMember', variables, () => remove({ variables }));
    if (!sent.ok) return;
    toast({ text: `${name} gehört der Arbeitsgruppe nicht mehr an.` });
    onClose();
  };
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      danger
      busy={form.busy}
      errors={form.errors}
      problem={form.problem}
      onClose={onClose}
      onSend={() => void send()}
    >
      <p>Die Beiträge von {name} bleiben stehen. Der Schritt wird protokolliert.</p>
      <TextArea
        id={form.idOf('reason')}
        label="Begründung"
        hint="Die Person liest sie."
        rows={3}
        value={reason}
        maxLength={limits.sentence.max}
        error={form.wrong('reason')}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}

import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { DeclineRequestDocument, RevertDeclineDocument } from './documents.generated.ts';
import { seenRequests as seen, type RequestProps } from './seen-requests.ts';

const words = { reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.` };

/** The lead declines with a reason, and can take it back for some seconds, later from the members' page. */
export function DeclineDialog({ membershipId, name, onClose }: RequestProps & { onClose: () => void }) {
  const toast = useToast();
  const [reason, write] = useState('');
  const [decline] = useMutation(DeclineRequestDocument, seen);
  const [revert] = useMutation(RevertDeclineDocument, seen);
  const { run } = useDeed();
  const form = useForm('ablehnen', words);
  const send = async () => {
    const variables = { membershipId, reason };
    const sent = await form.send('declineRequest', variables, () => decline({ variables }));
    if (!sent.ok) return;
    onClose();
    toast({
      text: `Die Anfrage von ${name} ist abgelehnt.`,
      undo: { run: () => void run(() => revert({ variables: { membershipId } })) },
    });
  };
  return (
    <FormDialog
      title="Anfrage ablehnen"
      confirm="Anfrage ablehnen"
      busy={form.busy}
      errors={form.errors}
      problem={form.problem}
      onClose={onClose}
      onSend={() => void send()}
    >
      <p>{name}</p>
      <TextArea
        id={form.idOf('reason')}
        label="Begründung"
        hint="Die anfragende Person liest sie."
        rows={3}
        value={reason}
        maxLength={limits.sentence.max}
        error={form.wrong('reason')}
        onChange={(event) => write(event.target.value)}
      />
    </FormDialog>
  );
}

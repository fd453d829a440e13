import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { useForm } from '../../lib/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { ReadWithReasonDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { groupTitle } from './words.ts';

const words = { reason: `Bitte begründen Sie mit einem Satz, höchstens ${limits.sentence.max} Zeichen.` };

/** LAND_ADMIN reads a closed group only with a reason, for some hours. */
export function ReadWithReason({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  const [reason, write] = useState('');
  const [read] = useMutation(ReadWithReasonDocument);
  const form = useForm('lesen', words);
  const send = async () => {
    const variables = { groupId: group.id, reason };
    const sent = await form.send('readWithReason', variables, () => read({ variables }));
    if (sent.ok) setOpen(false);
  };
  return (
    <div className="wg-reason">
      <Button icon="visibility" onClick={() => setOpen(true)}>
        Mit Begründung lesen …
      </Button>
      {open && (
        <FormDialog
          title={`${groupTitle(group)} mit Begründung lesen`}
          confirm="Acht Stunden lesen"
          busy={form.busy}
          errors={form.errors}
          problem={form.problem}
          onClose={() => setOpen(false)}
          onSend={() => void send()}
        >
          <p>Das gilt acht Stunden. Der Zugriff wird protokolliert, und die Leitung der Arbeitsgruppe erfährt Ihre Begründung.</p>
          <TextArea
            id={form.idOf('reason')}
            label="Warum müssen Sie hier lesen?"
            rows={3}
            value={reason}
            maxLength={limits.sentence.max}
            error={form.wrong('reason')}
            onChange={(event) => write(event.target.value)}
          />
        </FormDialog>
      )}
    </div>
  );
}

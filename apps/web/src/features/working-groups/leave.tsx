import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { TextButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { LeaveGroupDocument } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { groupTitle } from './words.ts';

/** A quiet link with a question. The only lead is told why it cannot be, in the same place. */
export function Leave({ group }: { group: Group }) {
  const toast = useToast();
  const [asked, ask] = useState(false);
  const [leave, { loading, error, reset }] = useMutation(LeaveGroupDocument);
  const close = () => {
    ask(false);
    reset();
  };
  const confirm = async () => {
    try {
      await leave({ variables: { groupId: group.id } });
    } catch {
      return;
    }
    close();
    toast({ text: `Sie arbeiten nicht mehr in ${groupTitle(group)} mit.` });
  };
  return (
    <>
      <TextButton onClick={() => ask(true)}>Verlassen …</TextButton>
      <ConfirmDialog
        title={`${groupTitle(group)} verlassen?`}
        open={asked}
        busy={loading}
        confirm="Arbeitsgruppe verlassen"
        onClose={close}
        onConfirm={() => void confirm()}
      >
        {error && (
          <Alert kind="warning" title="Das geht noch nicht" urgent>
            <p>{sentenceOf(error)}</p>
          </Alert>
        )}
        <p>Ihre Beiträge bleiben stehen. Hinweise aus dieser Gruppe bekommen Sie dann nicht mehr. {wayBack[group.joinPolicy]}</p>
      </ConfirmDialog>
    </>
  );
}

const wayBack = {
  OPEN: 'Sie können jederzeit wieder mitarbeiten.',
  REQUEST: 'Wenn Sie wieder mitarbeiten möchten, fragen Sie bei der Leitung an.',
  INVITE: 'Wieder hinein kommen Sie nur auf Einladung der Leitung.',
} as const;

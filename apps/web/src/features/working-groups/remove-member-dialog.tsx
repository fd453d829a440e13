import { useMutation } from '@apollo/client/react';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { RemoveMemberDocument } from './documents.generated.ts';

const seen = { refetchQueries: ['WorkingGroupMembers', 'WorkingGroup', 'GroupBesetzung', 'GroupWaiting'] };

type RemoveMemberProps = { membershipId: string; name: string; title: string; confirm: string; onClose: () => void };

/** Ends a seat, or withdraws an invitation that waits for its answer. The person learns the reason. */
export function RemoveMemberDialog({ membershipId, name, title, confirm, onClose }: RemoveMemberProps) {
  const [remove] = useMutation(RemoveMemberDocument, seen);
  return (
    <SentenceDialog
      title={title}
      confirm={confirm}
      danger
      hint="Die Person liest sie."
      input="removeMember"
      variables={(reason) => ({ membershipId, reason })}
      send={(variables) => remove({ variables })}
      said={{ text: `${name} gehört der Arbeitsgruppe nicht mehr an.` }}
      onClose={onClose}
    >
      <p>Die Beiträge von {name} bleiben stehen. Der Schritt wird protokolliert.</p>
    </SentenceDialog>
  );
}

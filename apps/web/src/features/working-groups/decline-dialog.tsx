import { useMutation } from '@apollo/client/react';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { DeclineRequestDocument, RevertDeclineDocument } from './documents.generated.ts';
import { seenRequests as seen, type RequestProps } from './seen-requests.ts';

/** The lead declines with a reason, and can take it back for some seconds, later from the members' page. */
export function DeclineDialog({ membershipId, name, onClose }: RequestProps & { onClose: () => void }) {
  const [decline] = useMutation(DeclineRequestDocument, seen);
  const [revert] = useMutation(RevertDeclineDocument, seen);
  const { run } = useDeed();
  return (
    <SentenceDialog
      title="Anfrage ablehnen"
      confirm="Anfrage ablehnen"
      hint="Die anfragende Person liest sie."
      input="declineRequest"
      variables={(reason) => ({ membershipId, reason })}
      send={(variables) => decline({ variables })}
      said={{
        text: `Die Anfrage von ${name} ist abgelehnt.`,
        undo: { run: () => void run(() => revert({ variables: { membershipId } })) },
      }}
      onClose={onClose}
    >
      <p>{name}</p>
    </SentenceDialog>
  );
}

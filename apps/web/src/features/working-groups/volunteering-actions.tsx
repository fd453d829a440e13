import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { DecideVolunteeringDocument } from './documents.generated.ts';

const seen = { refetchQueries: ['GroupContent', 'WorkingGroup', 'Home'] };

/** The lead's answer to an offer. */
export function VolunteeringActions({ id, name }: { id: string; name: string }) {
  const [decide] = useMutation(DecideVolunteeringDocument, seen);
  const { busy, run } = useDeed();
  const answer = (accept: boolean) =>
    void run(() => decide({ variables: { id, accept } }), {
      text: accept ? `${name} hat übernommen.` : `Das Angebot von ${name} ist abgelehnt.`,
    });
  return (
    <>
      <Button icon="check" busy={busy} aria-label={`Angebot von ${name} bestätigen`} onClick={() => answer(true)}>
        Bestätigen
      </Button>
      <Button variant="quiet" busy={busy} aria-label={`Angebot von ${name} ablehnen`} onClick={() => answer(false)}>
        Ablehnen
      </Button>
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ApproveRequestDocument } from './documents.generated.ts';
import { seenRequests, type RequestProps } from './seen-requests.ts';

const DeclineDialog = lazy(async () => ({ default: (await import('./decline-dialog.tsx')).DeclineDialog }));

/** The lead's two answers to a request. A decline can be taken back. */
export function RequestActions({ membershipId, name }: RequestProps) {
  const [approve] = useMutation(ApproveRequestDocument, seenRequests);
  const [asked, ask] = useState(false);
  const { busy, run } = useDeed();
  return (
    <>
      <Button
        icon="check"
        busy={busy}
        aria-label={`${name} aufnehmen`}
        onClick={() => void run(() => approve({ variables: { membershipId } }), { text: `${name} arbeitet jetzt mit.` })}
      >
        Aufnehmen
      </Button>
      <Button variant="quiet" aria-label={`${name} ablehnen …`} onClick={() => ask(true)}>
        Ablehnen …
      </Button>
      {asked && (
        <Suspense>
          <DeclineDialog membershipId={membershipId} name={name} onClose={() => ask(false)} />
        </Suspense>
      )}
    </>
  );
}

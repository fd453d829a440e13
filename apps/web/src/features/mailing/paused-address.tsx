import { useMutation, useQuery } from '@apollo/client/react';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { OwnPausedAddressDocument, ResumeOwnAddressDocument } from './documents.generated.ts';

/** Said only while mails to the viewer come back: nothing is sent to their address then. */
export function PausedAddress() {
  const { data } = useQuery(OwnPausedAddressDocument, { fetchPolicy: 'cache-and-network' });
  const [resume] = useMutation(ResumeOwnAddressDocument, { refetchQueries: ['OwnPausedAddress'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  const paused = data?.viewer.pausedAddress;
  if (!paused) return null;
  return (
    <Alert kind="warning" title="Ihre E-Mail-Adresse ist angehalten">
      <p>
        Eine E-Mail an {paused.address} kam <RelativeTime at={paused.pausedAt} /> zurück. Seitdem schicken wir Ihnen nichts mehr. Der
        Mailserver meldete: {paused.reason}
      </p>
      <div className="ui-row">
        <Button icon="check" busy={busy} onClick={() => void run(() => resume(), { text: 'Sie erhalten wieder E-Mails.' })}>
          Die Adresse geht wieder
        </Button>
      </div>
    </Alert>
  );
}

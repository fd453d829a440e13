import { useSession } from '../lib/use-session.ts';
import { Button } from '../ui/button.tsx';

/** Over the page, not instead of it: what somebody was writing stays in sight and in this browser. */
export function SessionEnded() {
  const session = useSession();
  return (
    <div className="ui-session-ended" role="alert">
      <p>
        <b>Ihre Sitzung ist beendet.</b> Ihre Texte sind gesichert.
      </p>
      <Button variant="primary" icon="login" onClick={() => void session.signIn()}>
        Erneut anmelden
      </Button>
    </div>
  );
}

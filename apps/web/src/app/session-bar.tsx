import { formatTime } from '../lib/dates.ts';
import { Button } from '../ui/button.tsx';
import type { ShellData } from './shell-data.ts';

/** Over the page, not instead of it: what somebody was writing stays in sight and in this browser. */
export function SessionBar({ session }: { session: NonNullable<ShellData['session']> }) {
  return (
    <div className="ui-session" role="alert">
      <p>
        {session.state === 'ended' ? (
          <>
            <b>Ihre Sitzung ist beendet.</b> Ihre Texte sind gesichert.
          </>
        ) : (
          <>
            <b>Ihre Sitzung endet um {formatTime(session.endsAt)} Uhr.</b> Ihre Texte sind gesichert. Melden Sie sich neu an, um
            weiterzuarbeiten.
          </>
        )}
      </p>
      <Button variant="primary" size="medium" icon="login" onClick={session.signIn}>
        Erneut anmelden
      </Button>
    </div>
  );
}

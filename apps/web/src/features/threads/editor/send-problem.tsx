import { Alert } from '../../../ui/alert.tsx';

/** Why a text is not sent: it waits for the server, or was refused. */
export function SendProblem({ unsent, problem }: { unsent: boolean; problem: string | null }) {
  if (unsent)
    return (
      <Alert kind="warning" title="Noch nicht gesendet: der Server ist nicht zu erreichen" urgent>
        <p>Ihr Text bleibt hier. Er wird gesendet, sobald die Verbindung wieder steht.</p>
      </Alert>
    );
  return problem && <Alert kind="danger" title={problem} urgent />;
}

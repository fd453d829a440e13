import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { refusalOf, sentenceFor, type Refusal } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { BecomeFirstAdminDocument } from './documents.generated.ts';
import { useViewer } from '../viewer.ts';
import { WayIn } from './way-in.tsx';
import '../people.scss';

const title = 'Betriebsverwaltung übernehmen';

/** The one-time link of an empty installation. */
export function FirstAdminPage() {
  return (
    <WayIn title={title}>
      <TakeOver />
    </WayIn>
  );
}

const problemOf = ({ code }: Refusal): string =>
  code === 'invitation.used'
    ? 'Dieser Link wurde schon benutzt, oder es gibt bereits eine Betriebsverwaltung.'
    : code === 'not_found' || code === 'invalid'
      ? 'Dieser Link gilt nicht. Der Server gibt beim Start einen neuen aus, solange es keine Betriebsverwaltung gibt.'
      : sentenceFor(code);

function TakeOver() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const toast = useToast();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [take] = useMutation(BecomeFirstAdminDocument, { refetchQueries: ['Viewer'], awaitRefetchQueries: true });
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await take({ variables: { token: params.get('token') ?? '' } });
      toast({ text: 'Sie verwalten jetzt die Plattform.' });
      await navigate('/verwaltung', { replace: true });
    } catch (error) {
      setProblem(problemOf(refusalOf(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHeader
        title={title}
        lead="Diese Plattform ist leer. Mit diesem Link wird eine Person ihre Betriebsverwaltung: Sie gibt Rollen, benennt die ersten Koordinationen und setzt die Texte."
        meta={`Angemeldet als ${viewer.person.name}, ${viewer.email}`}
      />
      {problem && (
        <div className="people-act">
          <Alert kind="danger" title={problem} urgent />
        </div>
      )}
      <div className="people-act">
        <Button variant="primary" size="medium" icon="verified" busy={busy} onClick={() => void run()}>
          Betriebsverwaltung übernehmen
        </Button>
      </div>
    </>
  );
}

import { useState } from 'react';
import { Navigate } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { ArrivalDocument, RequestAffiliationDocument, type ArrivalQuery } from './documents.generated.ts';
import { OpenRequest } from './open-request.tsx';
import { RequestForm, type SendRequest } from './request-form.tsx';
import { isNewcomer, useViewer } from '../viewer.ts';
import '../people.scss';

const seen = { refetchQueries: ['Arrival'], awaitRefetchQueries: true };

/** For somebody who belongs nowhere yet: what happens next. It goes on by itself as soon as somebody lets them in. */
export function ArrivalPage() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ArrivalDocument, { fetchPolicy: 'cache-and-network' });
  if (!isNewcomer(viewer)) return <Navigate to="/" replace />;
  const arrival = data?.viewer;
  return (
    <>
      <PageHeader
        title="Willkommen"
        lead={arrival ? leadOf(arrival) : 'Sie sind angemeldet.'}
        meta={`Angemeldet als ${viewer.person.name}, ${viewer.email}`}
      />
      {arrival ? (
        <Way arrival={arrival} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows />
      )}
    </>
  );
}

function leadOf({ affiliationRequest: request }: ArrivalQuery['viewer']): string {
  if (request?.status !== 'REQUESTED') return 'Sie sind angemeldet. Damit Sie mitarbeiten können, ordnet Ihre Verwaltung Sie zu.';
  const who = !request.organisation
    ? 'Die Betriebsverwaltung des Landes'
    : request.organisation.hasCoordinator
      ? `Die OZG-Koordination von ${request.organisation.title}`
      : 'Die Betriebsverwaltung des Landes';
  return `Ihre Anfrage ist gestellt. ${who} bestätigt Sie, dann geht es hier von selbst weiter.`;
}

function Way({ arrival }: { arrival: ArrivalQuery['viewer'] }) {
  const [request] = useMutation(RequestAffiliationDocument, seen);
  const [other, chooseOther] = useState(false);
  const send: SendRequest = (input) => request({ variables: { input } });
  const { suggestedOrganisation: suggested, affiliationRequest: last } = arrival;
  if (last?.status === 'REQUESTED') return <OpenRequest request={last} />;
  return (
    <div className="ui-flow">
      {last?.status === 'DECLINED' && (
        <Alert
          kind="warning"
          title={last.organisation ? `${last.organisation.title} hat Sie nicht bestätigt` : 'Ihre Anfrage wurde nicht bestätigt'}
        >
          {last.reason && <p>Begründung: „{last.reason}“</p>}
          <p>Sie können noch einmal anfragen, auch bei einer anderen Verwaltung.</p>
        </Alert>
      )}
      {suggested && !other ? (
        <Suggestion organisation={suggested} send={send} onOther={() => chooseOther(true)} />
      ) : (
        <Section title="Zu welcher Verwaltung gehören Sie?">
          <RequestForm send={send} />
        </Section>
      )}
      <Section title="Haben Sie eine Einladung?">
        <p className="ui-prose">Öffnen Sie den Link aus der E-Mail. Er gilt für die Adresse, an die sie ging, und ordnet Sie sofort zu.</p>
      </Section>
    </div>
  );
}

function Suggestion({
  organisation,
  send,
  onOther,
}: {
  organisation: { id: string; title: string };
  send: SendRequest;
  onOther: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send({ organisationId: organisation.id, statement: `Ich arbeite bei: ${organisation.title}.` });
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Section title={`Ist das Ihre Verwaltung: ${organisation.title}?`}>
      {problem && <Alert kind="danger" title={problem} urgent />}
      <p className="ui-prose">Das vermuten wir, weil Ihre E-Mail-Adresse dorthin gehört. Die Verwaltung bestätigt Sie noch.</p>
      <div className="ui-row people-act">
        <Button variant="primary" size="medium" icon="send" busy={busy} onClick={() => void ask()}>
          Ja, bei {organisation.title} anfragen
        </Button>
        <Button variant="quiet" size="medium" onClick={onOther}>
          Andere Verwaltung wählen
        </Button>
      </div>
    </Section>
  );
}

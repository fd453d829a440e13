import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceFor, type Refusal } from '../../lib/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FailedPage, LoadingPage } from '../../ui/states.tsx';
import { MailsOffLinkDocument, SwitchMailsOffDocument } from './documents.generated.ts';

/** Where the link at the end of each mail leads. Only the button changes something: programs open links, too. */
export function OffPage() {
  const { token = '' } = useParams();
  return <OffLink key={token} token={token} />;
}

function OffLink({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(MailsOffLinkDocument, { variables: { token }, fetchPolicy: 'network-only' });
  const [switchOff, { loading, error: failed }] = useMutation(SwitchMailsOffDocument);
  const [done, finish] = useState(false);
  const act = () =>
    void switchOff({ variables: { token } }).then(
      () => finish(true),
      () => undefined,
    );
  if (done) return <Done />;
  if (failed) return <Refused refusal={refusalOf(failed)} onRetry={act} />;
  if (!data) return error ? <Refused refusal={refusalOf(error)} onRetry={() => void refetch()} /> : <LoadingPage />;
  return (
    <>
      <PageHeader
        title="Keine E-Mails zu Hinweisen mehr"
        lead="Sie erhalten dann weder Zusammenfassungen noch E-Mails zu einzelnen Hinweisen. Auf der Plattform stehen alle Hinweise weiter unter „Hinweise“."
      />
      <Button variant="primary" size="medium" icon="close" busy={loading} onClick={act}>
        E-Mails abbestellen
      </Button>
      <p className="ui-meta ui-alone">
        Einladungen, Anfragen an Sie und Entscheidungen kommen weiter per E-Mail. Unter „Konto“ wählen Sie stattdessen auch andere Tage oder
        eine andere Uhrzeit.
      </p>
    </>
  );
}

/** Takes the focus of the button that is gone. */
function Done() {
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus(), []);
  return (
    <>
      <PageHeader
        title="Die E-Mails sind abbestellt"
        lead="Sie erhalten keine E-Mails zu Hinweisen mehr. Unter „Konto“ können Sie das jederzeit wieder ändern."
      />
      <LinkButton to="/konto" size="medium">
        Zum Konto
      </LinkButton>
    </>
  );
}

function Refused({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  if (refusal.code !== 'not_found') return <FailedPage onRetry={onRetry}>{sentenceFor(refusal.code)}</FailedPage>;
  return (
    <>
      <PageHeader title="E-Mails abbestellen" />
      <Alert kind="warning" title="Dieser Verweis führt nicht weiter" urgent>
        <p>
          Er gilt nicht oder nicht mehr, und nichts wurde geändert. Vielleicht wurde er beim Kopieren gekürzt. Unter „Konto“ stellen Sie
          Ihre E-Mails auch ohne ihn ein.
        </p>
      </Alert>
      <p className="ui-alone">
        <LinkButton to="/konto" size="medium">
          Zum Konto
        </LinkButton>
      </p>
    </>
  );
}

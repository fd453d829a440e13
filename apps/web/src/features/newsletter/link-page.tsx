import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { refusalOf, sentenceFor, type Refusal } from '../../lib/errors.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FailedPage, LoadingPage } from '../../ui/states.tsx';
import {
  ConfirmNewsletterDocument,
  NewsletterLinkDocument,
  UnsubscribeNewsletterDocument,
  type NewsletterLinkQuery,
} from './documents.generated.ts';
import './newsletter.scss';

type Link = NewsletterLinkQuery['newsletterLink'];

/** Where the links of the newsletter's mails lead. What happens there happens by a button: programs open links, too. */
export function LinkPage() {
  const { token = '' } = useParams();
  return <LinkOf key={token} token={token} />;
}

function LinkOf({ token }: { token: string }) {
  const { data, error, refetch } = useQuery(NewsletterLinkDocument, { variables: { token }, fetchPolicy: 'network-only' });
  const [done, finish] = useState(false);
  const link = data?.newsletterLink;
  if (!link) return error ? <Refused refusal={refusalOf(error)} onRetry={() => void refetch()} /> : <LoadingPage />;
  if (done) return <Done link={link} />;
  if (link.kind === 'CONFIRM') return <Confirm link={link} token={token} onDone={() => finish(true)} />;
  return link.subscribed ? <Manage link={link} token={token} onDone={() => finish(true)} /> : <Done link={link} />;
}

type ActProps = { link: Link; token: string; onDone: () => void };

function Confirm({ link, token, onDone }: ActProps) {
  const [confirm, { loading, error }] = useMutation(ConfirmNewsletterDocument);
  if (error)
    return <Refused refusal={refusalOf(error)} onRetry={() => void confirm({ variables: { token } }).then(onDone, () => undefined)} />;
  return (
    <>
      <PageHeader title="Anmeldung zum Newsletter" lead={`Der Newsletter geht künftig an ${link.email}.`} />
      <Button
        variant="primary"
        size="medium"
        icon="check"
        busy={loading}
        onClick={() => void confirm({ variables: { token } }).then(onDone, () => undefined)}
      >
        Anmeldung bestätigen
      </Button>
      <p className="ui-meta news-below">
        Möchten Sie nicht, schließen Sie einfach diese Seite. Die Adresse wird dann nach sieben Tagen gelöscht.
      </p>
    </>
  );
}

function Manage({ link, token, onDone }: ActProps) {
  const [end, { loading, error }] = useMutation(UnsubscribeNewsletterDocument);
  if (error) return <Refused refusal={refusalOf(error)} onRetry={() => void end({ variables: { token } }).then(onDone, () => undefined)} />;
  return (
    <>
      <PageHeader title="Ihr Newsletter" lead="Hier sehen Sie Ihre Anmeldung und können sie beenden." />
      <dl className="ui-kv news-facts">
        <dt>Geht an</dt>
        <dd>{link.email}</dd>
        {link.confirmedAt && (
          <>
            <dt>Angemeldet seit</dt>
            <dd>{formatDate(link.confirmedAt)}</dd>
          </>
        )}
      </dl>
      <Button
        variant="primary"
        size="medium"
        icon="close"
        busy={loading}
        onClick={() => void end({ variables: { token } }).then(onDone, () => undefined)}
      >
        Newsletter abbestellen
      </Button>
    </>
  );
}

const doneWords = {
  CONFIRM: {
    title: 'Ihre Anmeldung ist bestätigt',
    lead: 'Die nächste Ausgabe kommt per E-Mail. Abmelden können Sie sich mit einem Verweis darin.',
  },
  MANAGE: { title: 'Sie sind abgemeldet', lead: 'Sie erhalten den Newsletter nicht mehr. Alle Ausgaben können Sie weiter im Web lesen.' },
} as const;

/** Takes the focus of the button that is gone. */
function Done({ link }: { link: Link }) {
  const { title, lead } = doneWords[link.kind];
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus(), []);
  return (
    <>
      <PageHeader title={title} lead={lead} meta={link.email} />
      <LinkButton to="/newsletter" size="medium">
        Zum Newsletter
      </LinkButton>
    </>
  );
}

const refusedWords: Partial<Record<Refusal['code'], string>> = {
  not_found:
    'Dieser Verweis gilt nicht oder nicht mehr. Vielleicht wurde er beim Kopieren gekürzt; sonst nehmen Sie bitte den aus der neuesten E-Mail.',
  'newsletter.link_expired': 'Dieser Verweis ist abgelaufen; er galt sieben Tage. Bitte melden Sie sich noch einmal an.',
  'newsletter.link_used': 'Dieser Verweis wurde schon benutzt. Ihre Anmeldung ist bestätigt, oder Sie haben sie inzwischen beendet.',
};

function Refused({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const sentence = refusedWords[refusal.code === 'invalid' ? 'not_found' : refusal.code];
  if (!sentence) return <FailedPage onRetry={onRetry}>{sentenceFor(refusal.code)}</FailedPage>;
  return (
    <>
      <PageHeader title="Newsletter" />
      <Alert kind="warning" title="Dieser Verweis führt nicht weiter" urgent>
        <p>{sentence}</p>
      </Alert>
      <p className="news-below">
        <LinkButton to="/newsletter" size="medium">
          Zum Newsletter
        </LinkButton>
      </p>
    </>
  );
}

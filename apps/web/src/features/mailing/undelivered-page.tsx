import { useMutation } from '@apollo/client/react';
import { countInWords } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import {
  PausedAddressesDocument,
  ResumeAddressDocument,
  RetryMailDocument,
  UndeliveredMailsDocument,
  type PausedAddressesQuery,
  type PausedAddressRowFragment,
  type UndeliveredMailRowFragment,
  type UndeliveredMailsQuery,
} from './documents.generated.ts';
import { failureWords, purposeOf } from './words.ts';

const mailsOf = (data: UndeliveredMailsQuery) => data.undeliveredMails;
const addressesOf = (data: PausedAddressesQuery) => data.pausedAddresses;

/** What the mail server would not take. What the mails say is not shown: it may be nobody's business here. */
export function UndeliveredPage() {
  usePageTitle('E-Mails, Verwaltung');
  return (
    <div className="ui-flow">
      <UndeliveredMails />
      <PausedAddresses />
    </div>
  );
}

function UndeliveredMails() {
  const { nodes, total, error, more, busy, retry } = usePages(UndeliveredMailsDocument, {}, mailsOf);
  return (
    <Section title="Nicht zugestellte E-Mails" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows />
      ) : nodes.length === 0 ? (
        <EmptyState>Alle E-Mails wurden zugestellt oder sind unterwegs.</EmptyState>
      ) : (
        <RowList label="Nicht zugestellte E-Mails">
          {nodes.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function MailRow({ mail: { id, to, purpose, failure, error, attempts, givenUpAt } }: { mail: UndeliveredMailRowFragment }) {
  const [retryMail] = useMutation(RetryMailDocument, { refetchQueries: ['UndeliveredMails'] });
  const { busy, run } = useDeed();
  const again = () => run(() => retryMail({ variables: { id } }), { text: 'Die E-Mail ist wieder unterwegs.' });
  return (
    <Row
      title={to}
      meta={
        <Dotted
          parts={[
            purposeOf(purpose),
            <span key="at">
              aufgegeben <RelativeTime at={givenUpAt} />
            </span>,
            countInWords(attempts, 'Versuch', 'Versuche'),
          ]}
        />
      }
      foot={
        <p className="ui-plaintext">
          {failureWords[failure]} {error && <span className="ui-meta">{error}</span>}
        </p>
      }
      act={
        <Button icon="undo" busy={busy} aria-label={`Noch einmal senden: ${purposeOf(purpose)} an ${to}`} onClick={() => void again()}>
          Noch einmal senden
        </Button>
      }
    />
  );
}

function PausedAddresses() {
  const { nodes, total, error, more, busy, retry } = usePages(PausedAddressesDocument, {}, addressesOf);
  return (
    <Section title="Angehaltene Adressen" count={total ?? undefined} aside="An sie wird nichts verschickt.">
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={2} />
      ) : nodes.length === 0 ? (
        <EmptyState>Keine Adresse ist angehalten.</EmptyState>
      ) : (
        <RowList label="Angehaltene Adressen">
          {nodes.map((address) => (
            <AddressRow key={address.id} address={address} />
          ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}

function AddressRow({ address: { id, address, reason, pausedAt } }: { address: PausedAddressRowFragment }) {
  const [resume] = useMutation(ResumeAddressDocument, { refetchQueries: ['PausedAddresses'] });
  const { busy, run } = useDeed();
  return (
    <Row
      title={address}
      meta={<Dotted parts={[<RelativeTime key="at" at={pausedAt} />, reason]} />}
      act={
        <Button
          icon="check"
          busy={busy}
          aria-label={`Wieder freigeben: ${address}`}
          onClick={() => void run(() => resume({ variables: { id } }), { text: 'An diese Adresse wird wieder verschickt.' })}
        >
          Wieder freigeben
        </Button>
      }
    />
  );
}

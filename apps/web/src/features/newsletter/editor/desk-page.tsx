import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { formatExact } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Row, RowList } from '../../../ui/list.tsx';
import { StatusBadge } from '../../../ui/marks.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { CreateNewsletterIssueDocument, NewsletterDeskDocument, type NewsletterDeskQuery } from './documents.generated.ts';
import { EditorsOnly } from './editors-only.tsx';

const issuesOf = (data: NewsletterDeskQuery) => data.newsletterDesk;
type Issue = NewsletterDeskQuery['newsletterDesk']['nodes'][number];

export function DeskPage() {
  return (
    <EditorsOnly>
      <Desk />
    </EditorsOnly>
  );
}

function Desk() {
  const navigate = useNavigate();
  const { busy: making, run } = useDeed();
  // One id until it worked, so that a call whose answer was lost makes no second draft.
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const [create] = useMutation(CreateNewsletterIssueDocument);
  const { nodes, total, error, more, busy, retry } = usePages(NewsletterDeskDocument, { first: 30 }, issuesOf);
  const begin = () =>
    void run(async () => {
      const { data } = await create({ variables: { clientMutationId } });
      if (data) void navigate(`/newsletter/redaktion/${data.createNewsletterIssue.id}`);
    });
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Newsletter', to: '/newsletter' }, { label: 'Redaktion' }]}
        title="Newsletter: Redaktion"
        lead="Entwürfe sieht nur die Landesredaktion."
        actions={
          <Button variant="primary" size="medium" icon="add" busy={making} onClick={begin}>
            Neue Ausgabe
          </Button>
        }
      />
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>Noch gibt es keine Ausgabe.</EmptyState>
      ) : (
        <RowList label="Ausgaben">
          {nodes.map((issue) => (
            <IssueRow key={issue.id} issue={issue} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

function IssueRow({ issue: { id, status, number, title, changedAt, publishedAt, sentCount, recipientCount } }: { issue: Issue }) {
  const named = title || 'Ohne Titel';
  return (
    <Row
      level="h2"
      title={number ? `Ausgabe ${number}: ${named}` : named}
      to={`/newsletter/redaktion/${id}`}
      mark={
        status === 'DRAFT' ? (
          <StatusBadge status="info">Entwurf</StatusBadge>
        ) : status === 'SENDING' ? (
          <StatusBadge status="warning">Versand läuft</StatusBadge>
        ) : (
          <StatusBadge status="success">verschickt</StatusBadge>
        )
      }
      meta={
        publishedAt
          ? `veröffentlicht ${formatExact(publishedAt)}, ${sentCount} von ${recipientCount} E-Mails`
          : `zuletzt gespeichert ${formatExact(changedAt)}`
      }
    />
  );
}

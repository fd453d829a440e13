import { useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, FailedPage, LoadingPage, LoadingRows } from '../../ui/states.tsx';
import { NewsletterArchiveDocument, NewsletterDocument, type NewsletterArchiveQuery } from './documents.generated.ts';
import { Subscribing } from './subscribing.tsx';
import './newsletter.scss';

const issuesOf = (data: NewsletterArchiveQuery) => data.newsletterIssues;

/** The newsletter, for everybody: how to get it, and what has appeared. */
export function NewsletterPage() {
  const { data, error, refetch } = useQuery(NewsletterDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage> : <LoadingPage />;
  const { newsletter } = data;
  return (
    <>
      <PageHeader
        title={newsletter.name}
        eyebrow="Newsletter"
        lead="Neues aus der Zusammenarbeit von Land und Kommunen, in wenigen Minuten gelesen. Sie brauchen dafür kein Konto."
        actions={
          newsletter.viewerEdits && (
            <LinkButton to="/newsletter/redaktion" size="medium" icon="edit">
              Ausgaben bearbeiten
            </LinkButton>
          )
        }
      />
      <div className="ui-flow">
        <Section title="Per E-Mail erhalten">
          <Subscribing newsletter={newsletter} />
        </Section>
        <Archive />
      </div>
    </>
  );
}

function Archive() {
  const { nodes, total, error, more, busy, retry } = usePages(NewsletterArchiveDocument, { first: 20 }, issuesOf);
  return (
    <Section title="Ausgaben" count={total ?? undefined} aside={<a href="/newsletter.atom">Als Feed (Atom)</a>}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>Noch ist keine Ausgabe erschienen.</EmptyState>
      ) : (
        <RowList label="Ausgaben">
          {nodes.map(({ id, number, title, publishedAt }) => (
            <Row key={id} title={title} to={`/newsletter/${number}`} meta={`Ausgabe ${number}, ${formatDate(publishedAt)}`} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

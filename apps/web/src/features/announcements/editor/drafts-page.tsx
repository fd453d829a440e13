import { formatExact } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { OrgMark, Tag } from '../../../ui/marks.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { EmptyState, ErrorState, ForbiddenState, LoadingRows } from '../../../ui/states.tsx';
import { markOf, useViewer } from '../../people/index.ts';
import { kindWords, templateWords, titleOf } from '../words.ts';
import { AnnouncementDraftsDocument, type AnnouncementDraftsQuery } from './documents.generated.ts';

const draftsOf = (data: AnnouncementDraftsQuery) => data.announcementDrafts;
const back = { to: '/mitteilungen', label: 'Zu den Mitteilungen' };

/** What is being written, and what is waiting for its time. */
export function DraftsPage() {
  if (!useViewer().writesAnnouncements)
    return <ForbiddenState back={back}>Mitteilungen schreiben Redaktion und Fachreferate des Landes.</ForbiddenState>;
  return <Drafts />;
}

function Drafts() {
  const viewer = useViewer();
  const { nodes, total, error, more, busy, retry } = usePages(AnnouncementDraftsDocument, { first: 30 }, draftsOf);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mitteilungen', to: '/mitteilungen' }, { label: 'Entwürfe' }]}
        title="Entwürfe"
        documentTitle="Entwürfe, Mitteilungen"
        lead="Was noch nicht gesendet ist. Nur die Redaktion sieht es."
        actions={
          <LinkButton size="medium" variant="primary" icon="add" to="/mitteilungen/neu">
            Mitteilung verfassen
          </LinkButton>
        }
      />
      {viewer.affiliations.map(({ id, organisation }) => (
        <Heard key={id} room={`organisation:${organisation.id}`} />
      ))}
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>Zurzeit gibt es keinen Entwurf.</EmptyState>
      ) : (
        <RowList label="Entwürfe">
          {nodes.map((draft) => (
            <Row
              key={draft.id}
              level="h2"
              lead={<OrgMark code={draft.office.code} kind={markOf(viewer, draft.office)} />}
              title={titleOf(draft)}
              to={`/mitteilungen/${draft.id}/bearbeiten`}
              mark={draft.status === 'SCHEDULED' && <Tag icon="schedule">geplant</Tag>}
              meta={
                <Dotted
                  parts={[
                    draft.template ? templateWords[draft.template] : kindWords[draft.kind],
                    draft.office.title,
                    draft.status === 'SCHEDULED' && draft.publishAt ? (
                      `wird gesendet: ${formatExact(draft.publishAt)}`
                    ) : (
                      <>
                        zuletzt {draft.author.name}, <RelativeTime at={draft.changedAt} />
                      </>
                    ),
                  ]}
                />
              }
            />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}

/** What colleagues save is seen at once. */
function Heard({ room }: { room: string }) {
  useRoom(room);
  return null;
}

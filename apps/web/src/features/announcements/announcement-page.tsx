import { Suspense, useEffect, useEffectEvent } from 'react';
import { Link, useParams } from 'react-router';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { formatDate, formatDaysLeft, formatExact } from '../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dotted } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { StatusBadge, Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, LoadingRows, NotFoundState } from '../../ui/states.tsx';
import { Comments } from '../threads/index.ts';
import { AcknowledgementProgress, OwnAcknowledgements } from './acknowledgements.tsx';
import { AnnouncementDocument, MarkAnnouncementReadDocument, type AnnouncementPartsFragment } from './documents.generated.ts';
import { WriterDeeds } from './editor/lazy.tsx';
import { Related, Share } from './rail.tsx';
import { Why } from './why.tsx';
import { classificationHints, classificationWords, dueWords, isNear, kindWords, titleOf } from './words.ts';
import './announcements.scss';

const back = { to: '/mitteilungen', label: 'Zu den Mitteilungen' };

/** One announcement: what it asks for first, then what it says. */
export function AnnouncementPage() {
  const { id = '' } = useParams();
  return <OneAnnouncement key={id} id={id} />;
}

function OneAnnouncement({ id }: { id: string }) {
  const ready = useRoom(`announcement:${id}`);
  const { data, error, refetch } = useQuery(
    AnnouncementDocument,
    ready ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const announcement = data?.announcement;
  if (error && (!announcement || refusalOf(error).code === 'not_found'))
    return refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Mitteilung gibt es nicht, oder sie ist nicht an Sie gerichtet.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  return announcement ? <Whole announcement={announcement} /> : <LoadingPage />;
}

/** Whoever has it open has read it; nobody else is told. */
function useMarkedRead({ id, read, status }: AnnouncementPartsFragment): void {
  const [mark] = useMutation(MarkAnnouncementReadDocument, { refetchQueries: ['Viewer'] });
  const unread = !read && (status === 'PUBLISHED' || status === 'WITHDRAWN');
  // Unread stays unread when the server cannot be reached: the next visit says it again.
  const opened = useEffectEvent(() => void mark({ variables: { id } }).catch(() => undefined));
  useEffect(() => {
    if (unread) opened();
  }, [id, unread]);
}

function Whole({ announcement }: { announcement: AnnouncementPartsFragment }) {
  useMarkedRead(announcement);
  const { id, kind, office, classification, publishedAt, readingMinutes, topics, viewerCan, thread } = announcement;
  const title = titleOf(announcement);
  const writes = viewerCan.edit || viewerCan.correct || viewerCan.withdraw || viewerCan.pin || viewerCan.setComments || viewerCan.discard;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mitteilungen', to: '/mitteilungen' }, { label: kindWords[kind] }]}
        documentTitle={`${title}, Mitteilung`}
        eyebrow={kindWords[kind]}
        title={title}
        lead={announcement.summary}
        meta={
          <Dotted
            parts={[
              office.title,
              publishedAt && <RelativeTime key="at" at={publishedAt} />,
              readingMinutes === 1 ? 'eine Minute zu lesen' : `${readingMinutes} Minuten zu lesen`,
              announcement.expiresAt && `gilt bis ${formatDate(announcement.expiresAt)}`,
            ]}
          />
        }
        tags={
          <>
            <Tag icon={classification === 'OFFEN' ? 'info' : 'lock'}>
              {classificationWords[classification]}
              <span className="ui-hidden">: {classificationHints[classification]}</span>
            </Tag>
            {announcement.status === 'WITHDRAWN' && <StatusBadge status="danger">zurückgezogen</StatusBadge>}
            {announcement.status === 'DRAFT' && <Tag>Entwurf</Tag>}
            {announcement.status === 'SCHEDULED' && <Tag icon="schedule">geplant</Tag>}
            {announcement.expired && <Tag>abgelaufen</Tag>}
            {announcement.pinnedUntil && <Tag icon="keep">angeheftet bis {formatDate(announcement.pinnedUntil)}</Tag>}
            {topics.map((topic) => (
              <Link key={topic.id} to={`/mitteilungen?thema=${topic.key}`}>
                <Tag>
                  {topic.name}
                  <span className="ui-hidden">: weitere Mitteilungen dazu</span>
                </Tag>
              </Link>
            ))}
            <Why announcement={announcement} />
          </>
        }
      />
      <Columns
        rail={
          <>
            {writes && <WriterDeeds announcement={announcement} />}
            <AcknowledgementProgress announcement={announcement} />
            <Share id={id} title={title} path={`/mitteilungen/${id}`} />
            <Related announcements={announcement.related} />
          </>
        }
      >
        <Changed announcement={announcement} />
        <Asked announcement={announcement} />
        <OwnAcknowledgements announcement={announcement} />
        {announcement.body && (
          <div className="ui-prose">
            <Markdown text={announcement.body} under={1} />
          </div>
        )}
        <NewContact announcement={announcement} />
        <Links links={announcement.links} />
        {thread && (
          <Suspense fallback={<LoadingRows rows={2} label="Kommentare werden geladen" />}>
            <Comments
              threadId={thread.id}
              room={`announcement:${id}`}
              silent={announcement.commentsOpen ? 'Hier schreibt, wer die Mitteilung bekommen hat.' : 'Die Kommentare sind geschlossen.'}
            />
          </Suspense>
        )}
      </Columns>
    </>
  );
}

/** What is no longer as it was sent; it stands above all else. */
function Changed({
  announcement: { id, status, withdrawnAt, withdrawalReason, corrections, publishAt },
}: {
  announcement: AnnouncementPartsFragment;
}) {
  if (status === 'DRAFT' || status === 'SCHEDULED')
    return (
      <Alert
        kind="info"
        title={status === 'DRAFT' ? 'Noch nicht gesendet' : `Wird gesendet: ${publishAt ? formatExact(publishAt) : 'geplant'}`}
      >
        <p>So wird die Mitteilung aussehen. Außer der Redaktion sieht sie noch niemand.</p>
        <LinkButton to={`/mitteilungen/${id}/bearbeiten`} icon="edit">
          Zum Entwurf
        </LinkButton>
      </Alert>
    );
  return (
    <>
      {status === 'WITHDRAWN' && (
        <Alert kind="danger" title={`Diese Mitteilung ist zurückgezogen${withdrawnAt ? ` (${formatDate(withdrawnAt)})` : ''}`}>
          <p className="ui-plaintext">{withdrawalReason}</p>
        </Alert>
      )}
      {corrections.length > 0 && (
        <Alert kind="warning" title="Berichtigt">
          <ul className="ann-corrections">
            {corrections.map(({ at, note, by }) => (
              <li key={at}>
                <span className="ui-plaintext">{note}</span>
                <span className="ui-meta">
                  {formatExact(at)}, {by.name}
                </span>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

/** What is asked for, and by when. */
function Asked({ announcement: { action, dueAt } }: { announcement: AnnouncementPartsFragment }) {
  if (!action && !dueAt) return null;
  return (
    <div className="ann-asked">
      {action && (
        <p>
          <span className="ui-over">Was zu tun ist</span>
          <strong>{action}</strong>
        </p>
      )}
      {dueAt && (
        <p>
          <span className="ui-over">Bis wann</span>
          <strong>{dueWords(dueAt)}</strong>{' '}
          <span className={classes('ui-noprint', isNear(dueAt) ? 'ui-hot' : 'ui-meta')}>{formatDaysLeft(dueAt)}</span>
        </p>
      )}
    </div>
  );
}

function NewContact({ announcement: { contact, office } }: { announcement: AnnouncementPartsFragment }) {
  if (!contact) return null;
  return (
    <Section title="So erreichen Sie die Stelle">
      <dl className="ui-kv">
        <dt>{contact.topic?.name ?? 'Allgemein'}</dt>
        <dd>
          {contact.name}, {office.title}
        </dd>
        {contact.phone && (
          <>
            <dt>Telefon</dt>
            <dd>
              <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
            </dd>
          </>
        )}
        {contact.email && (
          <>
            <dt>E-Mail</dt>
            <dd>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

function Links({ links }: { links: AnnouncementPartsFragment['links'] }) {
  if (links.length === 0) return null;
  return (
    <Section title="Links">
      <ul className="ann-links">
        {links.map(({ title, url }, index) => (
          <li key={`${index}-${url}`} className="ui-alone">
            <a href={url} rel="noreferrer">
              {title}
            </a>
            <span className="ann-url">{url}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

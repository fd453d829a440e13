import { daysLeft, formatDaysLeft } from '../../lib/dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { Dotted, Row } from '../../ui/list.tsx';
import { StatusBadge, Tag } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { QuickAcknowledge } from './acknowledge.tsx';
import type { AnnouncementCardFragment } from './documents.generated.ts';
import { Why } from './why.tsx';
import { classificationWords, dueWords, isNear, kindWords, titleOf } from './words.ts';
import './announcements.scss';

type RowProps = { announcement: AnnouncementCardFragment; level?: 'h2' | 'h3' };

export function AnnouncementRow({ announcement, level = 'h2' }: RowProps) {
  const { id, kind, office, classification, publishedAt, readingMinutes, relevance, dueAt, topics, pinnedUntil } = announcement;
  // What is addressed to others only, a writer need not have opened.
  const read = announcement.read || !relevance;
  const title = titleOf(announcement);
  return (
    <Row
      level={level}
      read={read}
      title={title}
      to={`/mitteilungen/${id}`}
      before={
        pinnedUntil && (
          <>
            <Icon name="keep" size="small" />
            <span className="ui-hidden">Angeheftet:</span>
          </>
        )
      }
      mark={
        <>
          {!read && <span className="ui-hidden">ungelesen</span>} <State announcement={announcement} />
        </>
      }
      meta={
        <Dotted
          parts={[
            kind === 'INFO' ? (
              kindWords.INFO
            ) : (
              <b key="kind" className="ann-strong">
                {kindWords[kind]}
              </b>
            ),
            office.title,
            publishedAt && <RelativeTime key="at" at={publishedAt} />,
            readingMinutes === 1 ? '1\u00a0Minute' : `${readingMinutes}\u00a0Minuten`,
            classification === 'VERTRAULICH' && classificationWords.VERTRAULICH,
            topics.map(({ name }) => name).join(', '),
          ]}
        />
      }
      foot={
        (dueAt ?? relevance) && (
          <>
            {dueAt && !announcement.expired && (
              <span className={isNear(dueAt) ? 'ui-hot' : daysLeft(dueAt) < 0 ? 'ui-meta' : 'ann-strong'}>
                bis {dueWords(dueAt)}, {formatDaysLeft(dueAt)}
              </span>
            )}
            <Why announcement={announcement} />
          </>
        )
      }
      act={<QuickAcknowledge id={id} title={title} own={announcement.ownAcknowledgements} />}
    />
  );
}

/** What is no longer as it was. */
function State({ announcement: { status, expired, corrections } }: { announcement: AnnouncementCardFragment }) {
  if (status === 'WITHDRAWN') return <StatusBadge status="danger">zurückgezogen</StatusBadge>;
  if (expired) return <Tag>abgelaufen</Tag>;
  return corrections.length > 0 ? <StatusBadge status="info">berichtigt</StatusBadge> : null;
}

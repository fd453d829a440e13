import { useId } from 'react';
import { Link } from 'react-router';
import { formatDaysLeft, formatLongDate, formatTime } from '../../lib/dates.ts';
import { Dotted } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import { Panel } from '../../ui/section.tsx';
import type { EventCardFragment } from './documents.generated.ts';
import { EventState } from './parts.tsx';
import { OwnPlace } from './own-place.tsx';
import { eventLabel, formatWords } from './words.ts';

/** The next one, the largest thing on the page. */
export function NextEvent({ event }: { event: EventCardFragment }) {
  const heading = useId();
  const host = event.host?.title ?? event.hostName;
  return (
    <Panel kind="now" labelledBy={heading}>
      <div className="spr-next">
        <p className="spr-next__time">{formatTime(event.startsAt)}</p>
        <div className="spr-next__text">
          <p className="ui-meta">
            {event.status === 'LIVE' ? (
              <EventState event={event} />
            ) : (
              <Dotted parts={['Nächste Sprechstunde', formatLongDate(event.startsAt), formatDaysLeft(event.startsAt)]} />
            )}
          </p>
          <h2 className="ui-h2" id={heading}>
            <Link to={`/sprechstunden/${event.id}`}>{eventLabel(event)}</Link>
          </h2>
          <p className="ui-meta">
            <Dotted parts={[`bis ${formatTime(event.endsAt)} Uhr`, formatWords[event.format], event.place, host]} />
          </p>
          {event.summary && <p>{event.summary}</p>}
          {event.topics.length > 0 && (
            <div className="ui-tags">
              {event.topics.map((topic) => (
                <Tag key={topic}>{topic}</Tag>
              ))}
            </div>
          )}
          <OwnPlace event={event} />
        </div>
      </div>
    </Panel>
  );
}

import { formatDayMonthShort, formatTime, formatWeekdayShort } from '../../lib/dates.ts';
import { Dotted, Row } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import type { EventCardFragment } from './documents.generated.ts';
import { EventState } from './parts.tsx';
import { eventLabel, formatWords, placeWords } from './words.ts';

const year = (at: string): string => at.slice(0, 4);

export function EventRow({ event }: { event: EventCardFragment }) {
  const own = event.ownRegistrations.find((registration) => registration.status !== 'WITHDRAWN');
  const host = event.host?.title ?? event.hostName;
  return (
    <Row
      dated
      lead={
        <div className="spr-date">
          <b>{formatWeekdayShort(event.startsAt)}</b>
          <span>{formatDayMonthShort(event.startsAt)}</span>
          {year(event.startsAt) !== year(new Date().toISOString()) && <span>{year(event.startsAt)}</span>}
        </div>
      }
      title={eventLabel(event)}
      to={`/sprechstunden/${event.id}`}
      mark={event.status === 'DONE' ? undefined : <EventState event={event} />}
      meta={
        <Dotted
          parts={[
            `${formatTime(event.startsAt)} bis ${formatTime(event.endsAt)} Uhr`,
            event.format !== 'TOPIC' && formatWords[event.format],
            event.place,
            host,
            event.topics.join(', '),
          ]}
        />
      }
      act={own && event.status === 'ANNOUNCED' ? <Tag icon="check">{placeWords(own.status)}</Tag> : undefined}
    />
  );
}

import { usePages } from '../../lib/use-pages.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { formatDayMonthShort, formatTime, formatWeekdayShort } from '../../lib/dates.ts';
import { Pager } from '../../ui/frame-parts.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { StatusBadge } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { PublicSprechstundenDocument, type PublicSprechstundenQuery } from './documents.generated.ts';
import { calendarFile, eventLabel, formatWords } from './words.ts';
import './sprechstunden.scss';

const eventsOf = (data: PublicSprechstundenQuery) => data.publicSprechstunden;
type PublicEvent = PublicSprechstundenQuery['publicSprechstunden']['nodes'][number];

/** The dates, for everybody. */
export function PublicPage() {
  return (
    <>
      <PageHeader
        title="Termine der Sprechstunden"
        lead="Das Land beantwortet Fragen der Verwaltungen. Anmelden können Sie sich nach der Anmeldung auf der Plattform."
        actions={
          <LinkButton to={`/termine/${new Date().getFullYear()}`} size="medium">
            Themen des Jahres
          </LinkButton>
        }
      />
      <div className="ui-flow">
        <Dates past={false} title="Kommende Termine" empty="Zurzeit ist kein Termin angekündigt." />
        <Dates past title="Vergangene Termine" empty="Noch hat keine Sprechstunde stattgefunden." />
      </div>
    </>
  );
}

function Dates({ past, title, empty }: { past: boolean; title: string; empty: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(PublicSprechstundenDocument, { past, first: 30 }, eventsOf);
  return (
    <Section title={title} count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>{empty}</EmptyState>
      ) : (
        <RowList label={title}>
          {nodes.map((event) => (
            <DateRow key={event.id} event={event} past={past} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

function DateRow({ event, past }: { event: PublicEvent; past: boolean }) {
  const { seriesName, no, title } = event;
  const label = eventLabel({ no: no ?? null, title, series: seriesName ? { name: seriesName } : null });
  return (
    <Row
      dated
      lead={
        <div className="spr-date">
          <b>{formatWeekdayShort(event.startsAt)}</b>
          <span>{formatDayMonthShort(event.startsAt)}</span>
          <span>{event.startsAt.slice(0, 4)}</span>
        </div>
      }
      title={label}
      mark={event.status === 'CANCELLED' ? <StatusBadge status="danger">fällt aus</StatusBadge> : undefined}
      meta={
        <Dotted
          parts={[
            `${formatTime(event.startsAt)} bis ${formatTime(event.endsAt)} Uhr`,
            event.format !== 'TOPIC' && formatWords[event.format],
            event.place,
            event.hostName,
            event.topics.join(', '),
          ]}
        />
      }
      foot={event.summary ? <p className="ui-meta">{event.summary}</p> : undefined}
      act={
        past || event.status === 'CANCELLED' ? undefined : (
          <>
            {event.registrationUrl && (
              <a href={event.registrationUrl} rel="noreferrer" aria-label={`Zur Anmeldung: ${label}`}>
                Zur Anmeldung
              </a>
            )}
            <a href={calendarFile(event.id)} download aria-label={`In meinen Kalender: ${label}`}>
              In meinen Kalender
            </a>
          </>
        )
      }
    />
  );
}

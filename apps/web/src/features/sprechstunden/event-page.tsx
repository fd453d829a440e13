import { useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Alert } from '../../ui/alert.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { Breadcrumb } from '../../ui/page-header.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { EventQuestions } from '../questions/index.ts';
import { Agenda } from './agenda.tsx';
import { SprechstundeDocument, type SprechstundeQuery } from './documents.generated.ts';
import { EditorDeeds } from './editor/lazy.tsx';
import { Materials } from './materials.tsx';
import { Mood } from './mood.tsx';
import { Participants } from './participants.tsx';
import { Stage } from './stage.tsx';
import { eventLabel, eventShort } from './words.ts';

type Event = SprechstundeQuery['sprechstunde'];
const back = { to: '/sprechstunden', label: 'Zu den Sprechstunden' };

/** One Sprechstunde or other event: what it is, who speaks, who comes, what came of it. */
export function EventPage() {
  const { id = '' } = useParams();
  return <EventFrame key={id} id={id} />;
}

function EventFrame({ id }: { id: string }) {
  const ready = useRoom(`event:${id}`);
  const { data, error, refetch } = useQuery(
    SprechstundeDocument,
    ready
      ? {
          variables: { id },
          fetchPolicy: 'cache-and-network',
        }
      : skipToken,
  );
  if (!data)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Veranstaltung gibt es nicht, oder sie ist nicht für Sie freigegeben.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  return <EventParts event={data.sprechstunde} />;
}

function EventParts({ event }: { event: Event }) {
  usePageTitle(eventLabel(event));
  const live = event.status === 'LIVE';
  const begun = live || event.status === 'DONE';
  // By its key it stays the same form in whichever place it stands: who is just writing goes on when the event begins or ends.
  const questions = event.status !== 'DRAFT' && (
    <EventQuestions
      key="fragen"
      sprechstundeId={event.id}
      agenda={event.agenda}
      mayAsk={event.status !== 'CANCELLED'}
      queued={live || event.status === 'ANNOUNCED'}
    />
  );
  return (
    <>
      <Breadcrumb steps={[{ label: 'Sprechstunden', to: '/sprechstunden' }, { label: eventShort(event) }]} />
      <Stage event={event} />
      {event.viewerCan.edit && <EditorDeeds event={event} />}
      {event.status === 'CANCELLED' && (
        <Alert kind="warning" title="Diese Veranstaltung fällt aus">
          {event.cancelReason && <p>{event.cancelReason}</p>}
        </Alert>
      )}
      <Columns
        rail={
          <>
            {live && <Agenda event={event} />}
            <Participants event={event} />
            <Materials event={event} />
          </>
        }
      >
        {/* While it runs, the questions are what one comes for. */}
        {live && questions}
        {/* And after it what came of it. */}
        {event.status === 'DONE' && <Review event={event} />}
        {(event.summary || event.topics.length > 0) && (
          <Section title="Worum es geht">
            {event.summary && <p className="ui-plaintext">{event.summary}</p>}
            {event.topics.length > 0 && (
              <ul className="spr-topics">
                {event.topics.map((topic) => (
                  <li key={topic}>{topic}</li>
                ))}
              </ul>
            )}
          </Section>
        )}
        {!live && <Agenda event={event} />}
        {!live && questions}
        {live && <Review event={event} />}
        {begun && <Mood eventId={event.id} />}
      </Columns>
    </>
  );
}

/** Rückblick: what was said and what follows. */
function Review({ event }: { event: Event }) {
  const { review, nextSteps, moodQuotes, participatingOrganisations: came } = event;
  if (!review && !nextSteps && moodQuotes.length === 0 && came == null) return null;
  return (
    <Section title="Rückblick">
      <div className="spr-review">
        {came != null && (
          <p className="ui-meta">{came === 1 ? 'Eine Verwaltung hat teilgenommen.' : `${came} Verwaltungen haben teilgenommen.`}</p>
        )}
        {review && <Markdown text={review} />}
        {nextSteps && (
          <>
            <h3 className="ui-h3">Nächste Schritte</h3>
            <Markdown text={nextSteps} />
          </>
        )}
        {moodQuotes.length > 0 && (
          <>
            <h3 className="ui-h3">Stimmen</h3>
            {moodQuotes.map((quote) => (
              <figure key={quote.id} className="spr-quote">
                <blockquote>„{quote.text}“</blockquote>
                <figcaption className="ui-meta">{quote.label}</figcaption>
              </figure>
            ))}
          </>
        )}
      </div>
    </Section>
  );
}

import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { OrgMark } from '../../../ui/marks.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { markOf, useViewer } from '../../people/index.ts';
import { WithdrawRegistrationDocument } from '../documents.generated.ts';
import { placeWords } from '../words.ts';
import {
  EventRegistrationsDocument,
  ExportParticipantsDocument,
  type EventFormFragment,
  type EventRegistrationsQuery,
} from './documents.generated.ts';
import { Seats } from './seats.tsx';

type Place = EventRegistrationsQuery['sprechstunde']['registrations']['nodes'][number];
const placesOf = (data: EventRegistrationsQuery) => data.sprechstunde.registrations;

/** Who comes, and who works there from outside. */
export function People({ event }: { event: EventFormFragment }) {
  return (
    <div className="ui-flow">
      <Registrations event={event} />
      <Seats event={event} />
    </div>
  );
}

function Registrations({ event }: { event: EventFormFragment }) {
  const { nodes, total, error, more, busy, retry } = usePages(EventRegistrationsDocument, { id: event.id, first: 50 }, placesOf);
  return (
    <Section
      title="Anmeldungen"
      count={total ?? undefined}
      aside={total !== null && total > 0 && event.viewerCan.exportParticipants && <Export eventId={event.id} />}
    >
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : nodes.length === 0 ? (
        <EmptyState>
          {event.registrationUrl ? 'Für diese Veranstaltung meldet man sich anderswo an.' : 'Noch ist niemand angemeldet.'}
        </EmptyState>
      ) : (
        <RowList label="Anmeldungen">
          {nodes.map((place) => (
            <PlaceRow key={place.id} place={place} />
          ))}
        </RowList>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

function PlaceRow({ place }: { place: Place }) {
  const viewer = useViewer();
  const [asked, ask] = useState(false);
  const [withdraw] = useMutation(WithdrawRegistrationDocument, {
    refetchQueries: ['EventRegistrations', 'EventPlaces'],
    awaitRefetchQueries: true,
  });
  const { busy, run } = useDeed();
  const who = place.companion || place.person.name;
  return (
    <Row
      lead={<OrgMark code={place.organisation.code} kind={markOf(viewer, place.organisation)} />}
      title={who}
      read={place.status === 'WAITING'}
      meta={
        <Dotted
          parts={[
            place.organisation.title,
            placeWords(place.status, place.waitingPlace),
            place.companion && `durch ${place.person.name}`,
            <RelativeTime key="at" at={place.registeredAt} />,
          ]}
        />
      }
      act={
        place.viewerCan.withdraw && (
          <>
            <Button variant="quiet" aria-label={`${who} abmelden …`} onClick={() => ask(true)}>
              Abmelden …
            </Button>
            <ConfirmDialog
              title={`${who} abmelden?`}
              open={asked}
              busy={busy}
              confirm="Abmelden"
              onClose={() => ask(false)}
              onConfirm={() =>
                void run(() => withdraw({ variables: { id: place.id } }), { text: `${who} ist abgemeldet.` }).then(() => ask(false))
              }
            >
              <p>Der Platz geht an die nächste Person auf der Warteliste.</p>
            </ConfirmDialog>
          </>
        )
      }
    />
  );
}

/** Who comes as a table for Excel. */
function Export({ eventId }: { eventId: string }) {
  const [asked, ask] = useState(false);
  const [read] = useMutation(ExportParticipantsDocument);
  const { busy, run } = useDeed();
  const download = async () => {
    const { data } = await read({ variables: { sprechstundeId: eventId } });
    if (data) saveFile(data.exportParticipants.name, data.exportParticipants.text);
  };
  return (
    <>
      <Button icon="download" onClick={() => ask(true)}>
        Liste als CSV …
      </Button>
      <ConfirmDialog
        title="Teilnahmeliste herunterladen?"
        open={asked}
        busy={busy}
        confirm="Liste herunterladen"
        onClose={() => ask(false)}
        onConfirm={() => void run(download, { text: 'Die Liste liegt bei Ihren Downloads.' }).then(() => ask(false))}
      >
        <p>Die Datei enthält Namen und Verwaltungen. Bitte geben Sie sie nur weiter, wenn es nötig ist.</p>
        <p>Der Abruf wird protokolliert.</p>
      </ConfirmDialog>
    </>
  );
}

import { useState } from 'react';
import { Link } from 'react-router';
import { counted } from '../../lib/counts.ts';
import { formatAppointment } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Dotted } from '../../ui/list.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { CompanionDialog } from './companion-dialog.tsx';
import type { EventPlacesQuery, SprechstundeQuery } from './documents.generated.ts';
import { usePlaces, Withdraw } from './own-place.tsx';
import { useMinute } from './parts.tsx';
import { eventLabel, placeWords } from './words.ts';

type Event = SprechstundeQuery['sprechstunde'];
type Places = EventPlacesQuery['sprechstunde'];

/** The registrations of one's own organisation, and who comes by organisation. */
export function Participants({ event }: { event: Event }) {
  const viewer = useViewer();
  const { data, error, refetch } = usePlaces(event.id);
  if (event.registrationUrl || event.status === 'DRAFT') return null;
  const places = data?.sprechstunde;
  return (
    <div id="teilnahme" className="spr-rail">
      {places ? (
        <>
          <Own event={event} places={places} title={viewer.actsFor ? `Anmeldung von ${viewer.actsFor.name}` : 'Anmeldung'} />
          <Who places={places} over={event.status === 'DONE' || event.status === 'CANCELLED'} />
        </>
      ) : (
        <Section title="Anmeldung">
          {error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : <LoadingRows rows={2} />}
        </Section>
      )}
    </div>
  );
}

function Own({ event, places, title }: { event: Event; places: Places; title: string }) {
  const viewer = useViewer();
  const [asked, ask] = useState(false);
  const now = useMinute();
  const own = places.ownRegistrations;
  const until = event.registrationUntil ?? event.startsAt;
  const announced = event.status === 'ANNOUNCED';
  return (
    <Section title={title}>
      {own.length === 0 ? (
        <p className="ui-meta">{announced ? 'Von hier ist noch niemand angemeldet.' : 'Von hier war niemand angemeldet.'}</p>
      ) : (
        <ul className="ui-people">
          {own.map((place) => (
            <li key={place.id}>
              <OrgMark code={place.organisation.code} kind={markOf(viewer, place.organisation)} />
              <div>
                <span>{place.companion || place.person.name}</span>
                <p className="ui-meta">
                  <Dotted parts={[placeWords(place.status, place.waitingPlace), place.companion && `durch ${place.person.name}`]} />
                </p>
                {place.viewerCan.withdraw && (place.companion !== '' || place.person.id !== viewer.person.id) && (
                  <Withdraw small place={place} title={eventLabel(event)} />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {places.viewerCan.register ? (
        <>
          <p className="ui-meta spr-note">
            <Dotted parts={[`Anmeldung bis ${formatAppointment(until)} Uhr`, placesLeft(event, places)]} />
          </p>
          <p className="spr-note">
            <Button icon="add" onClick={() => ask(true)}>
              Weitere anmelden …
            </Button>
          </p>
        </>
      ) : (
        announced && Date.parse(until) < now && <p className="ui-meta spr-note">Die Anmeldefrist ist abgelaufen.</p>
      )}
      {asked && <CompanionDialog eventId={event.id} onClose={() => ask(false)} />}
    </Section>
  );
}

const placesLeft = ({ limit }: Event, { registeredCount, waitingCount }: Places): string =>
  limit == null
    ? ''
    : registeredCount < limit
      ? `${limit - registeredCount} von ${limit} Plätzen frei`
      : `alle ${limit} Plätze vergeben, ${waitingCount} auf der Warteliste`;

/** Who comes, by organisation; folded, since up to 133 may. */
function Who({ places, over }: { places: Places; over: boolean }) {
  const viewer = useViewer();
  const { registeredOrganisations: bodies, registeredCount } = places;
  return (
    <Section title={over ? 'Angemeldet waren' : 'Es kommen'}>
      {bodies.length === 0 ? (
        <p className="ui-meta">{over ? 'Niemand war angemeldet.' : 'Noch ist niemand angemeldet.'}</p>
      ) : (
        <details>
          <summary className="ui-meta">
            {counted(registeredCount, 'Person', 'Personen')} aus {counted(bodies.length, 'Verwaltung', 'Verwaltungen')}
          </summary>
          <ul className="ui-people">
            {bodies.map(({ organisation, people }) => (
              <li key={organisation.id}>
                <OrgMark size="small" code={organisation.code} kind={markOf(viewer, organisation)} />
                <div>
                  <Link to={`/kommunen/${organisation.id}`}>{organisation.title}</Link>
                  <span className="ui-meta">, {counted(people, 'Person', 'Personen')}</span>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

import { useId, useMemo } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { formatLongDate, formatTime } from '../../lib/dates.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dotted } from '../../ui/list.tsx';
import { TileMap, type Tile } from '../../ui/tile-map.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { markOf, useViewer } from '../people/index.ts';
import { CurrentQuestion } from '../questions/index.ts';
import { ConductSprechstundeDocument, EventTilesDocument, type SprechstundeQuery } from './documents.generated.ts';
import { OwnPlace, usePlaces } from './own-place.tsx';
import { AwayButton, EventState } from './parts.tsx';
import { calendarFile, eventLabel, formatWords } from './words.ts';

type Event = SprechstundeQuery['sprechstunde'];

/** The head of an event: dark in both themes, since it is where things happen. */
export function Stage({ event }: { event: Event }) {
  const heading = useId();
  const host = event.host?.title ?? event.hostName;
  const open = event.status === 'ANNOUNCED' || event.status === 'LIVE';
  return (
    <section className="spr-stage ui-now" data-kern-theme="dark" aria-labelledby={heading}>
      <div>
        <p className="spr-stage__when">
          <EventState event={event} />
          <span className="ui-meta">
            <Dotted
              parts={[
                `${formatLongDate(event.startsAt)}, ${formatTime(event.startsAt)} bis ${formatTime(event.endsAt)} Uhr`,
                formatWords[event.format],
              ]}
            />
          </span>
        </p>
        <h1 className="ui-h1" id={heading} tabIndex={-1}>
          {eventLabel(event)}
        </h1>
        <p className="ui-meta">
          <Dotted parts={[event.place, host && `Es lädt ein: ${host}`]} />
        </p>
        <div className="spr-stage__deeds">
          {event.status === 'LIVE' && <CurrentQuestion sprechstundeId={event.id} />}
          {open && <OwnPlace event={event} />}
          <div className="ui-row">
            {open && event.joinUrl && (
              <AwayButton primary={event.status === 'LIVE'} href={event.joinUrl} icon="videocam">
                Zur Videokonferenz
              </AwayButton>
            )}
            {event.status === 'LIVE' && (
              <LinkButton size="medium" icon="open-in-new" to={`/sprechstunden/${event.id}/leinwand`}>
                Ansicht für den Beamer
              </LinkButton>
            )}
            {event.status === 'ANNOUNCED' && (
              <a className="kern-btn ui-btn--medium kern-btn--secondary" href={calendarFile(event.id)} download>
                <span className="kern-label">In meinen Kalender (.ics)</span>
              </a>
            )}
            {event.viewerCan.conduct && <Conduct event={event} />}
          </div>
        </div>
      </div>
      {event.status !== 'DRAFT' && !event.registrationUrl && (
        <Coming eventId={event.id} over={event.status === 'DONE' || event.status === 'CANCELLED'} />
      )}
    </section>
  );
}

/** Begins and ends it. */
function Conduct({ event }: { event: Event }) {
  const [change] = useMutation(ConductSprechstundeDocument);
  const { busy, run } = useDeed();
  const to = event.status === 'ANNOUNCED' ? 'LIVE' : event.status === 'LIVE' ? 'DONE' : null;
  if (!to) return null;
  return (
    <Button
      size="medium"
      busy={busy}
      onClick={() =>
        void run(() => change({ variables: { id: event.id, status: to } }), {
          text: to === 'LIVE' ? 'Die Veranstaltung läuft.' : 'Die Veranstaltung ist beendet.',
        })
      }
    >
      {to === 'LIVE' ? 'Beginnen' : 'Beenden'}
    </Button>
  );
}

/** Who comes, as a picture beside its number; the list is in the section that the number leads to. */
function Coming({ eventId, over }: { eventId: string; over: boolean }) {
  const viewer = useViewer();
  const places = usePlaces(eventId).data?.sprechstunde;
  const land = useQuery(EventTilesDocument).data?.organisations.nodes;
  const tiles = useMemo<Tile[]>(() => {
    if (!places || !land) return [];
    const on = new Set(places.registeredOrganisations.map(({ organisation }) => organisation.id));
    return land.flatMap((organisation) => {
      if (!organisation.tile) return [];
      const { id, key, code, title, tile } = organisation;
      const mine = markOf(viewer, organisation) === 'mine';
      const state = mine ? (on.has(id) ? 'mine' : 'mine-off') : on.has(id) ? 'on' : 'off';
      return [{ key, code, label: title, column: tile.column, row: tile.row, group: tile.kreis, state } satisfies Tile];
    });
  }, [places, land, viewer]);
  if (!places || tiles.length === 0) return null;
  const bodies = places.registeredOrganisations.length;
  return (
    <div className="spr-stage__map">
      <TileMap label={`Karte: ${bodies} Verwaltungen sind angemeldet`} tiles={tiles} outline={false} />
      <p className="ui-meta">
        <b className="spr-stage__count">{places.registeredCount}</b> {places.registeredCount === 1 ? 'Person' : 'Personen'} aus{' '}
        <a href="#teilnahme">{counted(bodies, 'Verwaltung', 'Verwaltungen')}</a> {over ? 'waren angemeldet' : 'angemeldet'}
      </p>
    </div>
  );
}

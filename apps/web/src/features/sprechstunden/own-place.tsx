import { useState } from 'react';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { useRoom } from '../../lib/use-live.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Tag } from '../../ui/marks.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useViewer } from '../people/index.ts';
import {
  EventPlacesDocument,
  RegisterDocument,
  WithdrawRegistrationDocument,
  type EventCardFragment,
  type EventPlacesQuery,
  type OwnRegistrationFragment,
} from './documents.generated.ts';
import { AwayButton } from './parts.tsx';
import { eventLabel, placeWords } from './words.ts';

type Places = EventPlacesQuery['sprechstunde'];
const seen = { refetchQueries: ['EventPlaces'], awaitRefetchQueries: true };

/** What is known of the places of an event, live. */
export function usePlaces(id: string) {
  const ready = useRoom(`event:${id}`);
  return useQuery(EventPlacesDocument, ready ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken);
}

/** The viewer's own place: take it, or give it back. */
export function OwnPlace({ event }: { event: EventCardFragment }) {
  const { data } = usePlaces(event.id);
  if (event.registrationUrl && event.status === 'ANNOUNCED')
    return (
      <div className="ui-row">
        <AwayButton primary href={event.registrationUrl} icon="open-in-new">
          Zur Anmeldung
        </AwayButton>
      </div>
    );
  return data ? <PlaceButton event={event} places={data.sprechstunde} /> : null;
}

function PlaceButton({ event, places }: { event: EventCardFragment; places: Places }) {
  const viewer = useViewer();
  const own = places.ownRegistrations.find((place) => place.person.id === viewer.person.id && place.companion === '');
  if (own)
    return (
      <div className="ui-row">
        <Tag icon={own.status === 'WAITING' ? 'schedule' : 'check'}>{placeWords(own.status, own.waitingPlace)}</Tag>
        {own.viewerCan.withdraw && <Withdraw place={own} title={eventLabel(event)} />}
      </div>
    );
  if (!places.viewerCan.register) return null;
  return (
    <div className="ui-row">
      <TakePlace event={event} full={event.limit != null && places.registeredCount >= event.limit} />
    </div>
  );
}

function TakePlace({ event, full }: { event: EventCardFragment; full: boolean }) {
  const { actsFor } = useViewer();
  const [clientMutationId, renew] = useState(() => crypto.randomUUID());
  const [register] = useMutation(RegisterDocument, seen);
  const { busy, run } = useDeed();
  const take = async () => {
    await register({ variables: { input: { clientMutationId, sprechstundeId: event.id, organisationId: actsFor?.id ?? null } } });
    renew(crypto.randomUUID());
  };
  return (
    <Button
      size="medium"
      variant="primary"
      busy={busy}
      onClick={() => void run(take, { text: full ? 'Sie stehen auf der Warteliste.' : `Sie sind angemeldet: ${eventLabel(event)}.` })}
    >
      {full ? 'Auf die Warteliste' : 'Anmelden'}
    </Button>
  );
}

/** Gives a place back. Somebody may wait for it, so it asks once more. */
export function Withdraw({ place, title, small = false }: { place: OwnRegistrationFragment; title: string; small?: boolean }) {
  const [asked, ask] = useState(false);
  const [withdraw] = useMutation(WithdrawRegistrationDocument, seen);
  const { busy, run } = useDeed();
  const who = place.companion || place.person.name;
  return (
    <>
      <Button
        variant="quiet"
        size={small ? 'small' : 'medium'}
        {...(small && { 'aria-label': `${who} abmelden …` })}
        onClick={() => ask(true)}
      >
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
        <p>{title}</p>
        <p>Der Platz geht an die nächste Person auf der Warteliste.</p>
      </ConfirmDialog>
    </>
  );
}

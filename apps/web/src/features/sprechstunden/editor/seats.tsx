import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { formatDate } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { OrgMark } from '../../../ui/marks.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { markOf, useViewer } from '../../people/index.ts';
import {
  EndEventSeatDocument,
  EventInvitationsDocument,
  EventSeatsDocument,
  ResendEventInvitationDocument,
  RevokeEventInvitationDocument,
  type EventFormFragment,
  type EventInvitationsQuery,
  type EventSeatsQuery,
} from './documents.generated.ts';
import { InviteGuestDialog, SeatDialog, seatWords } from './seat-dialogs.tsx';

type Seat = EventSeatsQuery['sprechstunde']['seats']['nodes'][number];
type Invited = EventInvitationsQuery['sprechstunde']['guestInvitations']['nodes'][number];
const seatsOf = (data: EventSeatsQuery) => data.sprechstunde.seats;
const invitationsOf = (data: EventInvitationsQuery) => data.sprechstunde.guestInvitations;

/** People from outside who host, speak or listen, each until a last day. */
export function Seats({ event }: { event: EventFormFragment }) {
  const [inviting, invite] = useState(false);
  const { nodes, total, error, more, busy, retry } = usePages(EventSeatsDocument, { id: event.id, first: 50 }, seatsOf);
  return (
    <>
      <Section
        title="Gastplätze"
        count={total ?? undefined}
        aside={
          <Button icon="mail" onClick={() => invite(true)}>
            Einladen …
          </Button>
        }
      >
        <p className="ui-meta">
          Wer einlädt oder vorträgt und nicht auf der Plattform ist, arbeitet hier mit einem Gastplatz bis zu einem letzten Tag.
        </p>
        {error !== undefined && nodes.length === 0 ? (
          <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
        ) : total === null ? (
          <LoadingRows rows={2} />
        ) : nodes.length === 0 ? (
          <EmptyState>Zurzeit hat niemand einen Gastplatz.</EmptyState>
        ) : (
          <RowList label="Gastplätze">
            {nodes.map((seat) => (
              <SeatRow key={seat.id} seat={seat} />
            ))}
          </RowList>
        )}
        {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
      </Section>
      <Invitations eventId={event.id} />
      {inviting && <InviteGuestDialog event={event} onClose={() => invite(false)} />}
    </>
  );
}

function SeatRow({ seat }: { seat: Seat }) {
  const viewer = useViewer();
  const [asked, ask] = useState<'change' | 'end' | null>(null);
  const [end] = useMutation(EndEventSeatDocument, { refetchQueries: ['EventSeats'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  const { name } = seat.person;
  return (
    <Row
      lead={<OrgMark code={seat.organisation.code} kind={markOf(viewer, seat.organisation)} />}
      title={name}
      meta={<Dotted parts={[seat.organisation.title, seatWords[seat.role], `bis ${formatDate(seat.until)}`]} />}
      act={
        <>
          <Menu
            label={`Weiteres zu ${name}`}
            entries={[
              { id: 'change', label: 'Ändern …', icon: 'edit', onSelect: () => ask('change') },
              { id: 'end', label: 'Beenden …', icon: 'cancel', onSelect: () => ask('end') },
            ]}
          />
          {asked === 'change' && <SeatDialog seat={seat} onClose={() => ask(null)} />}
          <ConfirmDialog
            title={`Gastplatz von ${name} beenden?`}
            open={asked === 'end'}
            busy={busy}
            danger
            confirm="Gastplatz beenden"
            onClose={() => ask(null)}
            onConfirm={() =>
              void run(() => end({ variables: { id: seat.id } }), { text: `Der Gastplatz von ${name} ist beendet.` }).then(() => ask(null))
            }
          >
            <p>Danach liest {name} hier nichts mehr.</p>
          </ConfirmDialog>
        </>
      }
    />
  );
}

function Invitations({ eventId }: { eventId: string }) {
  const { nodes, total, error, more, busy, retry } = usePages(EventInvitationsDocument, { id: eventId, first: 50 }, invitationsOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null || nodes.length === 0) return null;
  return (
    <Section title="Eingeladen" count={total}>
      <RowList label="Offene Einladungen">
        {nodes.map((invited) => (
          <InvitedRow key={invited.id} invited={invited} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Section>
  );
}

function InvitedRow({ invited }: { invited: Invited }) {
  const viewer = useViewer();
  const [resend] = useMutation(ResendEventInvitationDocument);
  const [revoke] = useMutation(RevokeEventInvitationDocument, { refetchQueries: ['EventInvitations'] });
  const { busy, run } = useDeed();
  const { organisation, email, seatRole, guestUntil } = invited;
  const variables = { id: invited.id };
  return (
    <Row
      lead={<OrgMark code={organisation?.code ?? '?'} kind={organisation ? markOf(viewer, organisation) : 'other'} />}
      title={email}
      meta={
        <Dotted
          parts={[
            organisation?.title,
            seatRole && seatWords[seatRole],
            guestUntil && `Gastplatz bis ${formatDate(guestUntil)}`,
            `Einladung gilt bis ${formatDate(invited.expiresAt)}`,
          ]}
        />
      }
      act={
        <>
          <Button
            icon="send"
            busy={busy}
            aria-label={`Einladung an ${email} erneut senden`}
            onClick={() => void run(() => resend({ variables }), { text: `Die Einladung ging noch einmal an ${email}.` })}
          >
            Erneut senden
          </Button>
          <Button
            variant="quiet"
            aria-label={`Einladung an ${email} zurückziehen`}
            onClick={() => void run(() => revoke({ variables }), { text: 'Die Einladung ist zurückgezogen.' })}
          >
            Zurückziehen
          </Button>
        </>
      }
    />
  );
}

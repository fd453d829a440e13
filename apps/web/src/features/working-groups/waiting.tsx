import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { markOf, useViewer } from '../people/index.ts';
import {
  GroupWaitingDocument,
  ResendGuestInvitationDocument,
  RevertDeclineDocument,
  RevokeGuestInvitationDocument,
  type GroupWaitingQuery,
} from './documents.generated.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { roleWords } from './words.ts';

type Waiting = GroupWaitingQuery['workingGroup'];
type Invited = Waiting['invited']['nodes'][number];
type Guest = Waiting['guestInvitations']['nodes'][number];

/** For the leads: who is invited and has not answered, and whose request was declined. */
export function Waiting({ groupId }: { groupId: string }) {
  const { data, error, refetch } = useQuery(GroupWaitingDocument, { variables: { id: groupId }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : null;
  const { invited, declined, guestInvitations } = data.workingGroup;
  return (
    <>
      {invited.total + guestInvitations.total > 0 && (
        <Section title="Eingeladen" count={invited.total + guestInvitations.total} aside="nur für die Leitung sichtbar">
          <RowList>
            {invited.nodes.map((seat) => (
              <InvitedRow key={seat.id} seat={seat} />
            ))}
            {guestInvitations.nodes.map((guest) => (
              <GuestRow key={guest.id} guest={guest} />
            ))}
          </RowList>
        </Section>
      )}
      {declined.total > 0 && (
        <Section title="Abgelehnte Anfragen" count={declined.total} aside="nur für die Leitung sichtbar">
          <RowList>
            {declined.nodes.map((seat) => (
              <DeclinedRow key={seat.id} seat={seat} />
            ))}
          </RowList>
        </Section>
      )}
    </>
  );
}

function InvitedRow({ seat }: { seat: Invited }) {
  const viewer = useViewer();
  const [asked, ask] = useState(false);
  return (
    <Row
      lead={<OrgMark code={seat.organisation.code} kind={markOf(viewer, seat.organisation)} />}
      title={`${seat.person.name}, ${seat.organisation.name}`}
      meta={
        <Dotted
          parts={[
            roleWords[seat.role],
            seat.until && `bis ${formatDate(seat.until)}`,
            <>
              eingeladen <RelativeTime at={seat.requestedAt} />
            </>,
          ]}
        />
      }
      act={
        <>
          <Button variant="quiet" aria-label={`Einladung an ${seat.person.name} zurückziehen …`} onClick={() => ask(true)}>
            Zurückziehen …
          </Button>
          {asked && (
            <RemoveMemberDialog
              membershipId={seat.id}
              name={seat.person.name}
              title="Einladung zurückziehen"
              confirm="Einladung zurückziehen"
              onClose={() => ask(false)}
            />
          )}
        </>
      }
    />
  );
}

function GuestRow({ guest }: { guest: Guest }) {
  const viewer = useViewer();
  const again = { refetchQueries: ['GroupWaiting'] };
  const [resend] = useMutation(ResendGuestInvitationDocument);
  const [revoke] = useMutation(RevokeGuestInvitationDocument, again);
  const { busy, run } = useDeed();
  const variables = { id: guest.id };
  const { organisation } = guest;
  return (
    <Row
      lead={<OrgMark code={organisation?.code ?? '?'} kind={organisation ? markOf(viewer, organisation) : 'other'} />}
      title={guest.email}
      meta={
        <Dotted
          parts={[
            organisation?.name,
            guest.guestUntil && `Gast bis ${formatDate(guest.guestUntil)}`,
            `Einladung gilt bis ${formatDate(guest.expiresAt)}`,
          ]}
        />
      }
      act={
        <>
          <Button
            icon="send"
            busy={busy}
            aria-label={`Einladung an ${guest.email} erneut senden`}
            onClick={() => void run(() => resend({ variables }), { text: `Die Einladung ging noch einmal an ${guest.email}.` })}
          >
            Erneut senden
          </Button>
          <Button
            variant="quiet"
            aria-label={`Einladung an ${guest.email} zurückziehen`}
            onClick={() => void run(() => revoke({ variables }), { text: 'Die Einladung ist zurückgezogen.' })}
          >
            Zurückziehen
          </Button>
        </>
      }
    />
  );
}

function DeclinedRow({ seat }: { seat: Invited }) {
  const viewer = useViewer();
  const [revert] = useMutation(RevertDeclineDocument, { refetchQueries: ['GroupWaiting', 'GroupRequests'] });
  const { busy, run } = useDeed();
  const name = `${seat.person.name}, ${seat.organisation.name}`;
  return (
    <Row
      read
      lead={<OrgMark code={seat.organisation.code} kind={markOf(viewer, seat.organisation)} />}
      title={name}
      meta={<Dotted parts={[seat.statement && `„${seat.statement}“`, `abgelehnt: ${seat.reason}`]} />}
      act={
        <Button
          icon="undo"
          busy={busy}
          aria-label={`Ablehnung von ${name} zurücknehmen`}
          onClick={() =>
            void run(() => revert({ variables: { membershipId: seat.id } }), { text: 'Die Anfrage wartet wieder auf Ihre Entscheidung.' })
          }
        >
          Zurücknehmen
        </Button>
      }
    />
  );
}

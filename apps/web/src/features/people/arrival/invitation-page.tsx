import { useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import type { GroupRole } from '@kollab/contract';
import { formatDate } from '../../../lib/dates.ts';
import { refusalOf, sentenceFor, type Refusal } from '../../../lib/errors.ts';
import { useSession } from '../../../lib/use-session.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { AcceptInvitationDocument, InvitationOfferDocument, type InvitationOfferQuery } from './documents.generated.ts';
import { useViewer } from '../viewer.ts';
import { WayIn } from './way-in.tsx';
import { organisationRoleWords } from '../words.ts';
import '../people.scss';

type Offer = InvitationOfferQuery['invitation'];

const groupRoleWords: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};

/** Where the link of an invitation leads. */
export function InvitationPage() {
  return (
    <WayIn title="Sie sind eingeladen">
      <Invitation />
    </WayIn>
  );
}

function Invitation() {
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(InvitationOfferDocument, { variables: { token }, fetchPolicy: 'network-only' });
  if (data) return <OfferView offer={data.invitation} token={token} />;
  if (error) return <Refused refusal={refusalOf(error)} onRetry={() => void refetch()} />;
  return <LoadingPage />;
}

function OfferView({ offer, token }: { offer: Offer; token: string }) {
  const navigate = useNavigate();
  const { busy, run } = useDeed();
  const [accept] = useMutation(AcceptInvitationDocument, { refetchQueries: ['Viewer'], awaitRefetchQueries: true });
  const place = offer.role && offer.organisation?.title;
  const target = place ?? offer.groupName ?? 'die Plattform';
  const take = async () => {
    const done = await run(() => accept({ variables: { token } }), { text: `Willkommen. Sie arbeiten jetzt mit: ${target}.` });
    if (done) void navigate('/', { replace: true });
  };
  return (
    <>
      <PageHeader
        title={`Einladung: ${target}`}
        lead={`${offer.invitedByName ?? 'Die Betriebsverwaltung des Landes'} lädt Sie ein, auf der gemeinsamen Plattform von Land und Kommunen mitzuarbeiten.`}
      />
      <dl className="ui-kv people-facts">
        {place && offer.role && (
          <>
            <dt>Verwaltung</dt>
            <dd>{place}</dd>
            <dt>Rolle</dt>
            <dd>{organisationRoleWords[offer.role]}</dd>
            {offer.function && (
              <>
                <dt>Funktion</dt>
                <dd>{offer.function}</dd>
              </>
            )}
          </>
        )}
        {offer.groupName && offer.groupRole && (
          <>
            <dt>Arbeitsgruppe</dt>
            <dd>{offer.groupName}</dd>
            <dt>Ihr Platz dort</dt>
            <dd>
              {groupRoleWords[offer.groupRole]}
              {offer.guestUntil && ` bis ${formatDate(offer.guestUntil)}`}
            </dd>
          </>
        )}
        <dt>Gilt bis</dt>
        <dd>{formatDate(offer.expiresAt)}, einmal</dd>
      </dl>
      <div className="ui-row people-act">
        <Button variant="primary" size="medium" icon="check" busy={busy} onClick={() => void take()}>
          Einladung annehmen
        </Button>
        <p className="ui-meta">Möchten Sie nicht, schließen Sie einfach diese Seite.</p>
      </div>
    </>
  );
}

type RefusedWords = { title: string; lead: string };
const refusedWords: Partial<Record<Refusal['code'], RefusedWords>> = {
  'invitation.expired': {
    title: 'Diese Einladung ist abgelaufen',
    lead: 'Sie galt 14 Tage. Bitten Sie die Person, die Sie eingeladen hat, sie noch einmal zu senden.',
  },
  'invitation.used': {
    title: 'Diese Einladung wurde schon angenommen',
    lead: 'Jede Einladung gilt einmal. Wenn Sie es selbst waren, geht es auf der Startseite weiter.',
  },
  'invitation.revoked': {
    title: 'Diese Einladung wurde zurückgezogen',
    lead: 'Bei Fragen wenden Sie sich bitte an die Person, die Sie eingeladen hat.',
  },
  'invitation.foreign': {
    title: 'Diese Einladung gilt für eine andere Adresse',
    lead: 'Sie gehört zu der E-Mail-Adresse, an die sie gesendet wurde. Melden Sie sich ab und öffnen Sie den Link dann noch einmal mit dieser Adresse.',
  },
};

/** Each refusal says calmly what is the matter and what one can do. */
export function Refused({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const session = useSession();
  const { email } = useViewer();
  const words = refusedWords[refusal.code];
  if (refusal.code === 'not_found' || refusal.code === 'invalid')
    return (
      <NotFoundState>
        Diesen Link gibt es nicht oder nicht mehr. Vielleicht kam inzwischen eine neue Einladung, oder er wurde beim Kopieren gekürzt.
      </NotFoundState>
    );
  if (!words) return <FailedPage onRetry={onRetry}>{sentenceFor(refusal.code)}</FailedPage>;
  const foreign = refusal.code === 'invitation.foreign';
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} meta={`Angemeldet als ${email}`} />
      <div className="ui-row">
        {foreign && (
          <Button size="medium" icon="logout" onClick={() => void session.signOut()}>
            Abmelden
          </Button>
        )}
        <LinkButton to="/" size="medium" variant={foreign ? 'quiet' : 'secondary'}>
          Zur Startseite
        </LinkButton>
      </div>
    </>
  );
}

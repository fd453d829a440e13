import { useMutation } from '@apollo/client/react';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { InvitationActions, RequestActions, VolunteeringActions } from '../working-groups/index.ts';
import { ResendFromHomeDocument, type HomeItemPartsFragment } from './documents.generated.ts';

/** The deed in its place where one click suffices; otherwise the way to it. */
export function ItemActions({ item }: { item: HomeItemPartsFragment }) {
  switch (item.kind) {
    case 'GROUP_REQUEST':
      return <RequestActions membershipId={item.subjectId} name={nameIn(item.title)} />;
    case 'VOLUNTEERING':
      return <VolunteeringActions id={item.subjectId} name={nameIn(item.title)} />;
    case 'GROUP_INVITATION':
      return item.groupId ? <InvitationActions groupId={item.groupId} title={item.title} /> : null;
    case 'INVITATION_EXPIRES':
      return <Resend item={item} />;
    case 'ANNOUNCEMENT':
      return (
        <LinkButton to={item.path} aria-label={`Ansehen: ${item.title}`}>
          Ansehen
        </LinkButton>
      );
    case 'QUESTION_ASSIGNED':
      return <LinkButton to={item.path}>Antworten</LinkButton>;
    case 'GROUP_PROPOSAL':
      return <LinkButton to={item.path}>Entscheiden</LinkButton>;
    case 'AFFILIATION_REQUEST':
      return <LinkButton to={item.path}>Prüfen</LinkButton>;
    case 'GUEST_SEAT_ENDS':
      return <LinkButton to={item.path}>Zur Gruppe</LinkButton>;
  }
}

/** "Nico Vorschau möchte mitarbeiten": who it is. */
const nameIn = (title: string): string => title.split(' möchte ')[0] ?? title;

function Resend({ item }: { item: HomeItemPartsFragment }) {
  const [resend] = useMutation(ResendFromHomeDocument, { refetchQueries: ['Home'] });
  const { busy, run } = useDeed();
  return (
    <Button
      icon="send"
      busy={busy}
      aria-label={`Einladung an ${item.title} erneut senden`}
      onClick={() =>
        void run(() => resend({ variables: { id: item.subjectId } }), { text: `Die Einladung ging noch einmal an ${item.title}.` })
      }
    >
      Erneut senden
    </Button>
  );
}

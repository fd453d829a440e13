import { useMutation } from '@apollo/client/react';
import { Button } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { AcknowledgeAnnouncementDocument, type OwnAcknowledgementsFragment } from './documents.generated.ts';

export type OwnAcknowledgement = OwnAcknowledgementsFragment['ownAcknowledgements'][number];

/** One answers for an organisation, never for oneself. */
export function useAcknowledge(id: string) {
  const [acknowledge] = useMutation(AcknowledgeAnnouncementDocument);
  const { busy, run } = useDeed();
  const say = ({ organisation }: OwnAcknowledgement, on: boolean) =>
    run(() => acknowledge({ variables: { id, organisationId: organisation.id, on } }), {
      text: on ? `Kenntnis bestätigt für ${organisation.name}.` : `Die Bestätigung für ${organisation.name} ist zurückgenommen.`,
    });
  return { busy, say };
}

/** In a list: for the one organisation that the viewer answers for; who answers for several does it on the page. */
export function QuickAcknowledge({ id, title, own }: { id: string; title: string; own: readonly OwnAcknowledgement[] }) {
  const { busy, say } = useAcknowledge(id);
  const [only] = own;
  if (own.length !== 1 || !only || only.at || !only.open) return null;
  return (
    <Button
      icon="check"
      busy={busy}
      aria-label={`Kenntnis bestätigen für ${only.organisation.name}: ${title}`}
      onClick={() => void say(only, true)}
    >
      Kenntnis bestätigen
    </Button>
  );
}

import { useId, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { Button, TextButton } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Panel } from '../../ui/section.tsx';
import { SentenceDialog } from '../../ui/sentence-dialog.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useViewer } from '../people/index.ts';
import { VolunteerDocument, WithdrawVolunteeringDocument, type VolunteeringPartsFragment } from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { VolunteeringActions } from './volunteering-actions.tsx';

type Volunteering = VolunteeringPartsFragment;
const seen = { refetchQueries: ['GroupContent', 'WorkingGroup', 'Home'] };

/** For the leads: who offers to take something over. */
export function Volunteers({ group, volunteerings }: { group: Group; volunteerings: readonly Volunteering[] }) {
  const heading = useId();
  const { lead, nameLead } = group.viewerCan;
  const waiting = volunteerings.filter((offer) => offer.status === 'OPEN' && (offer.workPackage ? lead : nameLead));
  if (waiting.length === 0) return null;
  return (
    <Panel labelledBy={heading}>
      <h2 className="ui-h3" id={heading}>
        Jemand bietet an zu übernehmen <span className="ui-meta wg-note">nur für die Leitung sichtbar</span>
      </h2>
      <RowList>
        {waiting.map((offer) => (
          <Row
            key={offer.id}
            title={`${offer.person.name} möchte ${offer.workPackage ? `„${offer.workPackage.title}“` : 'die Leitung'} übernehmen`}
            meta={<Dotted parts={[offer.statement && `„${offer.statement}“`, <RelativeTime key="at" at={offer.createdAt} />]} />}
            act={<VolunteeringActions id={offer.id} name={offer.person.name} />}
          />
        ))}
      </RowList>
    </Panel>
  );
}

type OfferProps = {
  group: Group;
  volunteerings: readonly Volunteering[];
  /** null: the lead of the group */
  workPackage: { id: string; title: string } | null;
};

/** "Ich übernehme": one's own offer, or what became of it. */
export function Offer({ group, volunteerings, workPackage }: OfferProps) {
  const viewer = useViewer();
  const [open, setOpen] = useState(false);
  const [withdraw] = useMutation(WithdrawVolunteeringDocument, seen);
  const { busy, run } = useDeed();
  const mine = volunteerings.find(
    (offer) => offer.status === 'OPEN' && offer.person.id === viewer.person.id && offer.workPackage?.id === workPackage?.id,
  );
  if (mine)
    return (
      <p className="ui-meta">
        Sie haben sich gemeldet. Die Leitung bestätigt.{' '}
        <TextButton
          disabled={busy}
          onClick={() => void run(() => withdraw({ variables: { id: mine.id } }), { text: 'Ihr Angebot ist zurückgezogen.' })}
        >
          Zurückziehen
        </TextButton>
      </p>
    );
  if (!group.viewerCan.volunteer) return null;
  return (
    <>
      {workPackage ? (
        <Button onClick={() => setOpen(true)}>Ich übernehme …</Button>
      ) : (
        <TextButton onClick={() => setOpen(true)}>Ich übernehme die Leitung …</TextButton>
      )}
      {open && <OfferDialog groupId={group.id} workPackage={workPackage} onClose={() => setOpen(false)} />}
    </>
  );
}

function OfferDialog({ groupId, workPackage, onClose }: { groupId: string; workPackage: OfferProps['workPackage']; onClose: () => void }) {
  const [offer] = useMutation(VolunteerDocument, seen);
  return (
    <SentenceDialog
      title={workPackage ? `„${workPackage.title}“ übernehmen` : 'Leitung übernehmen'}
      confirm="Ich übernehme"
      field="statement"
      label="Möchten Sie etwas dazu sagen?"
      wrong={`Höchstens ${limits.sentence.max} Zeichen.`}
      optional
      input="volunteer"
      variables={(statement) => ({ groupId, workPackageId: workPackage?.id ?? null, statement: statement.trim() })}
      send={(variables) => offer({ variables })}
      said={{ text: 'Danke. Die Leitung bestätigt Ihr Angebot.' }}
      onClose={onClose}
    >
      <p>Die Leitung bestätigt Ihr Angebot.</p>
    </SentenceDialog>
  );
}

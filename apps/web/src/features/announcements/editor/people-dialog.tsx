import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { AudiencePeopleDocument, type AudiencePeopleQuery } from './documents.generated.ts';
import { audienceInputOf, type AudienceDraft } from './draft.ts';

/** A person may be reached through two places. */
const peopleOf = ({ audiencePeople: { nodes, ...rest } }: AudiencePeopleQuery) => ({
  ...rest,
  nodes: nodes.map((node) => ({ ...node, id: `${node.person.id} ${node.organisation?.id ?? ''}` })),
});

interface PeopleDialogProps {
  audience: AudienceDraft;
  /** How many there are, also those whom the writer may not know by name. */
  reached: number;
  onClose: () => void;
}

/** Everybody it goes to, by name as far as the writer may know it. */
export function PeopleDialog({ audience, reached, onClose }: PeopleDialogProps) {
  const { nodes, total, error, more, busy, retry } = usePages(
    AudiencePeopleDocument,
    { audience: audienceInputOf(audience), first: 50 },
    peopleOf,
  );
  return (
    <Dialog title={reached === 1 ? 'Eine Person' : `${reached} Personen`} open onClose={onClose}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={4} />
      ) : (
        <ul className="ann-people" aria-label="Personen">
          {nodes.map(({ id, person, organisation }) => (
            <li key={id}>
              {person.name}
              <span className="ui-meta">{organisation ? organisation.title : 'über eine Arbeitsgruppe'}</span>
            </li>
          ))}
        </ul>
      )}
      {total !== null && total < reached && (
        <p className="ui-meta">{`${total === 0 ? '' : 'Dazu '}${reached - total} über Arbeitsgruppen, deren Mitglieder nur sieht, wer dort mitliest.`}</p>
      )}
      {more && total !== null && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </Dialog>
  );
}

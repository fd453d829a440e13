import { useEffect } from 'react';
import type { MentionCandidatesQuery } from '../documents.generated.ts';
import { counted } from '../../../lib/counts.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';

export type Candidate = MentionCandidatesQuery['mentionCandidates'][number];

const icons: Record<Candidate['kind'], IconName> = { PERSON: 'person', ORGANISATION: 'location-city', ROLE: 'group' };

type MentionListProps = {
  id: string;
  candidates: readonly Candidate[];
  active: number;
  place: { left: number; top: number };
  onChoose: (candidate: Candidate) => void;
};

export const optionId = (list: string, index: number): string => `${list}-${index}`;

/** Names for what is typed after an @. The focus stays in the text; the arrow keys move here. */
export function MentionList({ id, candidates, active, place, onChoose }: MentionListProps) {
  // Who writes at the end of a page would see the first name at most.
  useEffect(() => {
    for (const shown of [id, optionId(id, active)]) document.getElementById(shown)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <ul className="ui-pop thr-names" role="listbox" id={id} aria-label="Erwähnen" style={{ left: place.left, top: place.top }}>
      {candidates.map((candidate, index) => (
        <li
          key={candidate.kind + candidate.targetId}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={classes('ui-item', index === active && 'thr-names__active')}
          // Not a click: the text must not lose the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(candidate);
          }}
        >
          <Icon name={icons[candidate.kind]} />
          <span>
            {candidate.name}
            <span className="ui-meta thr-block">
              {[candidate.detail, candidate.kind !== 'PERSON' && counted(candidate.recipients, 'Person', 'Personen')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import { formatDayMonthShort, formatDaysLeft, formatWeekdayShort } from '../../../lib/dates.ts';
import { Row, RowList } from '../../../ui/list.tsx';
import { WhyChip } from '../../../ui/marks.tsx';
import { isNear, kindWords } from '../words.ts';
import type { Draft } from './draft.ts';
import { reachedOf } from './reach-words.ts';
import type { ReachState } from './use-reach.ts';

/** How it stands in the day of somebody there. */
export function Preview({ draft, dueAt, reach }: { draft: Draft; dueAt: string | null; reach: ReachState | null }) {
  const first = reach && reachedOf(reach)[0];
  if (!first) return null;
  const { organisation, because } = first;
  return (
    <section aria-labelledby="ann-so">
      <h2 className="ui-over" id="ann-so">
        So sieht es {organisation.name} auf „Mein Tag“
      </h2>
      <RowList label={`Vorschau für ${organisation.name}`}>
        <Row
          level="p"
          dated={dueAt !== null}
          lead={
            dueAt ? (
              <div className="ui-due">
                <b>{formatWeekdayShort(dueAt)}</b>
                <span>{formatDayMonthShort(dueAt)}</span>
                <span className={isNear(dueAt) ? 'ui-hot' : undefined}>{formatDaysLeft(dueAt)}</span>
              </div>
            ) : undefined
          }
          title={draft.title.trim() || 'Ohne Überschrift'}
          meta={draft.kind === 'ACTION' ? draft.action.trim() || draft.summary : kindWords[draft.kind]}
          foot={<WhyChip>{because}</WhyChip>}
        />
      </RowList>
    </section>
  );
}

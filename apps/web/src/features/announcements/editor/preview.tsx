import { formatDayMonthShort, formatDaysLeft, formatWeekdayShort } from '../../../lib/dates.ts';
import { Row, RowList } from '../../../ui/list.tsx';
import { WhyChip } from '../../../ui/marks.tsx';
import { isNear, kindWords } from '../words.ts';
import type { AudienceDraft, Draft } from './draft.ts';
import { reachedOf } from './reach-words.ts';
import type { ReachState } from './use-reach.ts';

const kindOne: Record<string, string> = {
  LANDKREIS: 'Landkreis',
  KREISFREIE_STADT: 'kreisfreie Stadt',
  EINHEITSGEMEINDE: 'Einheitsgemeinde',
  VERBANDSGEMEINDE: 'Verbandsgemeinde',
  MITGLIEDSGEMEINDE: 'Mitgliedsgemeinde',
};

const reason = (organisation: { kind: string; name: string }, { kinds }: AudienceDraft): string =>
  (kinds as string[]).includes(organisation.kind) && kindOne[organisation.kind]
    ? `weil ${organisation.name} ${kindOne[organisation.kind]} ist`
    : `weil es an ${organisation.name} gerichtet ist`;

/** How it stands in the day of somebody there. */
export function Preview({ draft, dueAt, reach }: { draft: Draft; dueAt: string | null; reach: ReachState | null }) {
  const organisation = reach && reachedOf(reach)[0]?.organisation;
  if (!organisation) return null;
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
          foot={<WhyChip>{reason(organisation, draft.audience)}</WhyChip>}
        />
      </RowList>
    </section>
  );
}

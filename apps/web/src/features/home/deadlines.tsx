import { lazy, Suspense, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { daysLeft, formatDayMonthShort, formatDaysLeft, formatWeekdayShort } from '../../lib/dates.ts';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { WhyChip } from '../../ui/marks.tsx';
import type { HomeItemPartsFragment } from './documents.generated.ts';
import { fortnight } from './fortnight.ts';
import { itemTitle } from './words.ts';

const ItemActions = lazy(async () => ({ default: (await import('./item-actions.tsx')).ItemActions }));

/** The next 14 days as a strip, then each deadline with its day at the left. */
export function Deadlines({ items }: { items: readonly HomeItemPartsFragment[] }) {
  const [now] = useState(() => Date.now());
  const days = fortnight(
    items.flatMap((item) => item.dueAt ?? []),
    now,
  );
  return (
    <>
      <ol className="home-days" aria-hidden="true">
        {days.map((day) => (
          <li key={day.key} className={classes(day.today && 'home-days__today', day.weekend && 'home-days__weekend') || undefined}>
            {day.weekday}
            <b>{day.day}</b>
            {day.mark !== 'none' && <i className={day.mark === 'hot' ? 'home-days__hot' : undefined} />}
          </li>
        ))}
      </ol>
      <RowList>
        {items.map((item) => (
          <Row
            key={item.id}
            dated
            lead={item.dueAt ? <Due at={item.dueAt} now={now} /> : <span />}
            title={itemTitle(item)}
            to={item.path}
            meta={<Dotted parts={[item.detail, item.organisation?.title]} />}
            foot={<WhyChip to="/sortierung">{item.reason}</WhyChip>}
            act={
              <Suspense>
                <ItemActions item={item} />
              </Suspense>
            }
          />
        ))}
      </RowList>
    </>
  );
}

function Due({ at, now }: { at: string; now: number }) {
  return (
    <p className="ui-due">
      <b>{formatWeekdayShort(at)}</b>
      <span>{formatDayMonthShort(at)}</span>
      <span className={daysLeft(at, now) <= 2 ? 'ui-hot' : undefined}>{formatDaysLeft(at, now)}</span>
    </p>
  );
}

import { daysLeft, formatDate, formatWeekdayShort, parseDate } from '../../lib/dates.ts';

export type Day = { key: string; weekday: string; day: number; weekend: boolean; today: boolean; mark: 'none' | 'due' | 'hot' };

const length = 14;
const dayLength = 86_400_000;

/** Today and the 13 days after it in Berlin, with what ends on each. `hot`: in two days at most. */
export function fortnight(dues: readonly string[], now: number): Day[] {
  const marked = new Set(dues.map((due) => daysLeft(due, now)));
  // From noon to noon: a change of the clock moves no day.
  const noon = Date.parse(`${parseDate(formatDate(now)) ?? ''}T11:00:00Z`);
  return Array.from({ length }, (_, index) => {
    const at = noon + index * dayLength;
    const weekday = formatWeekdayShort(at);
    return {
      key: formatDate(at),
      weekday,
      day: Number(formatDate(at).slice(0, 2)),
      weekend: weekday === 'Sa' || weekday === 'So',
      today: index === 0,
      mark: !marked.has(index) ? 'none' : index <= 2 ? 'hot' : 'due',
    };
  });
}

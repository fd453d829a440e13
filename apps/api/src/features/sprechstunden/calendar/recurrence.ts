import { RRuleTemporal } from 'rrule-temporal';

/** No rhythm of people needs more in one planning, and no rule may keep the server busy. */
const most = 500;
const number = '[+-]?\\d{1,3}';
const list = (item: string): string => `${item}(?:,${item})*`;
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
/** Parts that name days; those that name hours or another calendar are none of a series with one start time. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}$/,
  WKST: new RegExp(`^${weekday}$`),
  BYDAY: new RegExp(`^${list(`(?:[+-]?[1-5])?${weekday}`)}$`),
  BYMONTHDAY: new RegExp(`^${list(number)}$`),
  BYYEARDAY: new RegExp(`^${list(number)}$`),
  BYWEEKNO: new RegExp(`^${list('(?:[1-9]|[1-4]\\d|5[0-2])')}$`),
  BYMONTH: new RegExp(`^${list('(?:[1-9]|1[0-2])')}$`),
  BYSETPOS: new RegExp(`^${list(number)}$`),
};

function isRule(rule: string): boolean {
  const named = rule.split(';').map((part) => part.split('='));
  const names = new Set(named.map(([name]) => name));
  return names.has('FREQ') && names.size === named.length && named.every(([name = '', value = '']) => parts[name]?.test(value));
}

/**
 * The rule's days from `from` to `until`, both included. A series' hour is the same in Berlin on each of them, so only days
 * are counted here: no clock change can touch them. null: no rule, or one without end that never meets a day.
 */
export function daysOf(rule: string, firstDay: string, from: string, until: string): string[] | null {
  if (!isRule(rule)) return null;
  const [start, end] = [from > firstDay ? from : firstDay, until];
  try {
    const recurrence = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${firstDay.replaceAll('-', '')}T000000\nRRULE:${rule}`,
      maxIterations: 20_000,
      maxCandidateEvaluations: 200_000,
    });
    if (end < start) return [];
    const noon = (day: string): Date => new Date(`${day}T00:00:00Z`);
    return recurrence
      .between(noon(start), noon(end), true)
      .slice(0, most)
      .map((at) => at.toString().slice(0, 10));
  } catch {
    return null;
  }
}

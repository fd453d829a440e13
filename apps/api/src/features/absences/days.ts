import { berlinDay } from '../../platform/berlin.ts';

export type AbsencePhase = 'AHEAD' | 'CURRENT' | 'OVER';
export function phaseOf({ from, until }: { from: string; until: string }, now: Date): AbsencePhase {
  const today = berlinDay(now);
  return today < from ? 'AHEAD' : today > until ? 'OVER' : 'CURRENT';
}

/** As SQL: whether somebody is away on a day. `person` and `day`: SQL for an id and a date. */
export const awayOn = (person: string, day: string): string =>
  `EXISTS (SELECT FROM absence away WHERE away.person_id = ${person} AND away.until_day >= ${day} AND away.from_day <= ${day})`;

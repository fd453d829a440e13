import { berlinDay } from '../../platform/berlin.ts';

/** Days of the calendar as text, 2026-12-16; Prisma has them as midnights in UTC. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
export const daysAfter = (day: string, days: number): string => dayOf(new Date(dateOf(day).getTime() + days * 86_400_000));

export type AbsencePhase = 'AHEAD' | 'CURRENT' | 'OVER';
export function phaseOf({ from, until }: { from: string; until: string }, now: Date): AbsencePhase {
  const today = berlinDay(now);
  return today < from ? 'AHEAD' : today > until ? 'OVER' : 'CURRENT';
}

/** As SQL: whether somebody is away on a day. `person` and `day`: SQL for an id and a date. */
export const awayOn = (person: string, day: string): string =>
  `EXISTS (SELECT FROM absence away WHERE away.person_id = ${person} AND away.until_day >= ${day} AND away.from_day <= ${day})`;
/** The day in Berlin of an instant, as SQL. */
export const berlinDayOf = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Berlin')::date`;

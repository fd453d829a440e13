import { fail } from '../../platform/fail.ts';

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The day in Berlin: 2026-12-16 */
export const berlinDay = (instant: Date): string => berlin.format(instant);
export const berlinToday = (now = new Date()): string => berlinDay(now);

/** Prisma's dates of the calendar are midnights in UTC. */
export const dayOf = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
export const daysAfter = (day: string, days: number): string => dayOf(new Date(dateOf(day).getTime() + days * 86_400_000))!;

/** A day that is still to come. */
export function futureDay(day: string, field: string, today = berlinToday()): Date {
  if (day <= today) throw fail('invalid', { fields: [field] });
  return dateOf(day);
}
/** Today or later. */
export function openDay(day: string, field: string, today = berlinToday()): Date {
  if (day < today) throw fail('invalid', { fields: [field] });
  return dateOf(day);
}

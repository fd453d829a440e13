import { berlinDay } from '../../platform/berlin.ts';
import { dateOf } from '../../platform/days.ts';
import { fail } from '../../platform/fail.ts';

/** A day that is still to come. */
export function futureDay(day: string, field: string): Date {
  if (day <= berlinDay(new Date())) throw fail('invalid', { fields: [field] });
  return dateOf(day);
}
/** Today or later. */
export function openDay(day: string, field: string): Date {
  if (day < berlinDay(new Date())) throw fail('invalid', { fields: [field] });
  return dateOf(day);
}

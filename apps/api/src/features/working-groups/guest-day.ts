import type { GroupRole } from '@kollab/contract';
import { fail } from '../../platform/fail.ts';

const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The last millisecond of the day on which the instant falls in Berlin. */
export function endOfBerlinDay(instant: Date): Date {
  const day = berlinDay.format(instant);
  const winter = new Date(`${day}T23:59:59.999+01:00`);
  return berlinDay.format(winter) === day ? winter : new Date(`${day}T23:59:59.999+02:00`);
}

/** A GUEST has a last day, nobody else. */
export function lastDay(role: GroupRole, until: string | null | undefined): Date | null {
  const end = until ? endOfBerlinDay(new Date(until)) : null;
  if ((role === 'GUEST') !== (end !== null) || (end && end <= new Date())) throw fail('invalid', { fields: ['until'] });
  return end;
}

import type { GroupRole } from '@kollab/contract';
import { endOfBerlinDay } from '../../platform/berlin.ts';
import { fail } from '../../platform/fail.ts';

/** A GUEST has a last day, nobody else. */
export function lastDay(role: GroupRole, until: string | null | undefined): Date | null {
  const end = until ? endOfBerlinDay(new Date(until)) : null;
  if ((role === 'GUEST') !== (end !== null) || (end && end <= new Date())) throw fail('invalid', { fields: ['until'] });
  return end;
}

import { has, type Actor } from '../../platform/auth/actor.ts';
import { policy } from '../../platform/policy/policy.ts';
import type { BarrierReport } from '../../generated/prisma/client.ts';

/** Texts of the operator and reports to the operator: LAND_ADMIN is the operator's person. */
export const operates = (actor: Actor): boolean => has(actor, 'LAND_ADMIN');

export const reportPolicy = policy<BarrierReport>()('read', {
  read: (actor) => operates(actor) || 'not_found',
  close: () => true,
});

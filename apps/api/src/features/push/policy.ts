import { policy } from '../../platform/policy/policy.ts';
import type { PushSubscription } from '../../generated/prisma/client.ts';

/** A browser is its person's own business. */
export const devicePolicy = policy<Pick<PushSubscription, 'personId'>>()('read', {
  read: (actor, device) => device.personId === actor.personId || 'not_found',
  remove: () => true,
});

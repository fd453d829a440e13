import { policy } from '../../platform/policy/policy.ts';
import type { PushSubscription } from '../../generated/prisma/client.ts';

/** Everybody sees and removes only their own browsers. */
export const devicePolicy = policy<Pick<PushSubscription, 'personId'>>()('read', {
  read: (actor, device) => device.personId === actor.personId || 'not_found',
  remove: () => true,
});

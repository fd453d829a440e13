import { policy } from '../../platform/policy/policy.ts';
import type { Notice } from '../../generated/prisma/client.ts';

/** Everybody reads and marks only their own notices. */
export const noticePolicy = policy<Notice>()('read', {
  read: (actor, notice) => notice.personId === actor.personId || 'not_found',
  mark: () => true,
});

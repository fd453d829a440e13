import { has, type Actor } from '../../platform/auth/actor.ts';
import { policy } from '../../platform/policy/policy.ts';
import type { MailAddress, OutboxMail } from '../../generated/prisma/client.ts';

/** Undelivered mails and paused addresses are seen and mended by the operator. */
export const operates = (actor: Actor): boolean => has(actor, 'LAND_ADMIN');

/** `paused`: nothing is sent to its address. */
export const undeliveredPolicy = policy<Pick<OutboxMail, 'givenUpAt'> & { paused: boolean }>()('read', {
  read: (actor, mail) => (operates(actor) && mail.givenUpAt !== null) || 'not_found',
  retry: (_, mail) => !mail.paused || 'mail.address_paused',
});

export const addressPolicy = policy<MailAddress>()('read', {
  read: (actor) => operates(actor) || 'not_found',
  resume: () => true,
});

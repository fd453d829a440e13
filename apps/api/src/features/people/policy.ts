import { has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy } from '../../platform/policy/policy.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** A person as another one sees them; in a write, `rights` are those of the moment. */
export interface PersonView {
  readonly id: string;
  readonly rights: Rights;
  /** Both hold a seat in one group now: a guest knows whom they work with. */
  readonly sharesGroup: boolean;
}

/** Somebody without any place reads nobody but themselves. */
export const personPolicy = policy<PersonView>()('read', {
  read: (actor, p) => p.id === actor.personId || isInsider(p.rights) || p.sharesGroup || 'not_found',
  administer: (_, p) => has(p.rights, 'LAND_ADMIN') || 'forbidden',
});

const seatNow = (personId: string, now: Date): Prisma.GroupMembershipWhereInput => ({
  personId,
  status: 'ACTIVE',
  OR: [{ until: null }, { until: { gt: now } }],
});

/** Both hold a seat that counts now. */
export const sharingGroupWith = (personId: string, now = new Date()): Prisma.PersonWhereInput => ({
  groupMemberships: {
    some: {
      status: 'ACTIVE',
      OR: [{ until: null }, { until: { gt: now } }],
      group: { memberships: { some: seatNow(personId, now) } },
    },
  },
});

/** `read` as a condition for lists. */
export const visiblePersons = (actor: Actor, now = new Date()): Prisma.PersonWhereInput =>
  isInsider(actor) ? {} : { OR: [{ id: actor.personId }, sharingGroupWith(actor.personId, now)] };

import { has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';
import type { AffiliationRequestStatus, Prisma } from '../../generated/prisma/client.ts';
import { organisationPolicy } from '../organisations/index.ts';

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

/** A place in an organisation. */
export interface AffiliationView {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly endedAt: Date | null;
  readonly rights: Rights;
}

const manages = (actor: Actor, id: string, rights: Rights): boolean => organisationPolicy.verdict(actor, 'manage', { id, rights }) === true;
const current = (actor: Actor, a: AffiliationView): Verdict => (manages(actor, a.organisationId, a.rights) && !a.endedAt) || 'forbidden';

export const affiliationPolicy = policy<AffiliationView>()('read', {
  read: (actor, a) => a.personId === actor.personId || isInsider(a.rights) || 'not_found',
  change: current,
  end: current,
});

/** Somebody's request to belong to an organisation; `organisationId` null: none named, LAND_ADMIN is asked. */
export interface RequestView {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly status: AffiliationRequestStatus;
  readonly rights: Rights;
}

const open = (r: RequestView): Verdict => r.status === 'REQUESTED' || 'membership.already_decided';
const readsRequest = (actor: Actor, { organisationId: id, rights }: RequestView): boolean =>
  id === null ? has(rights, 'LAND_ADMIN') : organisationPolicy.verdict(actor, 'readDesk', { id, rights }) === true;

export const requestPolicy = policy<RequestView>()('read', {
  read: (actor, r) => r.personId === actor.personId || readsRequest(actor, r) || 'not_found',
  withdraw: (actor, r) => (r.personId === actor.personId ? open(r) : 'forbidden'),
  decide: (actor, r) =>
    (r.organisationId === null ? has(r.rights, 'LAND_ADMIN') : manages(actor, r.organisationId, r.rights)) ? open(r) : 'forbidden',
  assign: (_, r) => (has(r.rights, 'LAND_ADMIN') ? open(r) : 'forbidden'),
});

/** What an invitation answers to somebody who has its link; the address it went to is proven by the identity provider. */
export function invitationVerdict(
  actor: Pick<Actor, 'email' | 'emailVerified'>,
  invitation: { email: string; acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now = new Date(),
): Verdict {
  if (!actor.emailVerified || actor.email.toLowerCase() !== invitation.email.toLowerCase()) return 'invitation.foreign';
  if (invitation.acceptedAt) return 'invitation.used';
  if (invitation.revokedAt) return 'invitation.revoked';
  return invitation.expiresAt > now || 'invitation.expired';
}

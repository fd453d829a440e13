import type { GroupRole, GroupStatus, GroupVisibility, JoinPolicy, MembershipStatus } from '@kollab/contract';
import type { Prisma } from '../../generated/prisma/client.ts';
import { has, isInsider, type Actor } from '../../platform/auth/actor.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';

/** A group as one person sees it: what the rules need, and no more. */
export interface GroupView {
  readonly id: string;
  readonly status: GroupStatus;
  readonly visibility: GroupVisibility;
  readonly joinPolicy: JoinPolicy;
  readonly proposedById: string | null;
  readonly membership: {
    readonly id: string;
    readonly role: GroupRole;
    readonly status: MembershipStatus;
    readonly organisationId: string;
    readonly until: Date | null;
  } | null;
  /** LAND_ADMIN gave a reason some hours ago. */
  readonly readingGrant: boolean;
}

const editsLand = (actor: Actor): boolean => has(actor, 'LAND_EDITOR', 'LAND_ADMIN');

export const holdsSeat = ({ membership }: GroupView, now = new Date()): boolean =>
  membership?.status === 'ACTIVE' && (membership.until === null || membership.until > now);
const leads = (g: GroupView): boolean => holdsSeat(g) && (g.membership?.role === 'LEAD' || g.membership?.role === 'DEPUTY');
const writes = (g: GroupView): boolean => holdsSeat(g) && g.membership?.role !== 'OBSERVER';
const isProposal = (g: GroupView): boolean => g.status === 'PROPOSED' || g.status === 'DECLINED';
const isOpen = (g: GroupView): boolean => g.status === 'PLANNED' || g.status === 'ACTIVE';
const isHidden = (g: GroupView): boolean => g.visibility === 'MEMBERS' && g.joinPolicy === 'INVITE';
const isAsked = (g: GroupView): boolean => g.membership?.status === 'INVITED' || g.membership?.status === 'REQUESTED';

const lead = (_: Actor, g: GroupView): Verdict => leads(g) || 'forbidden';
const write = (_: Actor, g: GroupView): Verdict => (!writes(g) ? 'forbidden' : g.status === 'ACTIVE' || 'group.not_active');
const joins = (actor: Actor, g: GroupView, joinPolicy: JoinPolicy): Verdict =>
  holdsSeat(g) || g.membership?.status === 'REQUESTED'
    ? 'group.already_member'
    : g.joinPolicy === 'INVITE'
      ? 'group.join_by_invitation'
      : !isInsider(actor) || actor.affiliations.length === 0 || g.joinPolicy !== joinPolicy
        ? 'forbidden'
        : isOpen(g) || 'group.not_active';

/** domain.md §3, the table "in a group". `see` is the card, `read` the content. */
export const groupPolicy = policy<GroupView>()('see', {
  see: (actor, g) =>
    isProposal(g)
      ? g.proposedById === actor.personId || editsLand(actor) || 'not_found'
      : holdsSeat(g) || isAsked(g) || g.readingGrant || has(actor, 'LAND_ADMIN') || (isInsider(actor) && !isHidden(g)) || 'not_found',
  read: (actor, g) => isProposal(g) || holdsSeat(g) || g.readingGrant || (g.visibility === 'PLATFORM' && isInsider(actor)) || 'forbidden',
  write,
  openThread: write,
  join: (actor, g) => joins(actor, g, 'OPEN'),
  request: (actor, g) => joins(actor, g, 'REQUEST'),
  leave: (_, g) => holdsSeat(g) || 'forbidden',
  lead,
  volunteer: (_, g) => (!writes(g) || g.membership?.role === 'GUEST' ? 'forbidden' : isOpen(g) || 'group.not_active'),
  exportRoster: (_, g) => (holdsSeat(g) && g.membership?.role !== 'GUEST') || 'forbidden',
  decideProposal: (actor, g) => (!editsLand(actor) ? 'forbidden' : g.status === 'PROPOSED' || 'membership.already_decided'),
  readWithReason: (actor, g) =>
    (has(actor, 'LAND_ADMIN') && g.visibility === 'MEMBERS' && !holdsSeat(g) && !isProposal(g) && !g.readingGrant) || 'forbidden',
});

/** A person's seat that counts now. */
export const activeSeat = (personId: string, now = new Date()): Prisma.GroupMembershipWhereInput => ({
  personId,
  status: 'ACTIVE',
  OR: [{ until: null }, { until: { gt: now } }],
});

const proposals: Prisma.WorkingGroupWhereInput = { status: { in: ['PROPOSED', 'DECLINED'] } };
const openGrant = (personId: string, now: Date): Prisma.WorkingGroupWhereInput => ({
  readingGrants: { some: { personId, expiresAt: { gt: now } } },
});

/** `see` as a condition for lists. */
export function visibleGroups(actor: Actor, now = new Date()): Prisma.WorkingGroupWhereInput {
  const own: Prisma.WorkingGroupWhereInput = { ...proposals, ...(editsLand(actor) ? {} : { proposedById: actor.personId }) };
  if (has(actor, 'LAND_ADMIN')) return { OR: [{ NOT: proposals }, own] };
  const asked: Prisma.GroupMembershipWhereInput = { personId: actor.personId, status: { in: ['INVITED', 'REQUESTED'] } };
  const mine: Prisma.WorkingGroupWhereInput[] = [
    { memberships: { some: { OR: [activeSeat(actor.personId, now), asked] } } },
    openGrant(actor.personId, now),
    ...(isInsider(actor) ? [{ NOT: { visibility: 'MEMBERS' as const, joinPolicy: 'INVITE' as const } }] : []),
  ];
  return { OR: [own, { AND: [{ NOT: proposals }, { OR: mine }] }] };
}

/** `read` as a condition for lists of what stands in groups. */
export function readableGroups(actor: Actor, now = new Date()): Prisma.WorkingGroupWhereInput {
  return {
    AND: [
      visibleGroups(actor, now),
      {
        OR: [
          proposals,
          { memberships: { some: activeSeat(actor.personId, now) } },
          openGrant(actor.personId, now),
          ...(isInsider(actor) ? [{ visibility: 'PLATFORM' as const }] : []),
        ],
      },
    ],
  };
}

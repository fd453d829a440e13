import type { GroupRole, GroupStatus, GroupVisibility, JoinPolicy, MembershipStatus, VolunteeringStatus } from '@kollab/contract';
import type { Prisma } from '../../generated/prisma/client.ts';
import { coordinatesAny, has, isInsider, type Actor } from '../../platform/auth/actor.ts';
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
  /** Nobody is LEAD any more (R11). */
  readonly leaderless: boolean;
}

const editsLand = (actor: Actor): boolean => has(actor, 'LAND_EDITOR', 'LAND_ADMIN');

export const holdsSeat = (
  { membership }: { membership: Pick<NonNullable<GroupView['membership']>, 'status' | 'until'> | null },
  now = new Date(),
): boolean => membership?.status === 'ACTIVE' && (membership.until === null || membership.until > now);
const isLead = (g: GroupView): boolean => holdsSeat(g) && g.membership?.role === 'LEAD';
const leads = (g: GroupView): boolean => isLead(g) || (holdsSeat(g) && g.membership?.role === 'DEPUTY');
const writes = (g: GroupView): boolean => holdsSeat(g) && g.membership?.role !== 'OBSERVER';
export const isProposal = (g: Pick<GroupView, 'status'>): boolean => g.status === 'PROPOSED' || g.status === 'DECLINED';
const isOpen = (g: GroupView): boolean => g.status === 'PLANNED' || g.status === 'ACTIVE';
const isHidden = (g: Pick<GroupView, 'visibility' | 'joinPolicy'>): boolean => g.visibility === 'MEMBERS' && g.joinPolicy === 'INVITE';
/** Everybody of the platform's own circle sees its card. */
export const hasPublicCard = (g: Pick<GroupView, 'status' | 'visibility' | 'joinPolicy'>): boolean => !isProposal(g) && !isHidden(g);
const isInvited = (g: GroupView): boolean => g.membership?.status === 'INVITED';
const isAsked = (g: GroupView): boolean => isInvited(g) || g.membership?.status === 'REQUESTED';

function read(actor: Actor, g: GroupView): Verdict {
  return isProposal(g) || holdsSeat(g) || g.readingGrant || (g.visibility === 'PLATFORM' && isInsider(actor)) || 'forbidden';
}
const lead = (_: Actor, g: GroupView): Verdict => leads(g) || 'forbidden';
const write = (_: Actor, g: GroupView): Verdict => (!writes(g) ? 'forbidden' : g.status === 'ACTIVE' || 'group.not_active');
/** A seat at once or a request for one: which, the group's join policy tells. Who was invited, accepts with it. */
function enter(actor: Actor, g: GroupView): Verdict {
  if (isInvited(g)) return (g.status !== 'CLOSED' && !isProposal(g)) || 'group.not_active';
  if (holdsSeat(g) || g.membership?.status === 'REQUESTED') return 'group.already_member';
  if (g.joinPolicy === 'INVITE') return 'group.join_by_invitation';
  if (!isInsider(actor)) return 'forbidden';
  if (actor.affiliations.length === 0) return 'person.unaffiliated';
  return isOpen(g) || 'group.not_active';
}
const entersAtOnce = (g: GroupView): boolean => isInvited(g) || g.joinPolicy === 'OPEN';
/** Whoever leads; a group without a lead gets one from its deputies or the Land. */
const nameLead = (actor: Actor, g: GroupView): Verdict =>
  isLead(g) || (g.leaderless && !isProposal(g) && (leads(g) || editsLand(actor))) || 'forbidden';

/** domain.md §3, the table "in a group". `see` is the card, `read` the content. */
export const groupPolicy = policy<GroupView>()('see', {
  see: (actor, g) =>
    isProposal(g)
      ? g.proposedById === actor.personId || editsLand(actor) || 'not_found'
      : holdsSeat(g) || isAsked(g) || g.readingGrant || has(actor, 'LAND_ADMIN') || (isInsider(actor) && !isHidden(g)) || 'not_found',
  read,
  write,
  openThread: write,
  enter,
  join: (actor, g) => {
    const verdict = enter(actor, g);
    return verdict !== true ? verdict : entersAtOnce(g) || 'forbidden';
  },
  request: (actor, g) => {
    const verdict = enter(actor, g);
    return verdict !== true ? verdict : !entersAtOnce(g) || 'forbidden';
  },
  withdraw: (_, g) => g.membership?.status === 'REQUESTED' || 'membership.already_decided',
  answer: (actor, g) => (isInvited(g) ? enter(actor, g) : 'membership.already_decided'),
  leave: (_, g) => holdsSeat(g) || 'forbidden',
  lead,
  nameLead,
  volunteer: (_, g) => (!writes(g) || g.membership?.role === 'GUEST' ? 'forbidden' : isOpen(g) || 'group.not_active'),
  exportRoster: (_, g) => (holdsSeat(g) && g.membership?.role !== 'GUEST') || 'forbidden',
  /** A decline can be taken back. */
  decideProposal: (actor, g) => (!editsLand(actor) ? 'forbidden' : isProposal(g) || 'membership.already_decided'),
  readWithReason: (actor, g) =>
    (has(actor, 'LAND_ADMIN') && g.visibility === 'MEMBERS' && !holdsSeat(g) && !isProposal(g) && !g.readingGrant) || 'forbidden',
});

/** Who makes groups, and who proposes them. */
export const createsGroups = (actor: Actor): boolean => editsLand(actor);
export const proposesGroups = (actor: Actor): boolean => coordinatesAny(actor);

/** Whose seat somebody else's is, what may happen to it. */
export interface SeatView {
  readonly id: string;
  readonly group: GroupView;
  readonly personId: string;
  readonly role: GroupRole;
  readonly status: MembershipStatus;
  /** A lead declined the request; not: the invited person declined the invitation. */
  readonly refused: boolean;
}
const leadsOver = (actor: Actor, s: SeatView): Verdict => (s.role === 'LEAD' ? nameLead(actor, s.group) : lead(actor, s.group));
const ifActive = (verdict: Verdict, s: SeatView): Verdict =>
  verdict !== true ? verdict : s.status === 'ACTIVE' || 'membership.already_decided';
export const seatPolicy = policy<SeatView>()('see', {
  see: (actor, s) => {
    const seen = groupPolicy.verdict(actor, 'see', s.group);
    if (seen !== true || s.personId === actor.personId || leads(s.group)) return seen;
    const isLeading = s.role === 'LEAD' || s.role === 'DEPUTY';
    return (s.status === 'ACTIVE' && (isLeading || read(actor, s.group) === true)) || 'not_found';
  },
  decide: (actor, s) => (!leads(s.group) ? 'forbidden' : s.status === 'REQUESTED' || 'membership.already_decided'),
  revertDecline: (actor, s) => (!leads(s.group) ? 'forbidden' : (s.status === 'DECLINED' && s.refused) || 'membership.already_decided'),
  makeLead: (actor, s) => ifActive(nameLead(actor, s.group), s),
  /** To any role but LEAD. */
  changeRole: (actor, s) => ifActive(leadsOver(actor, s), s),
  remove: (actor, s) => {
    const verdict = leadsOver(actor, s);
    return verdict !== true ? verdict : s.status === 'ACTIVE' || s.status === 'INVITED' || 'membership.already_decided';
  },
});

export interface WorkPackageView {
  readonly id: string;
  readonly group: GroupView;
  readonly takenById: string | null;
}
const editsWork = (_: Actor, { group }: WorkPackageView): Verdict =>
  !leads(group) ? 'forbidden' : group.status !== 'CLOSED' || 'group.not_active';
export const workPackagePolicy = policy<WorkPackageView>()('read', {
  read: (actor, { group }) => groupPolicy.verdict(actor, 'read', group) === true || 'not_found',
  edit: editsWork,
  /** The leads, and who took it over. */
  tick: (actor, w) => {
    const verdict = editsWork(actor, w);
    const takes = w.takenById === actor.personId && writes(w.group);
    return verdict === true || !takes ? verdict : w.group.status === 'ACTIVE' || 'group.not_active';
  },
});

export interface VolunteeringView {
  readonly id: string;
  readonly group: GroupView;
  readonly personId: string;
  /** null: for the lead */
  readonly workPackageId: string | null;
  readonly status: VolunteeringStatus;
}
const isUndecided = (v: VolunteeringView): Verdict => v.status === 'OPEN' || 'membership.already_decided';
export const volunteeringPolicy = policy<VolunteeringView>()('read', {
  read: (actor, { group }) => groupPolicy.verdict(actor, 'read', group) === true || 'not_found',
  withdraw: (actor, v) => (v.personId !== actor.personId ? 'forbidden' : isUndecided(v)),
  decide: (actor, v) => {
    const verdict = v.workPackageId === null ? nameLead(actor, v.group) : lead(actor, v.group);
    return verdict !== true ? verdict : isUndecided(v);
  },
});

/** Seats that count now. */
export const seatsThatCount = (now = new Date()) =>
  ({ status: 'ACTIVE', OR: [{ until: null }, { until: { gt: now } }] }) satisfies Prisma.GroupMembershipWhereInput;
/** A person's seat that counts now. */
export const activeSeat = (personId: string, now = new Date()): Prisma.GroupMembershipWhereInput => ({ personId, ...seatsThatCount(now) });

const proposals: Prisma.WorkingGroupWhereInput = { status: { in: ['PROPOSED', 'DECLINED'] } };
const openGrant = (personId: string, now: Date): Prisma.WorkingGroupWhereInput => ({
  readingGrants: { some: { personId, expiresAt: { gt: now } } },
});

/** `see` as a condition for lists. */
export function visibleGroups(actor: Actor, now = new Date()): Prisma.WorkingGroupWhereInput {
  if (has(actor, 'LAND_ADMIN')) return {};
  const own: Prisma.WorkingGroupWhereInput = { ...proposals, ...(editsLand(actor) ? {} : { proposedById: actor.personId }) };
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

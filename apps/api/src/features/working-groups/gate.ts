import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Sql } from '../../platform/database/statements.ts';
import type { Tx } from '../../platform/database/writes.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';
import { gate } from '../../platform/policy/policy.ts';
import { groupPolicy, seatPolicy, volunteeringPolicy, workPackagePolicy, type GroupView, type SeatView } from './policy.ts';

type GroupLock = 'change' | 'share' | 'none';
const groupLocks = { change: 'FOR NO KEY UPDATE', share: 'FOR SHARE', none: '' } as const;

interface GroupRow {
  id: string;
  status: GroupView['status'];
  visibility: GroupView['visibility'];
  join_policy: GroupView['joinPolicy'];
  proposed_by_id: string | null;
  granted: boolean;
  leaderless: boolean;
}
type Seat = NonNullable<GroupView['membership']>;
const facts = `EXISTS (SELECT FROM reading_grant r WHERE r.group_id = g.id AND r.person_id = $2::uuid AND r.expires_at > now()) AS granted,
  NOT EXISTS (SELECT FROM group_membership l WHERE l.group_id = g.id AND l.status = 'ACTIVE' AND l.role = 'LEAD') AS leaderless`;

/**
 * The group as the actor sees it. In a write, the group's row is locked (`change`: it is to be changed itself, `share`:
 * something in it is) and the actor's membership with it, so that a closed group or an ended seat is seen at once.
 * Every change of a seat locks its group's row first: seats need no lock of their own.
 */
export async function groupView(db: Sql, actor: Actor, groupId: string, lock: GroupLock): Promise<GroupView | null> {
  const [group] = await db.$queryRawUnsafe<GroupRow[]>(
    `SELECT g.id, g.status, g.visibility, g.join_policy, g.proposed_by_id, ${facts}
       FROM working_group g WHERE g.id = $1::uuid ${groupLocks[lock]}`,
    groupId,
    actor.personId,
  );
  if (!group) return null;
  const [membership] = await db.$queryRawUnsafe<Seat[]>(
    `SELECT id, role, status, organisation_id AS "organisationId", until
       FROM group_membership WHERE group_id = $1::uuid AND person_id = $2::uuid ${lock === 'none' ? '' : 'FOR SHARE'}`,
    groupId,
    actor.personId,
  );
  return {
    id: group.id,
    status: group.status,
    visibility: group.visibility,
    joinPolicy: group.join_policy,
    proposedById: group.proposed_by_id,
    readingGrant: group.granted,
    leaderless: group.leaderless,
    membership: membership ?? null,
  };
}

type Facts = Pick<GroupRow, 'id' | 'granted' | 'leaderless'> & { seat: (Omit<Seat, 'until'> & { until: string | null }) | null };
const factsText = `
  SELECT g.id, ${facts},
         (SELECT jsonb_build_object('id', m.id, 'role', m.role, 'status', m.status, 'organisationId', m.organisation_id, 'until', m.until)
            FROM group_membership m WHERE m.group_id = g.id AND m.person_id = $2::uuid) AS seat
    FROM unnest($1::uuid[]) AS g(id)`;

/** Many groups at once, without locks: for `viewerCan` in lists. One query, whatever their number. */
export async function groupViews(
  db: Sql,
  actor: Actor,
  groups: readonly Omit<GroupView, 'membership' | 'readingGrant' | 'leaderless'>[],
): Promise<GroupView[]> {
  if (groups.length === 0) return [];
  const rows = await db.$queryRawUnsafe<Facts[]>(
    factsText,
    groups.map((g) => g.id),
    actor.personId,
  );
  const factsOf = new Map(rows.map((r) => [r.id, r]));
  return groups.map((g) => {
    const { granted, leaderless, seat } = factsOf.get(g.id)!;
    const membership = seat && { ...seat, until: seat.until === null ? null : new Date(seat.until) };
    return { ...g, membership, readingGrant: granted, leaderless };
  });
}

/** Changes of the group itself and of its seats. */
export const groupGate = gate(groupPolicy, 'see', (db, actor, id, lock) => groupView(db, actor, id, lock));

export const seatView = (group: GroupView, { id, personId, role, status, reason }: GroupMembership): SeatView => ({
  id,
  group,
  personId,
  role,
  status,
  refused: reason !== '',
});
/** What a lead does with somebody's seat; under the lock of its group. */
export const seatGate = gate(seatPolicy, 'see', async (db, actor, id, lock) => {
  const found = await db.groupMembership.findUnique({ where: { id }, select: { groupId: true } });
  const group = found && (await groupView(db, actor, found.groupId, lock));
  if (!group) return null;
  return seatView(group, await db.groupMembership.findUniqueOrThrow({ where: { id } }));
});

export const workPackageGate = gate(workPackagePolicy, 'read', async (db, actor, id, lock) => {
  const found = await db.workPackage.findUnique({ where: { id }, select: { groupId: true } });
  const group = found && (await groupView(db, actor, found.groupId, lock));
  const row = group && (await db.workPackage.findUnique({ where: { id } }));
  return row && { id, group, takenById: row.takenById };
});

export const volunteeringGate = gate(volunteeringPolicy, 'read', async (db, actor, id, lock) => {
  const found = await db.volunteering.findUnique({ where: { id }, select: { groupId: true } });
  const group = found && (await groupView(db, actor, found.groupId, lock));
  const row = group && (await db.volunteering.findUnique({ where: { id } }));
  return row && { id, group, personId: row.personId, status: row.status, workPackageId: row.workPackageId };
});

/** The actor with the rights of this moment; before the group is locked, as who ends an affiliation does it. */
export const present = async (tx: Tx, actor: Actor): Promise<Actor> => ({ ...actor, ...(await rightsNow(tx.db, actor)) });

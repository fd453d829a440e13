import type { GroupRole, MembershipStatus } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { GroupMembership, Prisma } from '../../generated/prisma/client.ts';
import { hasPublicCard, type GroupView, type SeatView } from './policy.ts';

/** The facts of a group that decide who hears of it. */
export type Circle = Pick<GroupView, 'id' | 'status' | 'visibility' | 'joinPolicy'>;
type Seat = Pick<GroupMembership, 'id' | 'personId' | 'role' | 'status'>;

export const isLeading = (role: GroupRole): boolean => role === 'LEAD' || role === 'DEPUTY';

/** Real movement: the group rises in the lists, and everybody who sees its card hears of it. */
export async function moved(tx: Tx, group: Circle): Promise<void> {
  await tx.db.workingGroup.update({ where: { id: group.id }, data: { lastMovementAt: new Date() } });
  if (hasPublicCard(group)) tx.announce('group.card_changed', null, { groupId: group.id });
}

/** To the person concerned, in all tabs. */
export const tellPerson = (tx: Tx, groupId: string, personId: string): void =>
  tx.announce('viewer.membership_changed', personId, { personId, groupId });
export const tellDesk = (tx: Tx, groupId: string): void => tx.announce('request.changed', groupId, { groupId });

/** One seat a person and group, reused when somebody comes back. Call it under the group's lock. */
export function place(
  tx: Tx,
  groupId: string,
  personId: string,
  data: Pick<Prisma.GroupMembershipUncheckedCreateInput, 'organisationId' | 'role' | 'status' | 'statement' | 'until'>,
): Promise<GroupMembership> {
  const now = new Date();
  const began = data.status === 'ACTIVE';
  const fresh = {
    statement: '',
    until: null,
    ...data,
    reason: '',
    requestedAt: now,
    decidedAt: began ? now : null,
    joinedAt: began ? now : null,
    endedAt: null,
  };
  return tx.db.groupMembership.upsert({
    where: { groupId_personId: { groupId, personId } },
    create: { groupId, personId, ...fresh },
    update: fresh,
  });
}

/** Announces a seat that counts from now on. */
export async function began(tx: Tx, group: Circle, { personId, role }: Pick<Seat, 'personId' | 'role'>): Promise<void> {
  tx.announce('membership.began', group.id, { groupId: group.id, personId });
  if (isLeading(role)) tx.announce('lead.changed', group.id, { groupId: group.id, personId });
  tellPerson(tx, group.id, personId);
  await moved(tx, group);
}

/** A request or an invitation becomes a seat. */
export async function admit(tx: Tx, group: Circle, membershipId: string, role?: GroupRole): Promise<GroupMembership> {
  const now = new Date();
  const seat = await tx.db.groupMembership.update({
    where: { id: membershipId },
    data: { status: 'ACTIVE', reason: '', decidedAt: now, joinedAt: now, endedAt: null, ...(role && { role }) },
  });
  await began(tx, group, seat);
  return seat;
}

/** A seat, a request or an invitation ends; what its person had taken over is free again. */
export async function end(tx: Tx, group: Circle, seat: Seat, status: MembershipStatus, reason = ''): Promise<GroupMembership> {
  const now = new Date();
  const ended = await tx.db.groupMembership.update({
    where: { id: seat.id },
    data: { status, reason, ...(seat.status === 'ACTIVE' ? { endedAt: now } : { decidedAt: now }) },
  });
  const { personId } = seat;
  tellPerson(tx, group.id, personId);
  if (seat.status !== 'ACTIVE') {
    tellDesk(tx, group.id);
    return ended;
  }
  tx.announce('membership.ended', group.id, { groupId: group.id, personId });
  if (isLeading(seat.role)) tx.announce('lead.changed', group.id, { groupId: group.id, personId });
  const freed = await tx.db.workPackage.updateMany({ where: { groupId: group.id, takenById: personId }, data: { takenById: null } });
  const taken = await tx.db.volunteering.updateMany({
    where: { groupId: group.id, personId, status: 'OPEN' },
    data: { status: 'WITHDRAWN', decidedAt: now },
  });
  if (freed.count + taken.count > 0) tx.announce('work_package.changed', group.id, { groupId: group.id });
  await moved(tx, group);
  return ended;
}

/** Under the group's lock, after the check for the last lead. */
export async function giveRole(tx: Tx, actor: Actor, seat: SeatView, role: GroupRole, until: Date | null): Promise<GroupMembership> {
  const { group, personId } = seat;
  const changed = await tx.db.groupMembership.update({ where: { id: seat.id }, data: { role, until } });
  tx.announce('membership.changed', group.id, { groupId: group.id, personId });
  if (isLeading(role) || isLeading(seat.role)) tx.announce('lead.changed', group.id, { groupId: group.id, personId });
  tellPerson(tx, group.id, personId);
  tx.audit({
    actorId: actor.personId,
    action: 'group.role_changed',
    subject: { kind: 'group', id: group.id },
    details: { personId, from: seat.role, to: role, until: until?.toISOString() ?? null },
  });
  await moved(tx, group);
  return changed;
}

/** R9. Exact, since the group's row is locked: of two leads who leave at once, one finds themselves the last. */
export async function keepALead(tx: Tx, groupId: string, without: Pick<Seat, 'id' | 'role'>): Promise<void> {
  if (without.role === 'LEAD' && !(await hasLead(tx, groupId, without.id))) throw fail('group.last_lead');
}

export const hasLead = async (tx: Tx, groupId: string, except?: string): Promise<boolean> =>
  (await tx.db.groupMembership.count({
    where: { groupId, role: 'LEAD', status: 'ACTIVE', ...(except && { id: { not: except } }) },
  })) > 0;

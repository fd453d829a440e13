import { Injectable } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';
import { groupGate, seatGate } from './gate.ts';
import { lastDay } from './guest-day.ts';
import { memberInvited, memberRemoved, membershipDecided, roleChanged } from './jobs.ts';
import { holdsSeat, type SeatView } from './policy.ts';
import { admit, end, giveRole, keepALead, place, tellDesk, tellPerson } from './seats.ts';

/** What the leads do with the seats of others. */
@Injectable()
export class MemberService {
  constructor(private readonly writes: Writes) {}

  approve(actor: Actor, membershipId: string): Promise<GroupMembership> {
    return this.writes.transact(async (tx) => {
      const { row } = await seatGate.may(tx, actor, 'decide', membershipId);
      return this.admitAsked(tx, actor, row);
    });
  }

  decline(actor: Actor, args: object): Promise<GroupMembership> {
    const { membershipId, reason } = parse(inputs.declineRequest, args);
    return this.writes.transact(async (tx) => {
      const { row } = await seatGate.may(tx, actor, 'decide', membershipId);
      tx.enqueue(membershipDecided, { membershipId: row.id, byId: actor.personId });
      return end(tx, row.group, row, 'DECLINED', reason);
    });
  }

  revertDecline(actor: Actor, membershipId: string): Promise<GroupMembership> {
    return this.writes.transact(async (tx) => {
      const { row } = await seatGate.may(tx, actor, 'revertDecline', membershipId);
      tellDesk(tx, row.group.id);
      tellPerson(tx, row.group.id, row.personId);
      return tx.db.groupMembership.update({ where: { id: row.id }, data: { status: 'REQUESTED', reason: '', decidedAt: null } });
    });
  }

  changeRole(actor: Actor, args: object): Promise<GroupMembership> {
    const { membershipId, role, until } = parse(inputs.changeGroupRole, args);
    return this.writes.transact(async (tx) => {
      const { row } = await seatGate.may(tx, actor, role === 'LEAD' ? 'makeLead' : 'changeRole', membershipId);
      if (role !== 'LEAD') await keepALead(tx, row.group.id, row);
      if (row.personId !== actor.personId) tx.enqueue(roleChanged, { membershipId: row.id, byId: actor.personId });
      return giveRole(tx, actor, row, role, lastDay(role, until));
    });
  }

  remove(actor: Actor, args: object): Promise<GroupMembership> {
    const { membershipId, reason } = parse(inputs.removeMember, args);
    return this.writes.transact(async (tx) => {
      const { row } = await seatGate.may(tx, actor, 'remove', membershipId);
      if (row.status === 'ACTIVE') await keepALead(tx, row.group.id, row);
      tx.audit({
        actorId: actor.personId,
        action: 'group.member_removed',
        subject: { kind: 'group', id: row.group.id },
        details: { personId: row.personId, role: row.role, reason },
      });
      tx.enqueue(memberRemoved, { membershipId: row.id, byId: actor.personId });
      return end(tx, row.group, row, 'REMOVED', reason);
    });
  }

  invite(actor: Actor, args: object): Promise<GroupMembership> {
    const { groupId, personId, organisationId, role, until } = parse(inputs.inviteMember, args);
    return this.writes.transact(async (tx) => {
      const { row: group } = await groupGate.may(tx, actor, role === 'LEAD' ? 'nameLead' : 'lead', groupId);
      if (group.status === 'CLOSED') throw fail('group.not_active');
      const lastInstant = lastDay(role, until);
      const seat = await tx.db.groupMembership.findUnique({ where: { groupId_personId: { groupId: group.id, personId } } });
      if (holdsSeat({ membership: seat })) throw fail('group.already_member');
      await this.requirePlace(tx, personId, organisationId, seat);
      tx.audit({
        actorId: actor.personId,
        action: 'group.member_invited',
        subject: { kind: 'group', id: group.id },
        details: { personId, organisationId, role, until: lastInstant?.toISOString() ?? null },
      });
      if (seat?.status === 'REQUESTED') {
        await tx.db.groupMembership.update({ where: { id: seat.id }, data: { organisationId, role, until: lastInstant } });
        return this.admitAsked(tx, actor, { id: seat.id, group });
      }
      const invited = await place(tx, group.id, personId, { organisationId, role, status: 'INVITED', until: lastInstant });
      tellDesk(tx, group.id);
      tellPerson(tx, group.id, personId);
      tx.enqueue(memberInvited, { membershipId: invited.id, byId: actor.personId });
      return invited;
    });
  }

  private async admitAsked(tx: Tx, actor: Actor, { id, group }: Pick<SeatView, 'id' | 'group'>): Promise<GroupMembership> {
    tellDesk(tx, group.id);
    tx.enqueue(membershipDecided, { membershipId: id, byId: actor.personId });
    return admit(tx, group, id);
  }

  /** A person sits for an organisation they belong to, or for which they were here before (a guest's). */
  private async requirePlace(tx: Tx, personId: string, organisationId: string, seat: GroupMembership | null): Promise<void> {
    const person = await tx.db.person.findUnique({
      where: { id: personId },
      select: { affiliations: { where: { organisationId, endedAt: null }, select: { id: true } } },
    });
    if (!person) throw fail('not_found');
    if (person.affiliations.length === 0 && seat?.organisationId !== organisationId) throw fail('invalid', { fields: ['organisationId'] });
  }
}

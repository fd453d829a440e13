import { Injectable } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import { actingFor, type Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import type { May } from '../../platform/policy/policy.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';
import { groupGate, present } from './gate.ts';
import { membershipDecided, membershipRequested } from './jobs.ts';
import type { GroupView } from './policy.ts';
import { admit, began, end, keepALead, place, tellDesk, tellPerson } from './seats.ts';

/** What somebody does with their own seat. */
@Injectable()
export class SeatService {
  /** Each request is a mail to those who lead; it can be withdrawn and made again. */
  private readonly asked = new HourlyLimit(30);

  constructor(private readonly writes: Writes) {}

  join(actor: Actor, args: object): Promise<GroupMembership> {
    const { groupId, organisationId, statement } = parse(inputs.joinGroup, args);
    return this.writes.transact(async (tx) => {
      const may = await groupGate.may(tx, await present(tx, actor), 'enter', groupId);
      if (may.row.membership?.status === 'INVITED') return this.accept(may);
      const organisation = this.homeOf(may.actor, organisationId);
      return may.row.joinPolicy === 'OPEN' ? this.enter(may, organisation) : this.ask(may, organisation, statement ?? '');
    });
  }

  answer(actor: Actor, groupId: string, accept: boolean): Promise<GroupMembership> {
    return this.writes.transact(async (tx) => {
      const may = await groupGate.may(tx, actor, 'answer', groupId);
      if (accept) return this.accept(may);
      const seat = await end(tx, may.row, { ...may.row.membership!, personId: actor.personId }, 'DECLINED');
      tx.enqueue(membershipDecided, { membershipId: seat.id, byId: actor.personId });
      return seat;
    });
  }

  withdraw(actor: Actor, groupId: string): Promise<GroupMembership> {
    return this.writes.transact((tx) => this.leaveWith(tx, actor, 'withdraw', groupId));
  }

  leave(actor: Actor, groupId: string): Promise<GroupMembership> {
    return this.writes.transact((tx) => this.leaveWith(tx, actor, 'leave', groupId));
  }

  private async leaveWith(tx: Tx, actor: Actor, action: 'withdraw' | 'leave', groupId: string): Promise<GroupMembership> {
    const { row } = await groupGate.may(tx, actor, action, groupId);
    const seat = { ...row.membership!, personId: actor.personId };
    if (action === 'leave') await keepALead(tx, row.id, seat);
    return end(tx, row, seat, 'LEFT');
  }

  /** For whom the seat is: one of the actor's own organisations. */
  private homeOf(actor: Actor, chosen: string | null | undefined): string {
    const home = chosen ? actor.affiliations.find((a) => a.organisationId === chosen) : actingFor(actor);
    if (!home) throw fail('invalid', { fields: ['organisationId'] });
    return home.organisationId;
  }

  private async enter({ tx, actor, row }: May<'enter', GroupView>, organisationId: string): Promise<GroupMembership> {
    const seat = await place(tx, row.id, actor.personId, { organisationId, role: 'MEMBER', status: 'ACTIVE' });
    await began(tx, row, seat);
    return seat;
  }

  private async ask({ tx, actor, row }: May<'enter', GroupView>, organisationId: string, statement: string): Promise<GroupMembership> {
    if (!statement) throw fail('invalid', { fields: ['statement'] });
    if (!this.asked.allows(actor.personId)) throw fail('rate_limited');
    const seat = await place(tx, row.id, actor.personId, { organisationId, role: 'MEMBER', status: 'REQUESTED', statement });
    tellDesk(tx, row.id);
    tellPerson(tx, row.id, actor.personId);
    tx.enqueue(membershipRequested, { membershipId: seat.id });
    return seat;
  }

  private async accept({ tx, actor, row }: May<'enter' | 'answer', GroupView>): Promise<GroupMembership> {
    const { id, until } = row.membership!;
    if (until && until <= new Date()) throw fail('invitation.expired');
    tellDesk(tx, row.id);
    const seat = await admit(tx, row, id);
    tx.enqueue(membershipDecided, { membershipId: id, byId: actor.personId });
    return seat;
  }
}

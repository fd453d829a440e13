import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inputs, limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { endOfBerlinDay } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { Rooms } from '../../platform/events/rooms.ts';
import { fail, parse } from '../../platform/fail.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { EventSeat, Invitation, Sprechstunde } from '../../generated/prisma/client.ts';
import { Invitations, PeopleHooks } from '../people/index.ts';
import { tellSeat } from './announce.ts';
import { eventGate, eventSeatGate, eventView, lockEvent } from './gate.ts';
import { endEventSeats } from './jobs.ts';
import { eventLabel } from './label.ts';
import { eventPolicy } from './policy.ts';

const day = 86_400_000;
const named = { series: { select: { name: true } } } as const;

/** People from outside who host, speak or listen: a seat in one event, until a date. Token, mail and acceptance are the people feature's. */
@Injectable()
export class EventSeatService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly invitations: Invitations,
    private readonly hooks: PeopleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.guestPlaces.push({
      column: 'sprechstundeId',
      demand: async (tx, actor, id) => {
        const event = await eventView(tx.db, actor, id, 'change');
        if (!event || eventPolicy.verdict(actor, 'edit', event) !== true) throw fail('not_found');
      },
      changed: (tx, id) => this.desk(tx, id),
      name: async (db, id) => {
        const event = await db.sprechstunde.findUnique({ where: { id }, include: named });
        return event && eventLabel(event);
      },
    });
    this.hooks.invitationAccepted.push((tx, invitation, actor) => this.takeSeat(tx, invitation, actor));
    this.jobs.handle(endEventSeats, () => this.withTheDay(new Date()), '* * * * *');
    this.rooms.register('event', async (actor, id) => {
      const view = await eventView(this.database.prisma, actor, id, 'none');
      if (view === null || eventPolicy.verdict(actor, 'read', view) !== true) return false;
      // Who reads it by their seat alone hears it until the seat's last moment.
      return eventPolicy.verdict(actor, 'read', { ...view, seat: null }) === true || view.seat!.until;
    });
  }

  invite(actor: Actor, given: object): Promise<Invitation> {
    const { sprechstundeId, email, organisationId, role, until } = parse(inputs.inviteEventGuest, given);
    return this.writes.transact(async (tx) => {
      const may = await eventGate.may(tx, actor, 'edit', sprechstundeId);
      const event = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: may.row.id } });
      const guestUntil = lastDay(event, until);
      if (!(await tx.db.organisation.findUnique({ where: { id: organisationId } }))) throw fail('not_found');
      this.desk(tx, event.id);
      return this.invitations.issue(may, { email, organisationId, sprechstundeId: event.id, seatRole: role, guestUntil });
    });
  }

  change(actor: Actor, args: object): Promise<EventSeat> {
    const { id, role, until } = parse(inputs.changeEventSeat, args);
    return this.writes.transact(async (tx) => {
      const { row } = await eventSeatGate.may(tx, actor, 'change', id);
      const event = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: row.sprechstundeId } });
      const seat = await tx.db.eventSeat.update({ where: { id: row.id }, data: { role, until: lastDay(event, until) } });
      await this.record(tx, actor, 'event.seat_changed', seat);
      return seat;
    });
  }

  /** R11: whoever listens leaves the room in the same moment. */
  end(actor: Actor, id: string): Promise<EventSeat> {
    return this.writes.transact(async (tx) => {
      const { row } = await eventSeatGate.may(tx, actor, 'read', id);
      if (row.status !== 'ACTIVE') return tx.db.eventSeat.findUniqueOrThrow({ where: { id: row.id } });
      const seat = await tx.db.eventSeat.update({ where: { id: row.id }, data: { status: 'REMOVED', endedAt: new Date() } });
      await this.record(tx, actor, 'event.seat_ended', seat);
      return seat;
    });
  }

  async withTheDay(now: Date): Promise<void> {
    const over = { status: 'ACTIVE' as const, until: { lte: now } };
    const due = await this.database.prisma.eventSeat.findMany({
      where: over,
      distinct: ['sprechstundeId'],
      select: { sprechstundeId: true },
    });
    for (const { sprechstundeId } of due)
      await this.writes.transact(async (tx) => {
        await lockEvent(tx.db, sprechstundeId);
        const ended = await tx.db.eventSeat.updateManyAndReturn({
          where: { sprechstundeId, ...over },
          data: { status: 'EXPIRED', endedAt: now },
        });
        for (const { personId } of ended) tellSeat(tx, sprechstundeId, personId);
      });
  }

  private async takeSeat(tx: Tx, { sprechstundeId, organisationId, seatRole: role, guestUntil }: Invitation, actor: Actor): Promise<void> {
    if (!sprechstundeId || !organisationId || !role || !guestUntil) return;
    if (guestUntil <= new Date()) throw fail('invitation.expired');
    await lockEvent(tx.db, sprechstundeId);
    const key = { sprechstundeId, personId: actor.personId };
    const seat = { organisationId, role, until: guestUntil, status: 'ACTIVE' as const, endedAt: null };
    await tx.db.eventSeat.upsert({ where: { sprechstundeId_personId: key }, create: { ...key, ...seat }, update: seat });
    tellSeat(tx, sprechstundeId, actor.personId);
  }

  /** The list of invitations stands on the event's page. */
  private desk(tx: Tx, sprechstundeId: string): void {
    tx.announce('sprechstunde.changed', sprechstundeId, { sprechstundeId });
  }

  private async record(tx: Tx, actor: Actor, action: string, { sprechstundeId, personId, role, until }: EventSeat): Promise<void> {
    const event = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: sprechstundeId }, include: named });
    tellSeat(tx, sprechstundeId, personId);
    tx.audit({
      actorId: actor.personId,
      action,
      subject: { kind: 'event', id: sprechstundeId },
      details: { event: eventLabel(event), personId, role, until: until.toISOString() },
    });
  }
}

/** The end of a day in Berlin; 30 days after the event unless one is set. */
function lastDay({ endsAt }: Pick<Sprechstunde, 'endsAt'>, until: string | null | undefined): Date {
  const last = endOfBerlinDay(until ? new Date(until) : new Date(endsAt.getTime() + limits.eventSeatDays * day));
  if (last <= new Date()) throw fail('invalid', { fields: ['until'] });
  return last;
}

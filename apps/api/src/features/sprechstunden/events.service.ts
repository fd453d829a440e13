import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { Prisma, Sprechstunde } from '../../generated/prisma/client.ts';
import { tellCard, tellSeries } from './announce.ts';
import { eventGate, seriesGate } from './gate.ts';
import { eventCancelled, eventMoved } from './jobs.ts';
import { editsEvents } from './policy.ts';
import { fillPlaces } from './places.ts';
import { eventMayBecome } from './states.ts';
import { settleWishes } from './wish-endings.ts';

type Input = Inputs['sprechstunde'];

/** What the editor does with an event itself. */
@Injectable()
export class EventService {
  constructor(private readonly writes: Writes) {}

  create(actor: Actor, given: object): Promise<Sprechstunde> {
    const input = parse(inputs.sprechstunde, given);
    if (!editsEvents(actor)) throw fail('forbidden');
    checkTimes(input);
    if (new Date(input.startsAt) <= new Date()) throw fail('event.in_past', { fields: ['startsAt'] });
    return this.writes.transact(async (tx) => {
      const key = { createdById: actor.personId, clientMutationId: input.clientMutationId };
      const made = await tx.db.sprechstunde.findUnique({ where: { createdById_clientMutationId: key } });
      if (made) return made;
      const data = { ...key, ...(await this.columns(tx, input)), ...(await this.numbered(tx, actor, input.seriesId ?? null)) };
      const event = await tx.db.sprechstunde.create({ data });
      tellCard(tx, event.id);
      return event;
    });
  }

  edit(actor: Actor, id: string, version: number, given: object): Promise<Sprechstunde> {
    const input = parse(inputs.sprechstunde, given);
    checkTimes(input);
    return this.writes.transact(async (tx) => {
      const { row } = await eventGate.may(tx, actor, 'edit', id);
      const before = await atVersion(tx, row.id, version);
      if ((input.seriesId ?? null) !== before.seriesId) throw fail('invalid', { fields: ['seriesId'] });
      const data = await this.columns(tx, input);
      const moved = differs(before, data, ['startsAt', 'endsAt']);
      if (moved && before.status !== 'DRAFT' && before.status !== 'ANNOUNCED') throw fail('event.status_impossible');
      if (moved && data.startsAt <= new Date()) throw fail('event.in_past', { fields: ['startsAt'] });
      const shown = moved || differs(before, data, ['title', 'summary', 'topics', 'place', 'joinUrl']);
      const event = await tx.db.sprechstunde.update({
        where: { id: before.id },
        data: { ...data, ...changed, ...(shown && inCalendars(new Date())) },
      });
      if (moved && event.announcedAt) tx.enqueue(eventMoved, { sprechstundeId: event.id, sequence: event.sequence });
      await fillPlaces(tx, event);
      tellCard(tx, event.id);
      return event;
    });
  }

  changeStatus(actor: Actor, args: object): Promise<Sprechstunde> {
    const { id, status, reason } = parse(inputs.changeSprechstundeStatus, args);
    return this.writes.transact(async (tx) => {
      const conducted = status === 'LIVE' || status === 'DONE';
      const { row } = await eventGate.may(tx, actor, conducted ? 'conduct' : 'edit', id);
      const before = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: row.id } });
      // Said twice is said once: a lost answer, two editors at a time.
      if (before.status === status) return before;
      if (!eventMayBecome(before.status, status)) throw fail('event.status_impossible');
      if (status === 'CANCELLED' && !reason) throw fail('event.reason_required', { fields: ['reason'] });
      if (status === 'ANNOUNCED' && before.startsAt <= new Date()) throw fail('event.in_past');
      if (status === 'DONE' && before.status === 'ANNOUNCED' && before.endsAt > new Date()) throw fail('event.status_impossible');
      const event = await tx.db.sprechstunde.update({ where: { id: before.id }, data: { status, ...changed, ...stateOf(status, reason) } });
      if (status === 'CANCELLED' && event.announcedAt) tx.enqueue(eventCancelled, { sprechstundeId: event.id });
      if (status === 'CANCELLED' || status === 'DONE') await settleWishes(tx, event.id, status === 'DONE' ? 'TREATED' : 'OPEN');
      tellCard(tx, event.id);
      return event;
    });
  }

  /** Beside the rhythm, with the next number: under the lock of the series, as planning is. */
  private async numbered(tx: Tx, actor: Actor, id: string | null): Promise<{ seriesId: string | null; no: number | null }> {
    if (!id) return { seriesId: null, no: null };
    const { row } = await seriesGate.may(tx, actor, 'edit', id);
    await tx.db.sprechstundenSeries.update({ where: { id: row.id }, data: { nextNo: { increment: 1 } } });
    tellSeries(tx, row.id);
    return { seriesId: row.id, no: row.nextNo };
  }

  private async columns(tx: Tx, { clientMutationId: _, seriesId: __, ...input }: Input) {
    if (input.hostId && !(await tx.db.organisation.findUnique({ where: { id: input.hostId } }))) throw fail('not_found');
    return {
      ...input,
      topics: [...new Set(input.topics)],
      startsAt: new Date(input.startsAt),
      endsAt: new Date(input.endsAt),
      joinUrl: input.joinUrl ?? null,
      registrationUrl: input.registrationUrl ?? null,
      hostId: input.hostId ?? null,
      limit: input.limit ?? null,
      registrationUntil: input.registrationUntil ? new Date(input.registrationUntil) : null,
    } satisfies Prisma.SprechstundeUncheckedUpdateInput;
  }
}

const changed = { version: { increment: 1 } } as const;
/** Something that stands in calendars is another one: they take over only what has a higher number, and show since when. */
export const inCalendars = (changedAt: Date) => ({ sequence: { increment: 1 }, changedAt });

function checkTimes({ startsAt, endsAt }: Pick<Input, 'startsAt' | 'endsAt'>): void {
  if (new Date(endsAt) <= new Date(startsAt)) throw fail('event.ends_before_start', { fields: ['endsAt'] });
}

const stateOf = (status: Sprechstunde['status'], reason: string | null | undefined) => {
  const now = new Date();
  if (status === 'ANNOUNCED') return { announcedAt: now, changedAt: now };
  if (status === 'LIVE') return { liveSince: now };
  return status === 'CANCELLED' ? { cancelReason: reason ?? '', ...inCalendars(now) } : {};
};

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : Array.isArray(value) ? value.join('\n') : value);
const differs = <K extends keyof Sprechstunde>(before: Sprechstunde, after: Pick<Sprechstunde, K>, keys: readonly K[]): boolean =>
  keys.some((key) => plain(before[key]) !== plain(after[key]));

/** The event, locked by the gate before, if it is still the version that the editor saw. */
export async function atVersion(tx: Tx, id: string, version: number): Promise<Sprechstunde> {
  const current = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id } });
  if (current.version !== version) throw fail('stale', { current });
  return current;
}

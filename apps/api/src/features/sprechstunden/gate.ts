import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { gate, type Lock } from '../../platform/policy/policy.ts';
import type { EventSeatRole } from '@kollab/contract';
import type { EventSeatStatus, Sprechstunde } from '../../generated/prisma/client.ts';
import { eventPolicy, eventSeatPolicy, registrationPolicy, seriesPolicy, wishPolicy, type EventView } from './policy.ts';

/** Whatever changes in an event (its places, seats, agenda) changes under the lock of its row: counting is exact. */
export const lockEvent = (db: Sql, id: string) => db.$queryRawUnsafe(`SELECT FROM sprechstunde WHERE id = $1::uuid FOR NO KEY UPDATE`, id);

export async function eventView(db: Sql, actor: Actor, id: string, lock: Lock): Promise<EventView | null> {
  if (lock === 'change') await lockEvent(db, id);
  const [event] = await eventViewsById(db, actor, [id]);
  return event ? { ...event, rights: lock === 'change' ? await rightsNow(db, actor) : actor } : null;
}

interface Found extends Omit<EventView, 'seat' | 'rights'> {
  seatId: string | null;
  role: EventSeatRole;
  seatStatus: EventSeatStatus;
  until: Date;
  organisationId: string;
}

/** Those that exist, in any order, by one hand-written statement: it is asked with every vote. */
export async function eventViewsById(db: Sql, actor: Actor, ids: readonly string[]): Promise<EventView[]> {
  const found = await db.$queryRawUnsafe<Found[]>(
    `SELECT e.id, e.status, e.announced_at AS "announcedAt", e.starts_at AS "startsAt", e.registration_until AS "registrationUntil",
            e.registration_url AS "registrationUrl", s.id AS "seatId", s.role, s.status AS "seatStatus", s.until, s.organisation_id AS "organisationId"
       FROM sprechstunde e LEFT JOIN event_seat s ON s.sprechstunde_id = e.id AND s.person_id = $2::uuid WHERE e.id = ANY($1::uuid[])`,
    ids,
    actor.personId,
  );
  return found.map(({ seatId, role, seatStatus, until, organisationId, ...event }) => ({
    ...event,
    seat: seatId === null ? null : { id: seatId, role, status: seatStatus, until, organisationId },
    rights: actor,
  }));
}

/** Many events at once, without locks: one query, whatever their number. */
export async function eventViews(db: Db, actor: Actor, events: readonly Sprechstunde[]): Promise<EventView[]> {
  const seats = await db.eventSeat.findMany({ where: { personId: actor.personId, sprechstundeId: { in: events.map((e) => e.id) } } });
  const seatAt = new Map(seats.map((s) => [s.sprechstundeId, s]));
  return events.map((event) => ({ ...event, seat: seatAt.get(event.id) ?? null, rights: actor }));
}

export const eventGate = gate(eventPolicy, 'read', eventView);

export const registrationGate = gate(registrationPolicy, 'read', async (db, actor, id, lock) => {
  const found = await db.registration.findUnique({ where: { id }, select: { sprechstundeId: true } });
  const event = found && (await eventView(db, actor, found.sprechstundeId, lock));
  const row = event && (await db.registration.findUnique({ where: { id } }));
  return row && { ...row, event };
});

export const eventSeatGate = gate(eventSeatPolicy, 'read', async (db, actor, id, lock) => {
  const found = await db.eventSeat.findUnique({ where: { id }, select: { sprechstundeId: true } });
  const event = found && (await eventView(db, actor, found.sprechstundeId, lock));
  const row = event && (await db.eventSeat.findUnique({ where: { id } }));
  return row && { ...row, event };
});

export const seriesGate = gate(seriesPolicy, 'read', async (db, actor, id, lock) => {
  if (lock === 'change') await db.$queryRawUnsafe(`SELECT FROM sprechstunden_series WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
  const row = await db.sprechstundenSeries.findUnique({ where: { id } });
  return row && { ...row, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});

/** After the event into which it may be planned. */
export const wishGate = gate(wishPolicy, 'read', async (db, actor, id, lock) => {
  if (lock === 'change') await db.$queryRawUnsafe(`SELECT FROM topic_wish WHERE id = $1::uuid FOR NO KEY UPDATE`, id);
  const row = await db.topicWish.findUnique({ where: { id } });
  return row && { ...row, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
});

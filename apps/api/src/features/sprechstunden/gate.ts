import type { Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import type { Db } from '../../platform/database/database.ts';
import { gate, type Lock } from '../../platform/policy/policy.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { eventPolicy, eventSeatPolicy, registrationPolicy, seriesPolicy, wishPolicy, type EventView } from './policy.ts';

/** Whatever changes in an event (its places, seats, agenda) changes under the lock of its row: counting is exact. */
export const lockEvent = (db: Db, id: string) => db.$queryRawUnsafe(`SELECT FROM sprechstunde WHERE id = $1::uuid FOR NO KEY UPDATE`, id);

export async function eventView(db: Db, actor: Actor, id: string, lock: Lock): Promise<EventView | null> {
  if (lock === 'change') await lockEvent(db, id);
  const event = await db.sprechstunde.findUnique({ where: { id } });
  if (!event) return null;
  const seat = await db.eventSeat.findUnique({ where: { sprechstundeId_personId: { sprechstundeId: id, personId: actor.personId } } });
  return { ...event, seat, rights: lock === 'change' ? await rightsNow(db, actor) : actor };
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

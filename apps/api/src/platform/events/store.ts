import { endsRights, events, type EventName, type EventPayload } from '@kollab/contract';
import type { Sql } from '../database/statements.ts';

export interface PendingEvent {
  room: string;
  name: EventName;
  payload: object;
}

/**
 * Nobody's room: each event that may end a right stands here a second time, `of` naming its own room. Whoever carries events
 * reads this one with every other, in one statement: what was written after somebody's right ended is never seen without
 * the ending, in whichever room that was announced.
 */
export const endings = 'endings';

export function roomOf(name: EventName, id: string | null): string {
  const { room } = events[name];
  if (typeof room !== 'string') {
    const [kind] = id?.split(':') ?? [];
    if (id === null || !(room as readonly string[]).includes(kind!)) throw new Error(`event ${name}: wrong room`);
    return id;
  }
  if ((room === 'land') !== (id === null)) throw new Error(`event ${name}: wrong room`);
  return id === null ? room : `${room}:${id}`;
}

export const checkedEvent = <N extends EventName>(name: N, room: string, payload: EventPayload<N>): PendingEvent => ({
  room,
  name,
  payload: events[name].payload.parse(payload),
});

/** Gives each event the next `seq` of its room; rooms are locked by name, so that two transactions never wait in a circle. */
export async function storeEvents(sql: Sql, announced: readonly PendingEvent[]): Promise<string[]> {
  if (announced.length === 0) return [];
  const ending = announced
    .filter((e) => endsRights.has(e.name))
    .map((e) => ({ ...e, room: endings, payload: { ...e.payload, of: e.room } }));
  const byRoom = Map.groupBy([...announced, ...ending], (e) => e.room);
  const rooms = [...byRoom.keys()];
  // Numbered here: for the one or two events of most writes, PostgreSQL would be busier with counting than with storing them.
  const events = [...byRoom.values()].flatMap((ofRoom) => ofRoom.map((e, i) => ({ ...e, later: ofRoom.length - 1 - i })));
  await sql.$executeRawUnsafe(
    `WITH counted AS (
       INSERT INTO room AS r (name, seq) SELECT * FROM unnest($1::text[], $2::int[]) ORDER BY 1
       ON CONFLICT (name) DO UPDATE SET seq = r.seq + EXCLUDED.seq
       RETURNING r.name, r.seq
     )
     INSERT INTO event (room, seq, name, payload)
     SELECT e.room, counted.seq - e.later, e.name, e.payload::jsonb
       FROM unnest($3::text[], $4::int[], $5::text[], $6::text[]) AS e(room, later, name, payload) JOIN counted ON counted.name = e.room`,
    rooms,
    rooms.map((room) => byRoom.get(room)!.length),
    events.map((e) => e.room),
    events.map((e) => e.later),
    events.map((e) => e.name),
    events.map((e) => JSON.stringify(e.payload)),
  );
  return rooms;
}

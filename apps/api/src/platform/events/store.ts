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
  const pending = [...announced, ...ending];
  await sql.$executeRawUnsafe(
    `WITH e AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS e(room, name, payload, o)
     ), counted AS (
       INSERT INTO room AS r (name, seq) SELECT e.room, count(*)::int FROM e GROUP BY e.room ORDER BY e.room
       ON CONFLICT (name) DO UPDATE SET seq = r.seq + EXCLUDED.seq
       RETURNING r.name, r.seq
     )
     INSERT INTO event (room, seq, name, payload)
     SELECT e.room, counted.seq - (count(*) OVER (PARTITION BY e.room))::int + (row_number() OVER (PARTITION BY e.room ORDER BY e.o))::int,
            e.name, e.payload::jsonb
     FROM e JOIN counted ON counted.name = e.room`,
    pending.map((e) => e.room),
    pending.map((e) => e.name),
    pending.map((e) => JSON.stringify(e.payload)),
  );
  return [...new Set(pending.map((e) => e.room))];
}

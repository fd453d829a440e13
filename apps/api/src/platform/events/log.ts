import { Injectable, Logger } from '@nestjs/common';
import type { EventName, EventPayload } from '@kollab/contract';
import { Database } from '../database/database.ts';
import { HotEvents } from './hot.ts';
import { endings } from './store.ts';

export interface LoggedEvent {
  room: string;
  seq: number;
  name: EventName;
  payload: EventPayload<EventName>;
  /** Sub-room that gets the fragment; null: no hot event. */
  focus: string | null;
  fragment?: unknown;
}

/** At most so many events of a room at once. */
export const batch = 500;

/** Reads the event table by room. */
@Injectable()
export class EventLog {
  private readonly log = new Logger('events');

  constructor(
    private readonly database: Database,
    private readonly hot: HotEvents,
  ) {}

  /** The next events of each room after the given count, at most 500 a room, with their fragments. */
  async after(rooms: ReadonlyMap<string, number>): Promise<LoggedEvent[]> {
    const { rows } = await this.database.pool.query<Omit<LoggedEvent, 'focus'>>({
      name: 'events_after',
      text: `SELECT e.room, e.seq, e.name, e.payload
               FROM unnest($1::text[], $2::int[]) AS r(room, seq)
               CROSS JOIN LATERAL (SELECT * FROM event WHERE room = r.room AND seq > r.seq ORDER BY seq LIMIT ${batch}) e
              ORDER BY e.room, e.seq`,
      values: [[...rooms.keys()], [...rooms.values()]],
    });
    const found = rows.map((row): LoggedEvent => ({
      ...row,
      focus: row.room === endings ? null : this.hot.focusOf(row.name, row.payload),
    }));
    const byName = Map.groupBy(
      found.filter((e) => e.focus !== null),
      (e) => e.name,
    );
    for (const [name, group] of byName) {
      const payloads = group.map((e) => e.payload as never);
      // Without its fragment an event still makes the browser ask; a fault in one renderer must not stop all rooms.
      const fragments = await this.hot.render(name, payloads).catch((error: unknown) => {
        this.log.error(`rendering ${name} failed: ${(error as Error).message}`);
        return [];
      });
      group.forEach((e, i) => (e.fragment = fragments[i]));
    }
    return found;
  }

  /** `last`: the count of each room; `first`: the oldest event still kept (0 when none is). */
  async extent(room: string): Promise<{ first: number; last: number }> {
    const { rows } = await this.database.pool.query<{ first: number | null; last: number | null }>({
      name: 'room_extent',
      text: `SELECT (SELECT seq FROM event WHERE room = $1 ORDER BY seq LIMIT 1) AS first, (SELECT seq FROM room WHERE name = $1) AS last`,
      values: [room],
    });
    return { first: rows[0]?.first ?? 0, last: rows[0]?.last ?? 0 };
  }
}

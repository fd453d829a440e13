import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../database/database.ts';

const channel = 'kollab_doorbell';
/** NOTIFY carries at most 8,000 bytes. */
const roomsPerRing = 100;

export type Ring = { rooms: string[] } | { endedSid: string; until: number };

/**
 * Tells all instances that rooms have something new: in this process at once, in the others by one NOTIFY a batch,
 * outside the writes' transactions (inside, it would serialise their commits). A lost ring costs the relay's poll interval.
 */
@Injectable()
export class Doorbell implements OnModuleDestroy {
  private readonly listeners = new Set<(ring: Ring) => void>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private closing = false;

  constructor(private readonly database: Database) {}

  ring(rooms: readonly string[]): void {
    for (const listener of this.listeners) listener({ rooms: [...rooms] });
    for (const room of rooms) this.pending.add(room);
    this.timer ??= setTimeout(() => void this.notifyOthers(), 5);
  }

  /** A session ended elsewhere (back-channel logout): every instance has to know. */
  async endSession(sid: string, until: number): Promise<void> {
    const ring: Ring = { endedSid: sid, until };
    for (const listener of this.listeners) listener(ring);
    await this.database.pool.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(ring)]);
  }

  /** Only processes with sockets listen. */
  async listen(listener: (ring: Ring) => void): Promise<void> {
    this.listeners.add(listener);
    if (!this.client) await this.connect();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ ...this.database.pool.options, application_name: 'kollab doorbell' });
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!this.closing) setTimeout(() => void this.connect().catch(() => undefined), 1_000).unref();
    });
    client.on('notification', ({ payload }) => {
      const ring = JSON.parse(payload ?? '{"rooms":[]}') as Ring;
      for (const each of this.listeners) each(ring);
    });
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  }

  private async notifyOthers(): Promise<void> {
    this.timer = undefined;
    const rooms = [...this.pending];
    this.pending.clear();
    for (let i = 0; i < rooms.length; i += roomsPerRing)
      await this.database.pool
        .query({
          name: 'ring',
          text: 'SELECT pg_notify($1, $2)',
          values: [channel, JSON.stringify({ rooms: rooms.slice(i, i + roomsPerRing) })],
        })
        .catch(() => undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    if (this.pending.size > 0) await this.notifyOthers();
    await this.client?.end().catch(() => undefined);
  }
}

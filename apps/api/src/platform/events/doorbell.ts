import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../database/database.ts';

const channel = 'kollab_doorbell';
/** NOTIFY carries at most 8,000 bytes. */
const roomsPerRing = 100;
/** Milliseconds from one NOTIFY to the next: the first of many rings goes at once, the others together. */
const between = 20;
/** A dead connection hears nothing and says nothing: it is asked from time to time. */
const askEvery = 5_000;

export type Ring = { rooms: string[] } | { endedSid: string };

/**
 * Tells all instances that rooms have something new: in this process at once, in the others by one NOTIFY a batch,
 * outside the writes' transactions (inside, it would serialise their commits). A lost ring costs the relay's poll interval,
 * a lost connection no more than that until it is made anew.
 */
@Injectable()
export class Doorbell implements OnModuleDestroy {
  /** PostgreSQL brings a ring to its sender too, who has heard it. */
  private readonly self = randomUUID();
  private readonly listeners = new Set<(ring: Ring) => void>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private notifiedAt = -between;
  private client: pg.Client | undefined;
  private closing = false;

  constructor(private readonly database: Database) {}

  ring(rooms: readonly string[]): void {
    for (const listener of this.listeners) listener({ rooms: [...rooms] });
    for (const room of rooms) this.pending.add(room);
    this.timer ??= setTimeout(() => void this.notifyOthers(), Math.max(0, this.notifiedAt + between - performance.now()));
  }

  /** A session ended elsewhere (back-channel logout). */
  ringSession(endedSid: string): void {
    for (const listener of this.listeners) listener({ endedSid });
    void this.notify({ endedSid });
  }

  /** Only processes with sockets listen. */
  async listen(listener: (ring: Ring) => void): Promise<void> {
    this.listeners.add(listener);
    if (!this.client) void this.keep(await this.connect());
  }

  /** Makes the connection anew as often as it is lost. */
  private async keep(first: { lost: Promise<unknown> }): Promise<void> {
    for (let { lost } = first; ; lost = (await this.connect().catch(() => ({ lost: Promise.resolve() }))).lost) {
      await lost;
      if (this.closing) return;
      await pause(500);
    }
  }

  private async connect(): Promise<{ lost: Promise<unknown> }> {
    const client = new pg.Client({
      connectionString: this.database.pool.options.connectionString,
      application_name: 'kollab doorbell',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    this.client = client;
    const lost = Promise.race([once(client, 'end'), new Promise((resolve) => client.on('error', resolve))]);
    client.on('notification', ({ payload }) => {
      const { from, ...ring } = JSON.parse(payload ?? '{"rooms":[]}') as Ring & { from?: string };
      if (from === this.self) return;
      for (const each of this.listeners) each(ring);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      hangUp(client);
      throw error;
    }
    const asking = setInterval(() => void client.query('SELECT 1').catch(() => hangUp(client)), askEvery).unref();
    return { lost: lost.finally(() => clearInterval(asking)) };
  }

  private async notifyOthers(): Promise<void> {
    this.timer = undefined;
    this.notifiedAt = performance.now();
    const rooms = [...this.pending];
    this.pending.clear();
    for (let i = 0; i < rooms.length; i += roomsPerRing) await this.notify({ rooms: rooms.slice(i, i + roomsPerRing) });
  }

  private async notify(ring: Ring): Promise<void> {
    await this.database.pool
      .query({ name: 'ring', text: 'SELECT pg_notify($1, $2)', values: [channel, JSON.stringify({ ...ring, from: this.self })] })
      .catch(() => undefined);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    if (this.pending.size > 0) await this.notifyOthers();
    await this.client?.end().catch(() => undefined);
  }
}

/** Not `end()`: that would wait for the other side. */
const hangUp = (client: pg.Client): void => void (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();

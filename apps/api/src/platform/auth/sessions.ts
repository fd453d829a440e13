import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Doorbell } from '../events/doorbell.ts';

/** No access token outlives its session, and no session lives that long. */
export const rememberedHours = 48;

/**
 * Sign-ins that ended elsewhere (back-channel logout), although their access tokens have not. Kept in the database: a
 * restart forgets none, and each request and each socket of every instance is asked against the same rows.
 */
@Injectable()
export class Sessions implements OnModuleDestroy {
  private readonly log = new Logger('sessions');
  private readonly unstored = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  /** Answers when it is stored. When it cannot be, it is tried again until it can, and the caller hears of it. */
  async end(sid: string): Promise<void> {
    clearTimeout(this.unstored.get(sid));
    this.unstored.delete(sid);
    try {
      await this.database.pool.query('INSERT INTO ended_session (sid) VALUES ($1) ON CONFLICT (sid) DO NOTHING', [sid]);
    } catch (error) {
      this.log.warn(`an ended session waits to be stored: ${(error as Error).message}`);
      this.unstored.set(
        sid,
        setTimeout(() => void this.end(sid).catch(() => undefined), 1_000),
      );
      throw error;
    } finally {
      // Here at once, stored or not; in other instances by the ring, or by their next look into the table.
      this.doorbell.ringSession(sid);
    }
  }

  /** Which of these have ended. */
  async ended(sids: readonly string[]): Promise<Set<string>> {
    if (sids.length === 0) return new Set();
    const { rows } = await this.database.pool.query<{ sid: string }>({
      name: 'ended_sessions',
      text: 'SELECT sid FROM ended_session WHERE sid = ANY($1::text[])',
      values: [sids],
    });
    return new Set(rows.map((row) => row.sid));
  }

  async forget(): Promise<void> {
    await this.database.pool.query('DELETE FROM ended_session WHERE ended_at < now() - make_interval(hours => $1)', [rememberedHours]);
  }

  onModuleDestroy(): void {
    for (const timer of this.unstored.values()) clearTimeout(timer);
  }
}

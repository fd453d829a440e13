import type { Socket } from 'node:net';
import type pg from 'pg';

/** So many share a connection at most: each waits for those before it. */
const most = 8;

interface Asked {
  config: pg.QueryConfig;
  resolve: (answer: pg.QueryResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads of a millisecond, whoever asks them: what is asked in the same turn of the event loop travels on one connection, in
 * one journey, since a journey costs more than such a read. Each is a transaction of its own, and fails alone.
 */
export class ShortReads {
  private readonly waiting: Asked[] = [];
  private planned = false;

  constructor(private readonly pool: pg.Pool) {}

  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ config, resolve: resolve as Asked['resolve'], reject });
      this.plan();
    });
  }

  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    setImmediate(() => void this.send());
  }

  /** Whoever comes while all connections are busy travels with those who wait for one. */
  private async send(): Promise<void> {
    const found = await this.pool.connect().catch((error: unknown) => ({ error }));
    this.planned = false;
    const reads = this.waiting.splice(0, most);
    if (this.waiting.length > 0) this.plan();
    if ('error' in found) {
      for (const { reject } of reads) reject(found.error);
      return;
    }
    const { stream } = (found as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    const answers = reads.map(({ config, resolve, reject }) => found.query(config).then(resolve, reject));
    stream.uncork();
    await Promise.all(answers);
    // One that broke meanwhile, the pool does not keep.
    found.release();
  }
}

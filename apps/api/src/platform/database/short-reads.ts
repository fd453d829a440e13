import type pg from 'pg';
import { endsConnection, Passed, travel } from './journey.ts';

/** So many share a connection at most: each waits for those before it. */
const most = 8;

interface Asked {
  config: pg.QueryConfig;
  resolve: (answer: pg.QueryResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads of a millisecond, whoever asks them: what is asked in the same turn of the event loop travels on one connection, in
 * one journey, since a journey costs more than such a read. Each sees the database as it is when its turn comes, and fails alone.
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
    const lives = await this.travel(found, reads);
    found.release(!lives);
  }

  /** One that fails stops those behind it, which travel again. Answers whether the connection can be kept. */
  private async travel(client: pg.PoolClient, reads: readonly Asked[]): Promise<boolean> {
    const passed: Asked[] = [];
    let lives = true;
    const answers = travel(
      client,
      reads.map(({ config }) => config),
    );
    await Promise.all(
      answers.map((answer, i) =>
        answer.then(reads[i]!.resolve, (error: unknown) => {
          if (error instanceof Passed) return passed.push(reads[i]!);
          lives &&= !endsConnection(error);
          return reads[i]!.reject(error);
        }),
      ),
    );
    return passed.length === 0 ? lives : this.travel(client, passed);
  }
}

import type { Socket } from 'node:net';
import type pg from 'pg';
import { statementName, type Sql } from './statements.ts';

/**
 * A transaction on a plain connection whose statements are sent without waiting for each other's answers. PostgreSQL
 * works them off in their order and gives up at the first that fails; then the commit is none.
 */
export class Pipeline implements Sql {
  readonly pipelined = true;
  private readonly sent: Promise<unknown>[] = [];
  private gathering = false;

  private constructor(private readonly client: pg.PoolClient) {}

  /** The transaction's end is its answer: what was written and not waited for is known to stand. */
  static async run<T>(pool: pg.Pool, work: (sql: Pipeline) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const sql = new Pipeline(client);
    let broken = true;
    try {
      void sql.send({ text: 'BEGIN' });
      const value = await work(sql);
      const commit = sql.send({ text: 'COMMIT' });
      await Promise.all(sql.sent);
      if ((await commit).command !== 'COMMIT') throw new Error('a pipelined transaction was not committed');
      broken = false;
      return value;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Rows that somebody waits for. */
  async $queryRawUnsafe<T>(text: string, ...values: unknown[]): Promise<T> {
    return (await this.send({ name: statementName(text), text, values })).rows as T;
  }

  /** Nobody waits: whether it succeeded, the commit tells. */
  async $executeRawUnsafe(text: string, ...values: unknown[]): Promise<void> {
    void this.send({ name: statementName(text), text, values });
  }

  query<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    return this.send<R>(config);
  }

  private send<R extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    this.gather();
    const answer = this.client.query<R>(config);
    // The first failure is thrown from where it is waited for; the others only follow from it.
    answer.catch(() => undefined);
    this.sent.push(answer);
    return answer;
  }

  /** What is sent before the next wait goes into the socket at once: each write into it costs more than most statements. */
  private gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    const { stream } = (this.client as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    setImmediate(() => {
      this.gathering = false;
      stream.uncork();
    });
  }
}

import type pg from 'pg';
import { Passed, travel } from './journey.ts';
import { statementName, type Sql } from './statements.ts';

interface Waiting {
  statement: pg.QueryConfig;
  resolve: (answer: Promise<pg.QueryResult>) => void;
}

/**
 * A transaction on a plain connection whose statements are sent without waiting for each other's answers. PostgreSQL
 * works them off in their order and gives up at the first that fails; then the commit is none.
 */
export class Pipeline implements Sql {
  readonly pipelined = true;
  private readonly sent: Promise<unknown>[] = [];
  private waiting: Waiting[] = [];

  private constructor(private readonly client: pg.PoolClient) {}

  /** The transaction's end is its answer: what was written and not waited for is known to stand. */
  static async run<T>(pool: pg.Pool, work: (sql: Pipeline) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const sql = new Pipeline(client);
    let broken = true;
    try {
      void sql.send({ name: 'begin', text: 'BEGIN' });
      const value = await work(sql);
      const commit = sql.send({ name: 'commit', text: 'COMMIT' });
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

  /** What is sent before the next wait travels together: each journey costs more than most statements. */
  private send<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    if (this.waiting.length === 0) setImmediate(() => this.depart());
    const gathered = new Promise<pg.QueryResult<R>>((resolve) => this.waiting.push({ statement, resolve: resolve as Waiting['resolve'] }));
    const answer = gathered.catch((error: unknown) => {
      // Why it was passed over is what its use case has to hear.
      throw error instanceof Passed ? error.cause : error;
    });
    // The first failure is thrown from where it is waited for; the others only follow from it.
    answer.catch(() => undefined);
    this.sent.push(answer);
    return answer;
  }

  private depart(): void {
    const gathered = this.waiting;
    this.waiting = [];
    const answers = travel(
      this.client,
      gathered.map(({ statement }) => statement),
    );
    gathered.forEach(({ resolve }, i) => resolve(answers[i]!));
  }
}

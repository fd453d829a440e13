import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PgBoss, type JobResult, type SendOptions } from 'pg-boss';
import { CONFIG, type Config } from '../config.ts';
import { SteadyClient } from '../database/steady-client.ts';

/** Work that a committed write leaves to the worker. The name is the queue. */
export interface Job<D extends object> {
  readonly name: string;
  readonly data?: D;
}
const declared = new Set<string>();
export function job<D extends object>(name: string): Job<D> {
  declared.add(name);
  return { name };
}
/** When a job begins: at a moment, or after so many milliseconds, which the database counts: the clocks of servers differ. */
export type Start = Date | number;
type Taken = { id: string; data: object; signal: AbortSignal };
/** `signal`: the job is no longer this worker's, which stops or has lost it; what is left will be done by another one. */
type Handler<D> = (data: D, signal: AbortSignal) => Promise<void>;

/**
 * Tried for about a day, at least once a minute: also a job that died with several workers is not late for long. A worker that dies with a job says nothing: the job is given to another one when its heart stands
 * still, not when its time is over.
 */
const retries: SendOptions = {
  retryLimit: 1_500,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 300,
  heartbeatSeconds: 15,
};
/** One after the other, each with its own end; as long as some are left, without a pause: looking twice a second would be two jobs a second. */
const taking = { pollingIntervalSeconds: 0.5, batchSize: 5, burstWhenBatchFull: true, perJobResults: true } as const;
const lookEvery = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/** pg-boss behind three verbs: declare, send (inside the writing transaction), handle (in the worker). */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly log = new Logger('jobs');
  private boss!: PgBoss;
  private readonly handlers = new Map<string, Handler<never>>();
  private readonly schedules = new Map<string, string>();
  private started = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Each job has one handler, registered by its feature when the modules start. `cron`: also by the clock, in Berlin's time. */
  handle<D extends object>({ name }: Job<D>, handler: Handler<D>, cron?: string): void {
    if (this.handlers.has(name)) throw new Error(`job ${name} has two handlers`);
    this.handlers.set(name, handler);
    if (cron) this.schedules.set(name, cron);
  }

  /** Makes the queues; after it, `send` works. `keeps`: looks after queues and clock too, which is the worker's part. */
  async open(keeps = false): Promise<void> {
    if (this.started) return;
    this.started = true;
    this.boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      max: 4,
      application_name: 'kollab jobs',
      connectionTimeoutMillis: 5_000,
      supervise: keeps,
      schedule: keeps,
      ...lookEvery,
      // Handed on to its pool: a connection that died without a word is given up.
      ...{ query_timeout: 30_000, keepAlive: true, Client: SteadyClient },
    });
    this.boss.on('error', (error) => this.log.warn(error.message));
    await this.boss.start();
    const there = new Set((await this.boss.getQueues()).map((queue) => queue.name));
    for (const name of declared) if (!there.has(name)) await this.boss.createQueue(name);
  }

  async send<D extends object>({ name }: Job<D>, data: D): Promise<void> {
    await this.boss.send(name, data, retries);
  }

  /** The statement with which a write leaves this job in its own transaction. */
  async statement({ name }: Job<object>, data: object, after?: Start): Promise<{ text: string; values: unknown[] }> {
    let taken: { text: string; values: unknown[] } | undefined;
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => {
        taken = { text, values };
        return { rows: [{ id: null }] };
      },
    };
    await this.boss.send(name, data, { ...retries, db, ...(after && { startAfter: after instanceof Date ? after : after / 1_000 }) });
    if (!taken) throw new Error(`job ${name} has no statement`);
    return taken;
  }

  /** The worker's part: takes jobs until the process ends. */
  async work(): Promise<void> {
    await this.open(true);
    for (const [name, handler] of this.handlers) {
      const cron = this.schedules.get(name);
      if (cron) await this.boss.schedule(name, cron, {}, { tz: 'Europe/Berlin' });
      await this.boss.work(name, taking, async (taken: Taken[]) => {
        const results: JobResult[] = [];
        for (const { id, data, signal } of taken)
          results.push(
            await handler(data as never, signal).then(
              () => ({ id, status: 'completed' as const }),
              (error: unknown) => ({ id, status: 'failed' as const, output: { message: (error as Error).message } }),
            ),
          );
        return results;
      });
    }
  }

  /** Runs a job's handler at once; for tests and for the demonstration data, which wait for what follows from a write. */
  async runNow(): Promise<number> {
    let done = 0;
    for (const [name, handler] of this.handlers)
      for (
        let jobs = await this.boss.fetch<object>(name, { batchSize: 100 });
        jobs.length > 0;
        jobs = await this.boss.fetch<object>(name, { batchSize: 100 })
      )
        for (const taken of jobs) {
          await handler(taken.data as never, new AbortController().signal);
          await this.boss.complete(name, taken.id);
          done++;
        }
    return done;
  }

  async onModuleDestroy(): Promise<void> {
    if (this.started) await this.boss.stop({ graceful: true, timeout: 3_000 });
  }
}

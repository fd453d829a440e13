import type { Socket } from 'node:net';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { CONFIG, type Config } from '../config.ts';
import { ShortReads } from './short-reads.ts';
import { SteadyClient } from './steady-client.ts';
import { statementName, type Sql } from './statements.ts';

/** A statement that hears nothing for so long is given up. */
const silence = 30_000;

/**
 * A connection that died without a word (a machine or a firewall between is gone) would hold whoever waits for it for
 * minutes, and be handed to the next one. pg's own timeout of a query ends the waiting, but leaves the connection as it is.
 */
function endWhenSilent(client: pg.PoolClient): void {
  const wired = client as unknown as Wired;
  const { stream } = wired.connection;
  stream.setTimeout(silence, () => {
    if (!wired.readyForQuery) stream.destroy(Object.assign(new Error('the database is silent'), { code: 'ETIMEDOUT' }));
  });
}
interface Wired {
  connection: { stream: Socket };
  readyForQuery: boolean;
}

/** One pool for Prisma and for the hand-written reads. Change data through `Writes`, not here. */
@Injectable()
export class Database implements OnModuleDestroy {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  readonly shortReads: ShortReads;
  /** Hand-written reads outside of a transaction. */
  readonly sql: Sql = {
    $queryRawUnsafe: async <T>(text: string, ...values: unknown[]) => (await this.named(text, values)).rows as T,
    $executeRawUnsafe: (text, ...values) => this.named(text, values),
  };

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.DATABASE_URL,
      max: config.DATABASE_POOL,
      application_name: 'kollab',
      connectionTimeoutMillis: 5_000,
      // Named statements keep the plan they were given: planning a page of posts anew costs as much as reading it. By the
      // stock setting, which is that of turning disks, Mein Tag read the threads of all groups to find those of thirty.
      options: '-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1',
      Client: SteadyClient,
    });
    this.shortReads = new ShortReads(this.pool);
    this.pool.on('connect', endWhenSilent);
    // An idle connection that the server ends (restart) is no reason to end this process.
    this.pool.on('error', () => undefined);
    const options = { disposeExternalPool: false, statementNameGenerator: ({ sql }: { sql: string }) => statementName(sql) };
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool, options) });
  }

  private named(text: string, values: unknown[]) {
    return this.pool.query({ name: statementName(text), text, values });
  }

  async onModuleDestroy(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}

export type Db = Prisma.TransactionClient;

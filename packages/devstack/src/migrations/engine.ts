import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { readSchema } from './files.ts';

/** PostgreSQL's one-byte type of the system catalogue, and the text type that the adapter can read instead. */
const charType = 18;
const textType = 25;

/**
 * Prisma's engine for migrations as WebAssembly, so that nothing is fetched beside npm. The stock adapter needs these
 * repairs: scripts run whole (it splits at every `;`, also inside `$$ … $$`), the type "char" is read, the shadow
 * database is dropped after its connections ended, and one connection is all, so that the advisory lock ends with it.
 */
export async function withEngine<T>(databaseUrl: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const connections = new Connections(databaseUrl);
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connections.open(),
    connectToShadowDb: () => connections.openShadow(),
  };
  const engine = await SchemaEngine.new({ datamodels: await readSchema() }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  // The engine never clears the 10 s timer of its advisory lock; unreferenced, it holds no process open.
  const { setTimeout: timer } = globalThis;
  globalThis.setTimeout = ((...args: Parameters<typeof timer>) => timer(...args).unref()) as typeof timer;
  try {
    return await use(engine);
  } finally {
    globalThis.setTimeout = timer;
    engine.free();
    await connections.end();
  }
}

class Connections {
  readonly #config: pg.PoolConfig;
  readonly #pools: pg.Pool[] = [];

  constructor(databaseUrl: string) {
    const url = new URL(databaseUrl);
    this.#config = {
      host: url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: url.pathname.slice(1),
      max: 1,
    };
  }

  async open(database = this.#config.database, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ ...this.#config, database });
    this.#pools.push(pool);
    const charColumns = readCharsAsText(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of charColumns()) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => (adapter as unknown as AdapterErrors).onError(error));
    };
    adapter.dispose = async () => {
      if (!pool.ended) await pool.end();
      await afterwards?.();
    };
    return adapter;
  }

  async openShadow(): Promise<SqlDriverAdapter> {
    const name = `shadow_${randomUUID()}`;
    await this.#administer(`CREATE DATABASE "${name}"`);
    return this.open(name, () => this.#administer(`DROP DATABASE "${name}" WITH (FORCE)`));
  }

  async end(): Promise<void> {
    await Promise.all(this.#pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }

  async #administer(sql: string): Promise<void> {
    const client = new pg.Client(this.#config);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

/** The adapter's own translation of a database error, which its type leaves out. */
interface AdapterErrors {
  onError(error: unknown): never;
}

/** The adapter knows no "char": answers with its values as text, and tells which columns of the last result these were. */
function readCharsAsText(pool: pg.Pool): () => number[] {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>; // an array for a script
  let columns: number[] = [];
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    columns = [];
    if (!Array.isArray(result))
      for (const [column, field] of result.fields.entries())
        if (field.dataTypeID === charType) {
          field.dataTypeID = textType;
          columns.push(column);
        }
    return result;
  }) as typeof pool.query;
  return () => columns;
}

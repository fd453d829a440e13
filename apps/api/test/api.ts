import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cloneDatabase } from './database.ts';
import { issuer, tokenOf, type Account } from './issuer.ts';
import { World } from './world.ts';

// Answers of the API are whatever the document asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = Record<string, any>;
export interface Answer {
  data: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; fields?: string[]; current?: Data; id?: string } }[];
}

/** The API in this process on a database of its own. Close it in `afterAll`. */
export interface Api {
  app: NestFastifyApplication;
  world: World;
  databaseUrl: string;
  /** null: not signed in. */
  ask: (account: Account | null, document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** The data, or the test fails with the refusal. */
  get: (account: Account, document: string, variables?: Record<string, unknown>) => Promise<Data>;
  /** The code of the first refusal; undefined when there was none. */
  refusal: (account: Account | null, document: string, variables?: Record<string, unknown>) => Promise<string | undefined>;
  /** Runs what the writes left to the worker, until nothing is left. */
  work: () => Promise<number>;
  close: () => Promise<void>;
}

export async function openApi(environment: Record<string, string> = {}): Promise<Api> {
  const databaseUrl = environment['DATABASE_URL'] ?? (await cloneDatabase());
  Object.assign(process.env, {
    NODE_ENV: 'test',
    OIDC_ISSUER: issuer,
    TRUSTED_DOCUMENTS: 'false',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    RATE_LIMIT_PERSON: '1000000',
    RATE_LIMIT_ADDRESS: '1000000',
    DATABASE_POOL: '5',
    WEB_DIST: '/nowhere',
    SMTP_URL: '',
    ...environment,
    DATABASE_URL: databaseUrl,
  });
  const { createServer } = await import('../src/platform/http/server.ts');
  const { AppModule } = await import('../src/app.module.ts');
  const { Database } = await import('../src/platform/database/database.ts');
  const { Jobs } = await import('../src/platform/jobs/jobs.ts');
  const app = await createServer(AppModule);
  await app.getHttpAdapter().getInstance().ready();
  const ask: Api['ask'] = async (account, query, variables = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: account ? { authorization: `Bearer ${await tokenOf(account)}` } : {},
      payload: { query, variables },
    });
    return response.json<Answer>();
  };
  return {
    app,
    databaseUrl,
    world: new World(app.get(Database).prisma, issuer),
    ask,
    get: async (account, document, variables) => {
      const { data, errors } = await ask(account, document, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data!;
    },
    refusal: async (account, document, variables) => (await ask(account, document, variables)).errors?.[0]?.extensions.code,
    work: async () => {
      let all = 0;
      for (let done = await app.get(Jobs).runNow(); done > 0; done = await app.get(Jobs).runNow()) all += done;
      return all;
    },
    close: () => app.close(),
  };
}

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openApi, type Api } from '../../../test/api.ts';
import { isDatabaseAway } from './away.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

it('outlives the end of a connection that somebody holds, and tells them', async () => {
  const { Database } = await import('./database.ts');
  const { pool } = api.app.get(Database);
  const held = await pool.connect();
  const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const gone = new Promise((resolve) => held.once('end', resolve));
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await gone;
  const error: unknown = await held.query('SELECT 1').catch((e: unknown) => e);
  held.release(true);
  expect(isDatabaseAway(error)).toBe(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('knows a database that is away from a fault of ours', async () => {
  const refused: unknown = await new pg.Client('postgresql://x:x@127.0.0.1:1/x').connect().catch((e: unknown) => e);
  const { PrismaClient } = await import('../../generated/prisma/client.ts');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const away = new PrismaClient({ adapter: new PrismaPg({ connectionString: 'postgresql://x:x@127.0.0.1:1/x' }) });
  const wrapped: unknown = await away.person.findFirst().catch((e: unknown) => e);
  const inTransaction: unknown = await away.$transaction((tx) => tx.person.findFirst()).catch((e: unknown) => e);
  for (const error of [refused, wrapped, inTransaction]) expect(isDatabaseAway(error)).toBe(true);
  const ours: unknown = await api.world.db.$queryRawUnsafe('SELECT * FROM nowhere').catch((e: unknown) => e);
  const clash: unknown = await api.world.db.room.createMany({ data: [{ name: 'x' }, { name: 'x' }] }).catch((e: unknown) => e);
  for (const error of [ours, clash, new Error('no'), null, undefined]) expect(isDatabaseAway(error)).toBe(false);
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { isDatabaseAway } from './away.ts';
import type { Database } from './database.ts';
import { travel } from './journey.ts';

let api: Api;
let database: Database;
beforeAll(async () => {
  api = await openApi();
  database = api.app.get((await import('./database.ts')).Database);
});
afterAll(() => api.close());

const pid = () => database.shortReads.query<{ pid: number }>({ name: 'pid', text: 'SELECT pg_backend_pid() AS pid' });
const message = (error: unknown) => (error as Error).message;

describe('short reads', () => {
  it('of one turn travel on one connection, eight at most', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, pid));
    const connections = Map.groupBy(answers, ({ rows }) => rows[0]!.pid);
    expect(answers).toHaveLength(20);
    expect(connections.size).toBeLessThanOrEqual(3);
  });

  it('have their own values and rows', async () => {
    const twice = (n: number) => database.shortReads.query({ name: 'twice', text: 'SELECT $1::int * 2 AS n', values: [n] });
    expect((await Promise.all([1, 2, 3].map(twice))).map(({ rows }) => rows)).toEqual([[{ n: 2 }], [{ n: 4 }], [{ n: 6 }]]);
  });

  it('fail alone', async () => {
    const bad = database.shortReads.query({ name: 'halves', text: 'SELECT 1 / $1::int AS n', values: [0] });
    const [before, failed, after] = await Promise.all([pid(), bad.catch(message), pid()]);
    expect(failed).toBe('division by zero');
    expect(before.rows).toEqual(after.rows);
  });

  it('behind one that fails are prepared when their turn comes again', async () => {
    const named = (name: string) => database.shortReads.query<{ n: string }>({ name, text: `SELECT '${name}' AS n` });
    const bad = database.shortReads.query({ name: 'halves', text: 'SELECT 1 / $1::int AS n', values: [0] });
    const answers = await Promise.all([bad.catch(message), named('first seen here'), named('first seen here'), named('and this')]);
    expect(answers[0]).toBe('division by zero');
    expect(answers.slice(1).map((answer) => (answer as { rows: object[] }).rows)).toEqual([
      [{ n: 'first seen here' }],
      [{ n: 'first seen here' }],
      [{ n: 'and this' }],
    ]);
    expect((await named('and this')).rows).toEqual([{ n: 'and this' }]);
  });

  it('are asked once a connection what their columns are, and answer the same without', async () => {
    const client = await database.pool.connect();
    const { connection } = client as unknown as { connection: { describe: () => void } };
    const asked = jest.spyOn(connection, 'describe');
    const days = (n: number) => ({ name: 'days', text: `SELECT d::int AS d, now() AS at FROM generate_series(1, $1::int) d`, values: [n] });
    const none = { name: 'nothing', text: 'SET LOCAL work_mem = DEFAULT' };
    const read = async (n: number) =>
      (await Promise.all(travel(client, [days(n), none])))[0]!.rows.map((row) => Object.keys(row as object));
    expect([await read(0), await read(2), await read(1)]).toEqual([
      [],
      [
        ['d', 'at'],
        ['d', 'at'],
      ],
      [['d', 'at']],
    ]);
    expect(asked).toHaveBeenCalledTimes(2);
    client.release();
  });

  it('are answered when they are done, and do not wait in memory for those behind them', async () => {
    const holder = await database.pool.connect();
    await holder.query('SELECT pg_advisory_lock(1)');
    // Twice: the last bytes of an answer stay with PostgreSQL until there are more to send.
    const long = { name: 'long', text: `SELECT repeat('x', 100000) AS text` };
    const waits = { name: 'waits', text: 'SELECT pg_advisory_xact_lock(1)' };
    const [first, , last] = [long, long, waits].map((read) => database.shortReads.query(read));
    expect((await first!).rows).toHaveLength(1);
    await holder.query('SELECT pg_advisory_unlock(1)');
    expect((await last!).rows).toHaveLength(1);
    holder.release();
  });

  it('of a connection that ends are told so, and the next ones have another', async () => {
    const end = { name: 'end', text: 'SELECT pg_terminate_backend(pg_backend_pid())' };
    const cut = await Promise.all([database.shortReads.query(end), pid()].map((read) => read.catch((e: unknown) => e)));
    expect(cut.map((error) => isDatabaseAway(error))).toEqual([true, true]);
    expect((await pid()).rows).toHaveLength(1);
  });

  it('wait for a connection together while all are taken', async () => {
    const taken = await Promise.all(Array.from({ length: database.pool.options.max }, () => database.pool.connect()));
    const reads = [pid(), pid()];
    await new Promise(setImmediate);
    reads.push(pid());
    expect(database.pool.waitingCount).toBe(1);
    for (const client of taken) client.release();
    expect(new Set((await Promise.all(reads)).map(({ rows }) => rows[0]!.pid)).size).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { job, Jobs } from '../jobs/jobs.ts';
import { Database } from './database.ts';
import { Writes, type Tx } from './writes.ts';

const followUp = job<{ id: string }>('writes.spec');
let api: Api;
let writes: Writes;
beforeAll(async () => {
  api = await openApi();
  api.app.get(Jobs).handle(followUp, () => Promise.resolve());
  writes = api.app.get(Writes);
});
afterAll(() => api.close());

const act = async (tx: Tx, id: string): Promise<void> => {
  await tx.db.person.create({ data: { id, name: 'Kim Muster', email: 'kim@ort.example' } });
  tx.announce('notice.changed', id, { personId: id });
  tx.audit({ actorId: null, action: 'writes.spec', subject: { kind: 'person', id } });
  tx.enqueue(followUp, { id });
};
/** The transaction that wrote each of the rows. */
const written = async (id: string): Promise<Record<string, string[]>> => {
  const { pool } = api.app.get(Database);
  const by = async (text: string) => (await pool.query<{ xmin: string }>(text, [id])).rows.map((row) => row.xmin);
  return {
    row: await by('SELECT xmin::text FROM person WHERE id = $1'),
    event: await by(`SELECT xmin::text FROM event WHERE room = 'person:' || $1`),
    audit: await by('SELECT xmin::text FROM audit_entry WHERE subject_id = $1::text'),
    job: await by(`SELECT xmin::text FROM pgboss.job WHERE data ->> 'id' = $1`),
  };
};

describe('a use case', () => {
  it('writes all that follows from it in one transaction', async () => {
    const id = randomUUID();
    await writes.transact((tx) => act(tx, id));
    const { row, ...rest } = await written(id);
    expect(row).toHaveLength(1);
    expect(rest).toEqual({ event: row, audit: row, job: row });
  });

  it('that fails leaves nothing, also when it fails at its end', async () => {
    const [early, late] = [randomUUID(), randomUUID()];
    const failing = async (tx: Tx) => {
      await act(tx, early);
      throw new Error('changed my mind');
    };
    await expect(writes.transact(failing)).rejects.toThrow('changed my mind');
    const unannounceable = async (tx: Tx) => {
      await act(tx, late);
      // Past the check of the contract: what the database refuses when all is written.
      tx.events.push({ room: `person:${late}`, name: 'notice.changed', payload: { text: 'a\0b' } });
    };
    await expect(writes.transact(unannounceable)).rejects.toThrow();
    for (const id of [early, late]) expect(await written(id)).toEqual({ row: [], event: [], audit: [], job: [] });
  });

  it('whose statements travel together hears why the first failed, and leaves nothing', async () => {
    const id = randomUUID();
    const insert = `INSERT INTO person (id, name, email) VALUES ($1::uuid, 'Kim Muster', 'kim@ort.example')`;
    const failing = writes.pipelined(async (tx) => {
      tx.announce('notice.changed', id, { personId: id });
      const [sum] = await Promise.all([
        tx.db.$queryRawUnsafe<{ n: number }[]>('SELECT 1 / $1::int AS n', 0),
        tx.db.$executeRawUnsafe(insert, id),
      ]);
      return sum;
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await written(id)).toEqual({ row: [], event: [], audit: [], job: [] });
    // What was passed over is prepared anew where it is needed.
    await Promise.all(
      Array.from({ length: 30 }, () => randomUUID()).map((each) => writes.pipelined((tx) => tx.db.$executeRawUnsafe(insert, each))),
    );
  });
});

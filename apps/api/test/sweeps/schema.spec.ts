import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drift } from '@kollab/devstack';
import pg from 'pg';
import { cloneDatabase } from '../database.ts';

let client: pg.Client;
let url: string;
beforeAll(async () => {
  url = await cloneDatabase();
  client = new pg.Client(url);
  await client.connect();
});
afterAll(() => client.end());

describe('the database', () => {
  it('is what the schema files say', async () => {
    // The engine builds the migrations in a database of its own beside this one.
    expect(await drift(url)).toBe('');
  });

  it('has a primary key in every table', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the audit log', () => {
  const add = `INSERT INTO audit_entry (id, action, subject_kind, subject_id, details) VALUES (gen_random_uuid(), 'a', 'b', 'c', '{}')`;
  beforeAll(() => client.query(add));

  it.each([
    ['UPDATE', `UPDATE audit_entry SET action = 'x'`],
    ['DELETE', 'DELETE FROM audit_entry'],
    ['TRUNCATE', 'TRUNCATE audit_entry CASCADE'],
  ])('refuses %s', async (_, statement) => {
    await expect(client.query(statement)).rejects.toThrow(/append-only|audit/i);
    const { rows } = await client.query<{ action: string }>('SELECT action FROM audit_entry');
    expect(rows).toEqual([{ action: 'a' }]);
  });

  it('takes what is new', async () => {
    await expect(client.query(add)).resolves.toMatchObject({ rowCount: 1 });
  });
});

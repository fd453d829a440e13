import { describe, expect, it } from '@jest/globals';
import { actorWith } from '../../../test/actors.ts';
import type { Db } from '../database/database.ts';
import type { Tx } from '../database/writes.ts';
import { gate, policy, type Lock } from './policy.ts';

interface Row {
  shown: boolean;
  mine: boolean;
}
const asked: string[] = [];
const rules = policy<Row>()('read', {
  read: (_, row) => {
    asked.push('read');
    return row.shown || 'not_found';
  },
  edit: (_, row) => {
    asked.push('edit');
    return row.mine || 'forbidden';
  },
  close: () => 'thread.closed',
});
const me = actorWith('MEMBER');
const id = '00000000-0000-4000-8000-00000000000A';

describe('a policy', () => {
  it('knows its actions in their order', () => {
    expect(rules.actions).toEqual(['read', 'edit', 'close']);
  });

  it.each<[Row, string, string, string]>([
    [{ shown: true, mine: true }, 'true', 'true', 'thread.closed'],
    [{ shown: true, mine: false }, 'true', 'forbidden', 'thread.closed'],
    [{ shown: false, mine: true }, 'not_found', 'not_found', 'not_found'],
  ])('checks the base first, then the action: %j', (row, ...expected) => {
    expect(rules.actions.map((action) => String(rules.verdict(me, action, row)))).toEqual(expected);
    expect(rules.abilities(me, row)).toEqual({ read: expected[0] === 'true', edit: expected[1] === 'true', close: false });
  });

  it('asks no other rule about a row that may not be read, and the base once', () => {
    asked.length = 0;
    rules.verdict(me, 'edit', { shown: false, mine: true });
    expect(asked).toEqual(['read']);
    asked.length = 0;
    rules.verdict(me, 'read', { shown: true, mine: true });
    expect(asked).toEqual(['read']);
    asked.length = 0;
    rules.abilities(me, { shown: true, mine: true });
    expect(asked).toEqual(['read', 'edit']);
    asked.length = 0;
    rules.abilities(me, { shown: false, mine: true });
    expect(asked).toEqual(['read']);
  });
});

describe('a gate', () => {
  const loads: [unknown, string, Lock][] = [];
  const open = (row: Row | null) =>
    gate(rules, 'read', (db, _actor, given, lock) => {
      loads.push([db, given, lock]);
      return Promise.resolve(row);
    });
  const db = {} as Db;

  it('looks without a lock, and proves under one', async () => {
    const row = { shown: true, mine: true };
    loads.length = 0;
    expect(await open(row).look(db, me, id)).toBe(row);
    expect(await open(row).look(db, me, id, 'edit')).toBe(row);
    const tx = { db } as Tx;
    expect(await open(row).may(tx, me, 'edit', id)).toEqual({ actor: me, tx, row });
    expect(loads).toEqual([
      [db, id.toLowerCase(), 'none'],
      [db, id.toLowerCase(), 'none'],
      [db, id.toLowerCase(), 'change'],
    ]);
  });

  it.each<[string, Row | null, 'read' | 'edit', string, string]>([
    ['what is not there', null, 'read', id, 'not_found'],
    ['what may not be read', { shown: false, mine: true }, 'edit', id, 'not_found'],
    ['what may not be done', { shown: true, mine: false }, 'edit', id, 'forbidden'],
    ['what is no id', { shown: true, mine: true }, 'read', 'x', 'not_found'],
  ])('refuses %s', async (_, row, action, given, code) => {
    await expect(open(row).look(db, me, given, action)).rejects.toMatchObject({ code });
    await expect(open(row).may({ db } as Tx, me, action, given)).rejects.toMatchObject({ code });
  });
});

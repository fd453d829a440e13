import { beforeEach, expect, test } from '@jest/globals';
import { IDBFactory } from 'fake-indexeddb';
import type { WebConfig } from '../../lib/config.ts';
import { Kept } from './kept.ts';
import { limits, mayStay, surplus, withoutConfidential } from './rules.ts';

const now = Date.parse('2026-11-22T14:00:00Z');
const hour = 3_600_000;
const config = { land: 'Sachsen-Anhalt' } as WebConfig;
const kim = { subject: 'kim', until: now + 2 * hour, at: now, config };
let kept: Kept;

beforeEach(() => {
  Object.assign(globalThis, {
    indexedDB: new IDBFactory(),
    structuredClone: (value: unknown): unknown => JSON.parse(JSON.stringify(value)),
  });
  kept = new Kept();
});

const keep = (key: string, data: unknown, at = now, subject = 'kim') => kept.keep(subject, kim.until, [{ key, data, at }], at);

test('what a person saw last is found, with its time', async () => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  expect(await kept.find('kim', 'Home {}', now + hour)).toEqual({ key: 'Home {}', data: { home: 1 }, at: now });
  expect(await kept.find('kim', 'Notices {}', now)).toBeNull();
  expect(await kept.find('pat', 'Home {}', now)).toBeNull();
});

test('with another person what the one before left is gone', async () => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  await kept.begin({ ...kim, subject: 'pat' });
  await kept.begin(kim);
  expect(await kept.find('kim', 'Home {}', now)).toBeNull();
});

test('a new start of the same person keeps what was there', async () => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  await kept.begin({ ...kim, until: now + 3 * hour });
  expect(await kept.find('kim', 'Home {}', now)).not.toBeNull();
  expect(await kept.person(now + 2.5 * hour)).toMatchObject({ subject: 'kim' });
});

test('after signing out a tab that has not noticed leaves nothing behind', async () => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  const otherTab = new Kept();
  await otherTab.empty();
  await keep('Home {}', { home: 2 });
  expect(await kept.find('kim', 'Home {}', now)).toBeNull();
  expect(await kept.person(now)).toBeNull();
});

test.each([
  ['a session that is over', now + 2 * hour],
  ['a clock that was set back', now - 1],
])('%s opens nothing, and nothing stays', async (_, at) => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  expect(await kept.person(at)).toBeNull();
  await kept.begin(kim);
  expect(await kept.find('kim', 'Home {}', now)).toBeNull();
});

test('what is used prolongs how long it opens, as it prolongs the session', async () => {
  await kept.begin(kim);
  await kept.keep('kim', now + 4 * hour, [{ key: 'Home {}', data: 1, at: now }], now);
  expect(await kept.person(now + 3 * hour)).toMatchObject({ until: now + 4 * hour });
});

test('answers older than a session are not given', async () => {
  const until = now + 2 * limits.age;
  await kept.begin(kim);
  await kept.keep('kim', until, [{ key: 'Home {}', data: 1, at: now }], now);
  expect(await kept.find('kim', 'Home {}', now + limits.age)).not.toBeNull();
  expect(await kept.find('kim', 'Home {}', now + limits.age + 1)).toBeNull();
});

test('nothing is given once the session is over', async () => {
  await kept.begin(kim);
  await keep('Home {}', { home: 1 });
  expect(await kept.find('kim', 'Home {}', kim.until)).toBeNull();
});

test('what is refused is forgotten, and what else was kept of it', async () => {
  await kept.begin(kim);
  await keep('WorkingGroup {"id":"g1"}', 1);
  await keep('GroupThreads {"groupId":"g1"}', 1);
  await keep('WorkingGroup {"id":"g2"}', 1);
  await kept.forget((key) => key.includes('"g1"'));
  expect(await kept.find('kim', 'WorkingGroup {"id":"g1"}', now)).toBeNull();
  expect(await kept.find('kim', 'GroupThreads {"groupId":"g1"}', now)).toBeNull();
  expect(await kept.find('kim', 'WorkingGroup {"id":"g2"}', now)).not.toBeNull();
});

test('one answer that is too long does not stay, nor its shorter forerunner', async () => {
  await kept.begin(kim);
  await keep('Home {}', 'short');
  await keep('Home {}', 'x'.repeat(limits.entrySize));
  expect(await kept.find('kim', 'Home {}', now)).toBeNull();
});

test('what was not looked at for longest goes first', async () => {
  await kept.begin(kim);
  for (let no = 0; no < limits.entries; no += 1) await keep(`Thread ${no}`, no, now + no);
  await kept.find('kim', 'Thread 0', now + limits.entries);
  await keep('Thread new', 'new', now + limits.entries + 1);
  expect(await kept.find('kim', 'Thread 0', now)).not.toBeNull();
  expect(await kept.find('kim', 'Thread 1', now)).toBeNull();
  expect(await kept.find('kim', 'Thread new', now)).not.toBeNull();
});

test('there is room for five million signs in all', () => {
  const size = limits.size / 4;
  const entries = Object.fromEntries(Array.from({ length: 6 }, (_, no) => [`k${no}`, { at: now, seen: now + no, size }]));
  expect(surplus(entries, now).sort()).toEqual(['k0', 'k1']);
});

test.each([
  ['Home', '/mein-tag', true],
  ['ThreadPosts', '/arbeitsgruppen/1/diskussionen/2', true],
  ['ThreadPosts', '/mitteilungen/1', false],
  ['Announcement', '/mitteilungen/1', true],
  ['OrganisationPage', '/kommunen/1', true],
  ['OrganisationPage', '/kommunen/1/verwalten', false],
  ['Organisations', '/verwaltung/personen', false],
  ['AuditEntries', '/verwaltung/protokoll', false],
  ['Draft', '/mein-tag', false],
  ['ExportOwnData', '/konto', false],
  ['OwnCalendar', '/konto', false],
  ['InvitationOffer', '/einladung/geheim', false],
  ['AnythingNew', '/mein-tag', false],
])('%s on %s may stay: %s', (operation, path, stays) => {
  expect(mayStay(operation, path)).toBe(stays);
});

test('a confidential announcement does not stay', () => {
  expect(withoutConfidential({ announcement: { classification: 'VERTRAULICH', title: 'T', body: 'Geheim' } })).toBeNull();
  const open = { announcement: { classification: 'INTERN', title: 'T', body: 'Nicht geheim' } };
  expect(withoutConfidential(open)).toEqual(open);
});

test('of a confidential announcement in a list only the title stays', () => {
  const list = {
    home: {
      actions: [
        { __typename: 'HomeItem', path: '/mitteilungen/1', title: 'T', detail: 'Geheim' },
        { __typename: 'HomeItem', path: '/fragen/1', title: 'F', detail: 'Warum' },
      ],
      announcements: [
        { classification: 'VERTRAULICH', title: 'T', summary: 'Geheim', action: 'Geheim', corrections: [{ note: 'Geheim' }] },
        { classification: 'OFFEN', title: 'O', summary: 'Offen' },
      ],
    },
  };
  const left = JSON.stringify(withoutConfidential(list));
  expect(left).not.toContain('Geheim');
  expect(left).toContain('Warum');
  expect(left).toContain('Offen');
});

import { expect, it } from '@jest/globals';
import { keptFor, verdictOn } from './verdict.ts';

const now = new Date('2026-11-23T12:00:00Z');
const on = (status: number, retryAfter: string | null = null, attempts = 1, age = 0) =>
  verdictOn({ status, retryAfter }, attempts, age, now);

it.each([
  [200, 'taken'],
  [201, 'taken'],
  [202, 'taken'],
  [301, 'refused'],
  [307, 'refused'],
  [400, 'refused'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [408, { again: 10_000 }],
  [410, 'gone'],
  [413, 'refused'],
  [429, { again: 10_000 }],
  [500, { again: 10_000 }],
  [503, { again: 10_000 }],
  [0, { again: 10_000 }],
])('an answer of %s', (status, verdict) => expect(on(status)).toEqual(verdict));

it('waits longer each time, up to half an hour', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99].map((attempts) => (on(500, null, attempts) as { again: number }).again / 1_000);
  expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 1_800, 1_800, 1_800]);
});

it.each([
  ['seconds', '120', 120_000],
  ['a day and time', 'Mon, 23 Nov 2026 12:05:00 GMT', 300_000],
  ['less than we would', '1', 10_000],
  ['a time that is over', 'Mon, 23 Nov 2026 11:00:00 GMT', 10_000],
  ['nonsense', 'bald', 10_000],
  ['a negative number', '-5', 10_000],
  ['more than bearable', '99999999', 6 * 3_600_000],
])('is as patient as it is asked to be: %s', (_, retryAfter, again) => expect(on(429, retryAfter)).toEqual({ again }));

it('gives up when it would be told after a day', () => {
  expect(on(500, null, 1, keptFor - 10_001)).toEqual({ again: 10_000 });
  expect(on(500, null, 1, keptFor - 10_000)).toBe('late');
});

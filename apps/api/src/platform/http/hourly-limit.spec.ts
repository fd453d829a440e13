import { expect, it } from '@jest/globals';
import { HourlyLimit } from './hourly-limit.ts';

it('counts an hour back, for each sender alone', () => {
  const limit = new HourlyLimit(2);
  const minute = 60_000;
  expect([0, 10, 20].map((m) => limit.allows('a', m * minute))).toEqual([true, true, false]);
  expect(limit.allows('b', 20 * minute)).toBe(true);
  expect([59, 61, 62, 71].map((m) => limit.allows('a', m * minute))).toEqual([false, true, false, true]);
});

import { expect, test } from '@jest/globals';
import { dayOf } from './dates.ts';
import { momentOf, parseTime, timeOf } from './times.ts';

test('times are read as people write them', () => {
  expect(['9:30', '9.30', '09:30 Uhr', ' 9 '].map(parseTime)).toEqual(['09:30', '09:30', '09:30', '09:00']);
  expect(['', '24:00', '9:60', 'früh', '9:3'].map(parseTime)).toEqual([null, null, null, null, null]);
});

test('a day and a time are a moment of Berlin, in summer, in winter and where the clocks change', () => {
  expect(momentOf('2026-07-01', '10:00')).toBe('2026-07-01T08:00:00.000Z');
  expect(momentOf('2026-11-25', '10:00')).toBe('2026-11-25T09:00:00.000Z');
  expect(momentOf('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(momentOf('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(momentOf('2027-01-01', '00:00')).toBe('2026-12-31T23:00:00.000Z');
});

test('and back again', () => {
  expect(dayOf('2026-12-31T23:00:00.000Z')).toBe('2027-01-01');
  expect(timeOf('2026-11-25T08:05:00.000Z')).toBe('09:05');
  expect(timeOf('2026-12-31T23:00:00.000Z')).toBe('00:00');
});

import { expect, test } from '@jest/globals';
import { fortnight } from './fortnight.ts';

test('fourteen days from today in Berlin, weekends apart, with what ends on each', () => {
  const days = fortnight(['2026-11-20T22:59:59Z', '2026-11-23T22:59:59Z', '2026-12-31T12:00:00Z'], Date.parse('2026-11-18T08:40:00Z'));
  expect(days).toHaveLength(14);
  expect(days.map((day) => `${day.weekday} ${day.day}`).slice(0, 5)).toEqual(['Mi 18', 'Do 19', 'Fr 20', 'Sa 21', 'So 22']);
  expect(days.filter((day) => day.weekend).map((day) => day.day)).toEqual([21, 22, 28, 29]);
  expect(days.filter((day) => day.today).map((day) => day.day)).toEqual([18]);
  expect(days.filter((day) => day.mark !== 'none').map((day) => [day.day, day.mark])).toEqual([
    [20, 'hot'],
    [23, 'due'],
  ]);
});

test('shortly before midnight and over the change of the clock no day is lost', () => {
  const days = fortnight([], Date.parse('2026-10-20T21:59:00Z'));
  expect(days.map((day) => day.day)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 1, 2]);
});

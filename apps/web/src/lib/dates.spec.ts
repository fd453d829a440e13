import { describe, expect, test } from '@jest/globals';
import * as dates from './dates.ts';

// A Wednesday in winter, 9:40 in Berlin. The tests run in whatever zone: TZ is set by the runner of the machine.
const now = '2026-11-18T08:40:00Z';

describe('relative times', () => {
  test.each([
    ['2026-11-18T08:39:40Z', 'gerade eben'],
    ['2026-11-18T08:39:00Z', 'vor 1 Minute'],
    ['2026-11-18T08:28:00Z', 'vor 12 Minuten'],
    ['2026-11-18T07:40:01Z', 'vor 59 Minuten'],
    ['2026-11-18T06:48:00Z', 'heute, 7:48'],
    ['2026-11-17T23:05:00Z', 'heute, 0:05'],
    ['2026-11-17T22:55:00Z', 'gestern, 23:55'],
    ['2026-11-17T15:38:00Z', 'gestern, 16:38'],
    ['2026-11-16T11:00:00Z', 'Montag'],
    ['2026-11-12T11:00:00Z', 'Donnerstag'],
    ['2026-11-11T11:00:00Z', '11. November'],
    ['2025-11-11T11:00:00Z', '11. November 2025'],
    ['2026-11-18T08:52:00Z', 'in 12 Minuten'],
    ['2026-11-18T15:00:00Z', 'heute, 16:00'],
    ['2026-11-19T08:30:00Z', 'morgen, 9:30'],
    ['2026-11-23T08:30:00Z', 'Montag, 9:30'],
    ['2026-12-01T08:30:00Z', '1. Dezember'],
  ])('%s is "%s"', (moment, words) => {
    expect(dates.formatRelative(moment, now)).toBe(words);
  });

  test('a day of 23 hours is still one day', () => {
    // On 29 March 2026 the clocks go forward in Berlin.
    expect(dates.formatRelative('2026-03-28T22:30:00Z', '2026-03-29T20:00:00Z')).toBe('gestern, 23:30');
    expect(dates.daysLeft('2026-03-30', '2026-03-28T22:30:00Z')).toBe(2);
  });
});

describe('days until a deadline', () => {
  test.each([
    ['2026-11-18', 'heute'],
    ['2026-11-19', 'morgen'],
    ['2026-11-20', 'in 2 Tagen'],
    ['2026-11-17', 'seit gestern vorbei'],
    ['2026-11-15', 'seit 3 Tagen vorbei'],
  ])('%s is "%s"', (day, words) => {
    expect(dates.formatDaysLeft(day, now)).toBe(words);
  });
});

test('dates are written as offices write them', () => {
  expect(dates.formatDate('2026-11-21')).toBe('21.11.2026');
  expect(dates.formatDate('2026-11-20T23:30:00Z')).toBe('21.11.2026');
  expect(dates.formatTime('2026-11-18T06:48:00Z')).toBe('7:48');
  expect(dates.formatExact('2026-07-01T22:05:00Z')).toBe('Donnerstag, 02.07.2026, 0:05 Uhr');
  expect(dates.formatLongDate(now)).toBe('Mittwoch, 18. November 2026');
  expect(dates.formatDayMonthShort('2026-11-20')).toBe('20. Nov.');
  expect(dates.formatWeekdayShort('2026-11-20')).toBe('Fr');
  expect(dates.formatAppointment('2026-11-25T08:30:00Z', now)).toBe('Mi, 25. November, 9:30');
});

test.each([
  ['21.11.2026', '2026-11-21'],
  [' 1. 2.26 ', '2026-02-01'],
  ['2026-11-21', '2026-11-21'],
  ['29.02.2028', '2028-02-29'],
  ['29.02.2027', null],
  ['31.4.2026', null],
  ['21/11/2026', null],
  ['', null],
])('"%s" is read as %s', (text, day) => {
  expect(dates.parseDate(text)).toBe(day);
});

test.each([
  ['2026-11-21', '2026-11-20T23:00:00.000Z', '2026-11-21T22:59:59.999Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.999Z'],
  // The hour is changed in the night of these two days.
  ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
])('%s begins and ends in Berlin', (day, start, end) => {
  expect([dates.dayStart(day), dates.dayEnd(day)]).toEqual([start, end]);
});

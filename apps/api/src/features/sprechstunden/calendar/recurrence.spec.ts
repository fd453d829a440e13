import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { berlinDay, berlinInstant, berlinTime, endOfBerlinDay } from '../../../platform/berlin.ts';
import { holidayOn, holidaysOf } from './holidays.ts';
import { daysOf } from './recurrence.ts';

/**
 * rule · first day · until · days (a blank stands for the year and month before it). A day that a month does not have falls
 * out there, 29 February in three of four years; it never moves to another day. A year's BYMONTHDAY without a month means each.
 */
const cases = `
FREQ=WEEKLY · 2026-09-02 · 2026-09-30 · 2026-09-02 09 16 23 30
FREQ=WEEKLY;INTERVAL=2 · 2026-09-02 · 2026-10-31 · 2026-09-02 16 30 2026-10-14 28
FREQ=WEEKLY;INTERVAL=3 · 2026-09-02 · 2026-10-31 · 2026-09-02 23 2026-10-14
FREQ=WEEKLY;INTERVAL=4 · 2026-09-02 · 2026-11-30 · 2026-09-02 30 2026-10-28 2026-11-25
FREQ=WEEKLY;BYDAY=WE · 2026-08-31 · 2026-09-20 · 2026-09-02 09 16
FREQ=WEEKLY;BYDAY=MO,WE · 2026-09-02 · 2026-09-16 · 2026-09-02 07 09 14 16
FREQ=WEEKLY;BYDAY=WE,MO · 2026-09-02 · 2026-09-16 · 2026-09-02 07 09 14 16
FREQ=WEEKLY;BYDAY=TU,TH · 2026-09-01 · 2026-09-10 · 2026-09-01 03 08 10
FREQ=WEEKLY;INTERVAL=2;BYDAY=WE · 2026-09-03 · 2026-10-15 · 2026-09-16 30 2026-10-14
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO · 1997-08-05 · 1997-08-31 · 1997-08-05 10 19 24
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU · 1997-08-05 · 1997-08-31 · 1997-08-05 17 19 31
FREQ=WEEKLY;COUNT=3 · 2026-09-02 · 2026-12-31 · 2026-09-02 09 16
FREQ=WEEKLY;COUNT=1 · 2026-09-02 · 2026-12-31 · 2026-09-02
FREQ=WEEKLY;UNTIL=20260916 · 2026-09-02 · 2026-12-31 · 2026-09-02 09 16
FREQ=WEEKLY;UNTIL=20260915 · 2026-09-02 · 2026-12-31 · 2026-09-02 09
FREQ=WEEKLY;BYDAY=FR;BYMONTH=10 · 2026-09-02 · 2026-12-31 · 2026-10-02 09 16 23 30
FREQ=WEEKLY · 2026-12-23 · 2027-01-13 · 2026-12-23 30 2027-01-06 13
FREQ=WEEKLY · 2027-03-17 · 2027-04-07 · 2027-03-17 24 31 2027-04-07
FREQ=WEEKLY · 2026-10-14 · 2026-11-04 · 2026-10-14 21 28 2026-11-04
FREQ=WEEKLY;BYDAY=SU · 2027-03-21 · 2027-04-04 · 2027-03-21 28 2027-04-04
FREQ=WEEKLY;BYDAY=SU · 2026-10-18 · 2026-11-01 · 2026-10-18 25 2026-11-01
FREQ=MONTHLY · 2026-09-02 · 2026-12-31 · 2026-09-02 2026-10-02 2026-11-02 2026-12-02
FREQ=MONTHLY · 2026-08-31 · 2026-12-31 · 2026-08-31 2026-10-31 2026-12-31
FREQ=MONTHLY;INTERVAL=2 · 2026-09-02 · 2027-01-31 · 2026-09-02 2026-11-02 2027-01-02
FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO · 2026-09-01 · 2027-04-01 · 2026-09-07 2026-12-07 2027-03-01
FREQ=MONTHLY;BYDAY=3WE · 2026-09-02 · 2026-12-31 · 2026-09-16 2026-10-21 2026-11-18 2026-12-16
FREQ=MONTHLY;BYDAY=1WE,3WE · 2026-09-02 · 2026-10-31 · 2026-09-02 16 2026-10-07 21
FREQ=MONTHLY;BYDAY=-1TH · 2026-09-02 · 2026-12-31 · 2026-09-24 2026-10-29 2026-11-26 2026-12-31
FREQ=MONTHLY;BYDAY=-2MO · 1997-09-22 · 1998-02-28 · 1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16
FREQ=MONTHLY;BYDAY=5WE · 2026-09-02 · 2027-03-31 · 2026-09-30 2026-12-30 2027-03-31
FREQ=MONTHLY;BYDAY=WE · 2026-09-02 · 2026-09-30 · 2026-09-02 09 16 23 30
FREQ=MONTHLY;BYMONTHDAY=15 · 2026-09-02 · 2026-11-30 · 2026-09-15 2026-10-15 2026-11-15
FREQ=MONTHLY;BYMONTHDAY=1,15 · 2026-09-02 · 2026-10-31 · 2026-09-15 2026-10-01 15
FREQ=MONTHLY;BYMONTHDAY=31 · 2026-09-02 · 2027-01-31 · 2026-10-31 2026-12-31 2027-01-31
FREQ=MONTHLY;BYMONTHDAY=-1 · 2026-09-02 · 2026-12-31 · 2026-09-30 2026-10-31 2026-11-30 2026-12-31
FREQ=MONTHLY;BYMONTHDAY=-1 · 2028-01-31 · 2028-03-31 · 2028-01-31 2028-02-29 2028-03-31
FREQ=MONTHLY;BYMONTHDAY=-3 · 2026-09-02 · 2026-11-30 · 2026-09-28 2026-10-29 2026-11-28
FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 · 2026-01-01 · 2026-12-31 · 2026-02-13 2026-03-13 2026-11-13
FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13 · 1997-09-13 · 1997-12-31 · 1997-09-13 1997-10-11 1997-11-08 1997-12-13
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 · 2026-09-02 · 2026-12-31 · 2026-09-30 2026-10-30 2026-11-30 2026-12-31
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 · 2026-09-02 · 2026-12-31 · 2026-10-01 2026-11-02 2026-12-01
FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3 · 1997-09-04 · 1997-11-30 · 1997-09-04 1997-10-07 1997-11-06
FREQ=MONTHLY;COUNT=2;BYDAY=1FR · 2026-09-02 · 2027-12-31 · 2026-09-04 2026-10-02
FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11 · 1997-09-10 · 1999-12-31 · 1997-09-10 11 1999-03-10 11
FREQ=DAILY · 2026-09-02 · 2026-09-05 · 2026-09-02 03 04 05
FREQ=DAILY;INTERVAL=10;COUNT=3 · 2026-09-02 · 2026-12-31 · 2026-09-02 12 22
FREQ=DAILY;BYDAY=MO,FR · 2026-09-02 · 2026-09-14 · 2026-09-04 07 11 14
FREQ=DAILY;BYMONTH=1;BYDAY=MO · 2026-09-02 · 2027-01-31 · 2027-01-04 11 18 25
FREQ=DAILY;BYMONTHDAY=1,24;COUNT=3 · 2026-09-02 · 2026-12-31 · 2026-09-24 2026-10-01 24
FREQ=DAILY;UNTIL=20260904 · 2026-09-02 · 2026-12-31 · 2026-09-02 03 04
FREQ=DAILY · 2028-02-28 · 2028-03-01 · 2028-02-28 29 2028-03-01
FREQ=DAILY · 2027-02-28 · 2027-03-01 · 2027-02-28 2027-03-01
FREQ=YEARLY · 2026-09-02 · 2028-12-31 · 2026-09-02 2027-09-02 2028-09-02
FREQ=YEARLY · 2024-02-29 · 2032-12-31 · 2024-02-29 2028-02-29 2032-02-29
FREQ=YEARLY;INTERVAL=2 · 2026-09-02 · 2030-12-31 · 2026-09-02 2028-09-02 2030-09-02
FREQ=YEARLY;BYMONTH=11;BYDAY=1TH · 2026-09-02 · 2028-12-31 · 2026-11-05 2027-11-04 2028-11-02
FREQ=YEARLY;BYMONTH=1,2 · 2026-01-10 · 2027-12-31 · 2026-01-10 2026-02-10 2027-01-10 2027-02-10
FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU · 2026-01-01 · 2028-12-31 · 2026-03-29 2027-03-28 2028-03-26
FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU · 2026-01-01 · 2028-12-31 · 2026-10-25 2027-10-31 2028-10-29
FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3 · 1997-03-13 · 1998-12-31 · 1997-03-13 20 27
FREQ=YEARLY;BYYEARDAY=1,100,200 · 1997-01-01 · 1998-01-31 · 1997-01-01 1997-04-10 1997-07-19 1998-01-01
FREQ=YEARLY;BYYEARDAY=-1 · 2026-01-01 · 2027-12-31 · 2026-12-31 2027-12-31
FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;INTERVAL=4 · 1996-11-05 · 2004-12-31 · 1996-11-05 2000-11-07 2004-11-02
FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO · 1997-05-12 · 1999-12-31 · 1997-05-12 1998-05-11 1999-05-17
FREQ=YEARLY;BYDAY=MO;BYSETPOS=1 · 2026-01-01 · 2027-12-31 · 2026-01-05 2027-01-04
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 · 2026-01-01 · 2030-12-31 ·
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 · 2024-02-29 · 2034-12-31 · 2024-02-29 2028-02-29 2032-02-29
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 · 2026-01-01 · 2034-12-31 · 2028-02-29 2032-02-29
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 · 2027-01-01 · 2029-12-31 · 2027-02-28 2028-02-29 2029-02-28
FREQ=YEARLY;BYMONTHDAY=29 · 2026-12-30 · 2027-04-30 · 2027-01-29 2027-03-29 2027-04-29
FREQ=YEARLY;BYMONTHDAY=29 · 2027-12-30 · 2028-04-30 · 2028-01-29 2028-02-29 2028-03-29 2028-04-29
FREQ=MONTHLY;BYMONTHDAY=29 · 2026-12-29 · 2027-04-30 · 2026-12-29 2027-01-29 2027-03-29 2027-04-29
FREQ=MONTHLY · 2028-01-29 · 2028-03-31 · 2028-01-29 2028-02-29 2028-03-29
`;
const table = cases
  .trim()
  .split('\n')
  .map((line) => line.split('·').map((part) => part.trim()) as [string, string, string, string])
  .map(([rule, first, until, days]) => {
    let month = '';
    const expected = days
      .split(' ')
      .filter(Boolean)
      .map((part) => {
        if (part.length > 2) month = part.slice(0, 8);
        return part.length > 2 ? part : month + part;
      });
    return [rule, first, until, expected] as const;
  });

describe('the days of a rule', () => {
  it('are stated by hand often enough', () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
  });
  it.each(table)('%s from %s until %s', (rule, first, until, expected) => {
    expect(daysOf(rule, first, first, until)).toEqual(expected);
  });
  it('begin later than the rule, where that is asked for', () => {
    expect(daysOf('FREQ=WEEKLY;INTERVAL=2', '2026-09-02', '2026-10-01', '2026-10-31')).toEqual(['2026-10-14', '2026-10-28']);
    expect(daysOf('FREQ=WEEKLY;COUNT=2', '2026-09-02', '2026-10-01', '2026-10-31')).toEqual([]);
    expect(daysOf('FREQ=WEEKLY', '2026-09-02', '2026-01-01', '2026-08-31')).toEqual([]);
  });

  it.each([
    'jede zweite Woche',
    'INTERVAL=2',
    'FREQ=HOURLY',
    'FREQ=SECONDLY',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=WEEKLY;INTERVAL=-1',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYHOUR=10',
    'FREQ=WEEKLY;FREQ=DAILY',
    'FREQ=WEEKLY;FOO=1',
    'FREQ=WEEKLY;UNTIL=20260916T000000Z',
    'FREQ=WEEKLY\nRRULE:FREQ=DAILY',
    'RRULE:FREQ=WEEKLY',
    'FREQ=MONTHLY;RSCALE=CHINESE',
  ])('are none for %j', (rule) => {
    expect(daysOf(rule, '2026-09-02', '2026-09-02', '2026-12-31')).toBeNull();
  });
});

const someDay = fc
  .date({ min: new Date('2020-01-01T12:00:00Z'), max: new Date('2060-12-31T12:00:00Z'), noInvalidDate: true })
  .map(berlinDay);
const officeTime = fc
  .tuple(fc.integer({ min: 4, max: 22 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

describe('a series over changes of the clock', () => {
  it('begins at the same hour in Berlin on each of its days', () => {
    fc.assert(
      fc.property(someDay, officeTime, fc.integer({ min: 1, max: 4 }), (first, time, weeks) => {
        const until = `${Number(first.slice(0, 4)) + 1}${first.slice(4).replace('-02-29', '-02-28')}`;
        const days = daysOf(`FREQ=WEEKLY;INTERVAL=${weeks}`, first, first, until)!;
        expect(days.length).toBeGreaterThanOrEqual(Math.floor(52 / weeks));
        const offsets = new Set<number>();
        for (const [i, day] of days.entries()) {
          const at = berlinInstant(day, time);
          expect([berlinDay(at), berlinTime(at)]).toEqual([day, time]);
          offsets.add((Date.parse(`${day}T${time}:00Z`) - at.getTime()) / 3_600_000);
          if (i > 0) expect(Date.parse(day) - Date.parse(days[i - 1]!)).toBe(weeks * 7 * 86_400_000);
        }
        // A year has both of Berlin's offsets.
        expect([...offsets].toSorted()).toEqual([1, 2]);
      }),
      { numRuns: 40 },
    );
  });

  it('takes the first of an hour that comes twice, and shifts one that is skipped', () => {
    expect(berlinInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(berlinInstant('2027-03-28', '02:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(berlinInstant('2027-03-28', '10:00').toISOString()).toBe('2027-03-28T08:00:00.000Z');
    expect(berlinInstant('2027-03-27', '10:00').toISOString()).toBe('2027-03-27T09:00:00.000Z');
  });

  it('ends its days at midnight in Berlin', () => {
    fc.assert(
      fc.property(someDay, officeTime, (day, time) => {
        const end = endOfBerlinDay(berlinInstant(day, time));
        expect(berlinDay(end)).toBe(day);
        expect(berlinDay(new Date(end.getTime() + 1))).not.toBe(day);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the public holidays of Sachsen-Anhalt', () => {
  /** Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag: from printed calendars. */
  it.each([
    [2019, '04-19', '04-22', '05-30', '06-10'],
    [2020, '04-10', '04-13', '05-21', '06-01'],
    [2021, '04-02', '04-05', '05-13', '05-24'],
    [2022, '04-15', '04-18', '05-26', '06-06'],
    [2023, '04-07', '04-10', '05-18', '05-29'],
    [2024, '03-29', '04-01', '05-09', '05-20'],
    [2025, '04-18', '04-21', '05-29', '06-09'],
    [2026, '04-03', '04-06', '05-14', '05-25'],
    [2027, '03-26', '03-29', '05-06', '05-17'],
    [2028, '04-14', '04-17', '05-25', '06-05'],
    [2038, '04-23', '04-26', '06-03', '06-14'],
  ])('%i', (year, ...moving) => {
    const days = [...holidaysOf(year)].map(([day]) => day).toSorted();
    const expected = ['01-01', '01-06', ...moving, '05-01', '10-03', '10-31', '12-25', '12-26'].map((d) => `${year}-${d}`);
    expect(days).toEqual([...new Set(expected)].toSorted());
  });

  it('knows them by name, and no others', () => {
    expect(holidayOn('2026-10-31')).toBe('Reformationstag');
    expect(holidayOn('2026-01-06')).toBe('Heilige Drei Könige');
    // Of other Länder: Fronleichnam, Allerheiligen, Buß- und Bettag; and no holiday by law: Heiligabend.
    for (const day of ['2026-06-04', '2026-11-01', '2026-11-18', '2026-12-24', '2026-04-05']) expect(holidayOn(day)).toBeNull();
  });

  it('has Easter on a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2199 }), (year) => {
        const monday = [...holidaysOf(year)].find(([, name]) => name === 'Ostermontag')![0];
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monday >= `${year}-03-23` && monday <= `${year}-04-26`).toBe(true);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { dueSlots, isDayOff, isQuiet, usualTimes } from './times.ts';

const slots = (instant: string) => dueSlots(new Date(instant)).map(({ day, weekday, hour }) => `${day} ${weekday} ${hour}`);

describe('the digests that are due', () => {
  it('are those of the hour, and for four hours of who was late', () => {
    expect(slots('2026-11-23T05:59:59.999Z')).toEqual(['2026-11-23 1 3', '2026-11-23 1 4', '2026-11-23 1 5', '2026-11-23 1 6']);
    expect(slots('2026-11-23T06:00:00Z')).toEqual(['2026-11-23 1 4', '2026-11-23 1 5', '2026-11-23 1 6', '2026-11-23 1 7']);
  });

  it('are still those of yesterday shortly after midnight', () => {
    expect(slots('2026-11-23T23:30:00Z')).toEqual(['2026-11-23 1 21', '2026-11-23 1 22', '2026-11-23 1 23', '2026-11-24 2 0']);
  });

  it('come on no public holiday of Sachsen-Anhalt', () => {
    // Heilige Drei Könige is one here, Buß- und Bettag is not.
    expect(slots('2027-01-06T08:00:00Z')).toEqual([]);
    expect(slots('2026-11-18T08:00:00Z')).toHaveLength(4);
    expect(
      ['2026-10-31', '2026-12-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-03', '2026-11-01', '2026-12-24'].map(isDayOff),
    ).toEqual([true, true, true, true, true, false, false, false]);
  });

  it('come once in the night that repeats an hour, and once in the one that skips it', () => {
    const times = (day: string, hour: number, from: string, quarters: number) =>
      Array.from({ length: quarters }, (_, i) => new Date(Date.parse(from) + i * 900_000)).filter((now) =>
        dueSlots(now).some((slot) => slot.day === day && slot.hour === hour && now.getTime() - slot.at.getTime() < 900_000),
      );
    // 02:00 comes at 00:00Z, and again at 01:00Z.
    expect(times('2026-10-25', 2, '2026-10-24T22:00:00Z', 40)).toEqual([new Date('2026-10-25T00:00:00Z')]);
    // 02:00 does not come: it is 03:00 then.
    expect(times('2027-03-28', 2, '2027-03-27T22:00:00Z', 40)).toEqual([new Date('2027-03-28T01:00:00Z')]);
    expect(times('2027-03-28', 3, '2027-03-27T22:00:00Z', 40)).toEqual([new Date('2027-03-28T01:00:00Z')]);
  });
});

describe('quiet hours', () => {
  const quiet = (quietFrom: number, quietTo: number) =>
    // Winter: Berlin is one hour ahead.
    [0, 6, 7, 12, 18, 19, 23].filter((hour) =>
      isQuiet({ ...usualTimes, quietFrom, quietTo }, new Date(Date.UTC(2026, 10, 23, hour - 1, 59))),
    );
  it.each([
    [19, 7, [0, 6, 19, 23]],
    [7, 19, [7, 12, 18]],
    [0, 7, [0, 6]],
    [12, 12, []],
  ])('from %s to %s', (from, to, hours) => expect(quiet(from, to)).toEqual(hours));
});

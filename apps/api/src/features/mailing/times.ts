import { isHoliday } from 'feiertagejs';
import { berlinDay, berlinInstant, berlinTime } from '../../platform/berlin.ts';

/** Everything about when mails go out. Pure: it knows no clock. */
export interface MailTimes {
  on: boolean;
  days: number[];
  hour: number;
  quietFrom: number;
  quietTo: number;
}
export const usualTimes: MailTimes = { on: true, days: [1, 2, 3, 4, 5], hour: 7, quietFrom: 19, quietTo: 7 };

const hours = 3_600_000;
/** Milliseconds for which a missed digest (the worker stood still) is still made. After that, the next day's has everything. */
const lateness = 4 * hours;
/** Days after which a notice is in no digest any more, whatever held it up. */
export const newsDays = 31;

export interface DueSlot {
  day: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  hour: number;
  at: Date;
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
export const weekdayOf = (day: string): number => noon(day).getUTCDay() || 7;
/** In Sachsen-Anhalt, where all its offices are. */
export const isDayOff = (day: string): boolean => isHoliday(noon(day), 'ST');

/**
 * Days and hours whose digests are due now. Each hour of a day is a single instant, even where daylight saving time skips or
 * repeats it. As there is one digest for each person and day, a change of the clock never makes a second one.
 */
export function dueSlots(now: Date): DueSlot[] {
  const days = new Set([new Date(now.getTime() - lateness), now].map(berlinDay));
  return [...days]
    .filter((day) => !isDayOff(day))
    .flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => ({
        day,
        weekday: weekdayOf(day),
        hour,
        at: berlinInstant(day, `${String(hour).padStart(2, '0')}:00`),
      })),
    )
    .filter(({ at }) => at <= now && now.getTime() - at.getTime() < lateness);
}

/** Whether nothing may go out at once now. Quiet hours may span midnight. */
export function isQuiet({ quietFrom: from, quietTo: to }: MailTimes, now: Date): boolean {
  const hour = Number(berlinTime(now).slice(0, 2));
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

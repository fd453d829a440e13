import { dayOf, formatTime } from './dates.ts';

const hour = 3_600_000;

/** The time of a moment in Berlin: 09:30 */
export const timeOf = (moment: string): string => formatTime(moment).padStart(5, '0');

/** Reads `9:30`, `9.30`, `09:30 Uhr` and `9` as `09:30`; null for what is no time. */
export function parseTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:Uhr)?\s*$/.exec(text) ?? [];
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** The moment at which the clocks in Berlin show this; an hour that the clocks leave out in spring is the one after it. */
export function momentOf(day: string, time: string): string {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const reads = (moment: number): number => {
    const text = new Date(moment).toISOString();
    return Date.parse(`${dayOf(text)}T${timeOf(text)}:00Z`);
  };
  const moment = [2, 1].map((ahead) => shown - ahead * hour).find((candidate) => reads(candidate) === shown);
  return new Date(moment ?? shown - hour).toISOString();
}

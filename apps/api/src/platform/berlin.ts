/** The platform's clock on the wall: days and hours in Berlin, where all its offices are. */
const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });
const longDate = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'full' });
const shortDate = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });

/** "2026-11-18 10:00" */
const wall = (instant: Date): string => parts.format(instant);
/** "2026-11-18" */
export const berlinDay = (instant: Date): string => wall(instant).slice(0, 10);
/** The same as SQL, of an expression that is an instant. */
export const berlinDaySql = (instant: string): string => `(${instant} AT TIME ZONE 'Europe/Berlin')::date`;
/** "10:00" */
export const berlinTime = (instant: Date): string => wall(instant).slice(11);
/** "Mittwoch, 18. November 2026" */
export const berlinDate = (instant: Date): string => longDate.format(instant);
/** "18.11.2026" */
export const berlinShortDate = (instant: Date): string => shortDate.format(instant);

/**
 * The instant of a day and time in Berlin. As RFC 5545 has it: of an hour that comes twice the first one, and an hour that
 * the clock skips as if it had not been set forward yet.
 */
export function berlinInstant(day: string, time: string): Date {
  const [summer, winter] = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T${time}:00${offset}`)) as [Date, Date];
  return wall(summer) === `${day} ${time}` ? summer : winter;
}

/** The last millisecond of the day on which the instant falls in Berlin. */
export function endOfBerlinDay(instant: Date): Date {
  const day = berlinDay(instant);
  const winter = new Date(`${day}T23:59:59.999+01:00`);
  return berlinDay(winter) === day ? winter : new Date(`${day}T23:59:59.999+02:00`);
}

import { berlinDay } from './berlin.ts';

/** Days of the calendar as text, "2026-12-16". As Prisma reads and writes a column of dates: midnights in UTC. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

export const daysAfter = (day: string, days: number): string => dayOf(new Date(dateOf(day).getTime() + days * 86_400_000));
/** So many days after today, as Berlin counts them. */
export const inDays = (days: number, now = new Date()): string => daysAfter(berlinDay(now), days);

/** "16.12.2026" */
export const germanDay = (day: string): string => day.split('-').reverse().join('.');

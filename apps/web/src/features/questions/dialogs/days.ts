import { limits } from '@kollab/contract/limits';

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/** A day in Berlin, so many days from now: `2026-12-02` */
export const inDays = (days: number): string => berlin.format(Date.now() + days * 24 * 3_600_000);
export const dueDay = (): string => inDays(limits.answerDays);
/** Half a year: long enough to be no burden, short enough to notice. */
export const reviewDay = (): string => inDays(182);

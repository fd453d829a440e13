import { formatDate } from '../../lib/dates.ts';

/** „vom 23.12.2026 bis 03.01.2027“ */
export const spanWords = ({ from, until }: { from: string; until: string }): string =>
  from === until ? `am ${formatDate(from)}` : `vom ${formatDate(from)} bis ${formatDate(until)}`;

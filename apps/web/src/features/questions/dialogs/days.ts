import { limits } from '@kollab/contract/limits';
import { inDays } from '../../../lib/dates.ts';

export const dueDay = (): string => inDays(limits.answerDays);
/** Half a year: long enough to be no burden, short enough to notice. */
export const reviewDay = (): string => inDays(182);

import { counted } from '../../../lib/counts.ts';
import type { ReachState } from './use-reach.ts';

export const reachedOf = ({ organisations }: ReachState) => organisations.filter(({ personCount }) => personCount > 0);
export const missedOf = ({ organisations }: ReachState) => organisations.filter(({ personCount }) => personCount === 0);

/** "13 Verwaltungen", or people where groups alone are meant. */
export const reachInWords = (reach: ReachState): string =>
  reach.organisationCount > 0
    ? counted(reachedOf(reach).length, 'Verwaltung', 'Verwaltungen')
    : counted(reach.personCount, 'Person', 'Personen');

import { useOutletContext } from 'react-router';
import type { WorkingGroupQuery } from './documents.generated.ts';

export type Group = WorkingGroupQuery['workingGroup'];

/** The group whose frame the page stands in. */
export const useGroup = (): Group => useOutletContext<Group>();

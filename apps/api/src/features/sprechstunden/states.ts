import type { SprechstundeStatus, WishStatus } from '@kollab/contract';

/** What may follow. A cancelled one keeps its number and stays to be seen. */
const eventSteps: Readonly<Record<SprechstundeStatus, readonly SprechstundeStatus[]>> = {
  DRAFT: ['ANNOUNCED', 'CANCELLED'],
  ANNOUNCED: ['LIVE', 'DONE', 'CANCELLED'],
  LIVE: ['DONE', 'CANCELLED'],
  DONE: [],
  CANCELLED: [],
};
export const eventMayBecome = (from: SprechstundeStatus, to: SprechstundeStatus): boolean => eventSteps[from].includes(to);

/** OPEN again: the item of the agenda was taken out, or its event was cancelled. */
const wishSteps: Readonly<Record<WishStatus, readonly WishStatus[]>> = {
  OPEN: ['PLANNED', 'MERGED', 'DECLINED', 'WITHDRAWN'],
  PLANNED: ['TREATED', 'OPEN'],
  TREATED: [],
  MERGED: [],
  DECLINED: [],
  WITHDRAWN: [],
};
export const wishMayBecome = (from: WishStatus, to: WishStatus): boolean => wishSteps[from].includes(to);

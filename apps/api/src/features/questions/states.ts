import type { QuestionState } from '@kollab/contract';

/** What can happen to a question, as far as its state is concerned. `assign` also passes on, `answer` also supersedes. */
export const questionDeeds = ['assign', 'return', 'defer', 'resume', 'answer', 'outdate', 'withdraw', 'merge'] as const;
export type QuestionDeed = (typeof questionDeeds)[number];

const answerable = { assign: 'ASSIGNED', defer: 'DEFERRED', answer: 'ANSWERED', withdraw: 'WITHDRAWN', merge: 'MERGED' } as const;
const table: Readonly<Record<QuestionState, Partial<Record<QuestionDeed, QuestionState>>>> = {
  OPEN: answerable,
  ASSIGNED: { ...answerable, return: 'OPEN' },
  DEFERRED: { resume: 'ASSIGNED' },
  ANSWERED: { answer: 'ANSWERED', outdate: 'OUTDATED' },
  OUTDATED: { resume: 'ASSIGNED', assign: 'ASSIGNED' },
  WITHDRAWN: {},
  MERGED: {},
};

/** The state after the deed; null where it does not lead on. */
export const stateAfter = (state: QuestionState, deed: QuestionDeed): QuestionState | null => table[state][deed] ?? null;

/** Nothing more is expected of these, and nothing more may be said to them. */
export const isOver = (state: QuestionState): boolean => state === 'WITHDRAWN' || state === 'MERGED';
/** Somebody still waits for an answer that holds. */
export const awaitsAnswer = (state: QuestionState): boolean => !isOver(state) && state !== 'ANSWERED';

import { lazy } from 'react';

/** The answers of peers to a question, and what stands beside them: the editor and all else come when they are shown. */
export const Answers = lazy(async () => ({ default: (await import('./page/answers.tsx')).Answers }));
export const AnswersRail = lazy(async () => ({ default: (await import('./page/answers.tsx')).AnswersRail }));
/** What is said to an announcement, below it. */
export const Comments = lazy(async () => ({ default: (await import('./page/answers.tsx')).Comments }));

import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). They name the question, never who asked it. */
export const questionAssigned = job<{ questionId: string; stepId: string }>('questions.assigned');
export const questionReturned = job<{ questionId: string; stepId: string }>('questions.returned');
export const questionDeferred = job<{ questionId: string; stepId: string }>('questions.deferred');
export const questionDueAgain = job<{ questionId: string; stepId: string }>('questions.due_again');
export const questionAnswered = job<{ questionId: string; answerId: string }>('questions.answered');
export const questionOutdated = job<{ questionId: string; stepId: string }>('questions.outdated');
export const questionMerged = job<{ questionId: string; stepId: string }>('questions.merged');
export const questionHidden = job<{ questionId: string; at: number }>('questions.hidden');
export const faqReviewDue = job<{ entryId: string; day: string }>('questions.faq_review_due');

/** By the clock, each hour: deferred questions whose day has come, answers whose validity ended, FAQ to be reviewed. */
export const turnPages = job('questions.turn_pages');
/** By the clock: counts of votes that an instance died upon before it told them. */
export const tellVotes = job('questions.tell_votes');

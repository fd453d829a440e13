import { job } from '../../platform/jobs/jobs.ts';

/** Runs by the clock: forgets what nobody confirmed, and what ended long ago. */
export const forgetSubscriptions = job('newsletter.forget');
/** The next batch of mails of an issue. */
export const sendIssue = job<{ issueId: string }>('newsletter.send');

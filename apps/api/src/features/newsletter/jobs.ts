import { job } from '../../platform/jobs/jobs.ts';

/** By the clock: what nobody confirmed, and what ended long ago. */
export const forgetSubscriptions = job('newsletter.forget');

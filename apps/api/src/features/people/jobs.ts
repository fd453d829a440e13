import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const affiliationRequested = job<{ requestId: string }>('people.affiliation_requested');
export const affiliationDecided = job<{ requestId: string }>('people.affiliation_decided');

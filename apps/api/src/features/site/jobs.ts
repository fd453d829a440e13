import { job } from '../../platform/jobs/jobs.ts';

/** Somebody met a barrier: the operator's people are told after the commit. */
export const barrierReported = job<{ reportId: string }>('site.barrier_reported');

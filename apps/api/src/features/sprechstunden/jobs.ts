import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). `sequence`: of which change is told. */
export const eventMoved = job<{ sprechstundeId: string; sequence: number }>('sprechstunden.moved');
export const eventCancelled = job<{ sprechstundeId: string }>('sprechstunden.cancelled');
/** A freed seat came to the first one waiting. */
export const registrationPromoted = job<{ registrationId: string }>('sprechstunden.promoted');
export const wishPlanned = job<{ wishId: string }>('sprechstunden.wish_planned');
export const wishDeclined = job<{ wishId: string }>('sprechstunden.wish_declined');

/** By the clock: invitations to the distribution list, and guests' seats whose last day is over. */
export const inviteDistribution = job('sprechstunden.invite');
export const inviteBatch = job<{ sprechstundeId: string; after: string | null }>('sprechstunden.invite_batch');
export const endEventSeats = job('sprechstunden.end_seats');

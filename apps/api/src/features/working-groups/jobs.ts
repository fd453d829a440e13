import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const membershipRequested = job<{ membershipId: string }>('working-groups.requested');
/** The request or invitation was accepted or declined. */
export const membershipDecided = job<{ membershipId: string }>('working-groups.decided');
export const memberInvited = job<{ membershipId: string }>('working-groups.invited');
export const memberRemoved = job<{ membershipId: string }>('working-groups.removed');
export const volunteered = job<{ volunteeringId: string }>('working-groups.volunteered');
export const volunteeringDecided = job<{ volunteeringId: string }>('working-groups.volunteering_decided');
export const groupProposed = job<{ groupId: string }>('working-groups.proposed');
export const proposalDecided = job<{ groupId: string }>('working-groups.proposal_decided');
export const readWithReason = job<{ grantId: string }>('working-groups.read_with_reason');

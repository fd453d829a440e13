import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const membershipRequested = job<{ membershipId: string }>('working-groups.requested');
/** The request or invitation was accepted or declined; `byId`: by a lead, or by the invited person. */
export const membershipDecided = job<{ membershipId: string; byId: string }>('working-groups.decided');
export const memberInvited = job<{ membershipId: string; byId: string }>('working-groups.invited');
export const memberRemoved = job<{ membershipId: string; byId: string }>('working-groups.removed');
export const roleChanged = job<{ membershipId: string; byId: string }>('working-groups.role_changed');
/** R11 took the last lead: LAND_EDITORs are told. */
export const leadLost = job<{ groupId: string }>('working-groups.lead_lost');
export const volunteered = job<{ volunteeringId: string }>('working-groups.volunteered');
export const volunteeringDecided = job<{ volunteeringId: string }>('working-groups.volunteering_decided');
export const groupProposed = job<{ groupId: string }>('working-groups.proposed');
export const proposalDecided = job<{ groupId: string }>('working-groups.proposal_decided');
export const readWithReason = job<{ grantId: string }>('working-groups.read_with_reason');

/** By the clock: guests' seats whose last day is over. */
export const endGuestSeats = job('working-groups.end_guest_seats');
/** When a reading grant is over, its reader leaves the room. */
export const readingOver = job<{ grantId: string }>('working-groups.reading_over');

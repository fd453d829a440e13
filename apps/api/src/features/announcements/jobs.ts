import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const announcementPublished = job<{ announcementId: string }>('announcements.published');
export const announcementCorrected = job<{ announcementId: string; version: number }>('announcements.corrected');
export const announcementWithdrawn = job<{ announcementId: string }>('announcements.withdrawn');
/** To the organisations that are missing. */
export const acknowledgementReminded = job<{ announcementId: string }>('announcements.reminded');
/** What was to be published by the clock is a draft again; `refusal` says why, for who scheduled it. */
export const announcementReturned = job<{ announcementId: string; version: number; refusal: string }>('announcements.returned');

/** By the clock: the time of a scheduled one has come. */
export const publishScheduled = job<{ announcementId: string }>('announcements.publish_scheduled');

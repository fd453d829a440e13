import { job } from '../../platform/jobs/jobs.ts';

/** Facts that others act upon after the commit (notices, mails). */
export const announcementPublished = job<{ announcementId: string }>('announcements.published');
export const announcementCorrected = job<{ announcementId: string; version: number }>('announcements.corrected');
export const announcementWithdrawn = job<{ announcementId: string }>('announcements.withdrawn');
/** The organisations that have not acknowledged are reminded. */
export const acknowledgementReminded = job<{ announcementId: string }>('announcements.reminded');
/** A scheduled announcement could not be published and is a draft again. `refusal`: why, for whoever scheduled it. */
export const announcementReturned = job<{ announcementId: string; version: number; refusal: string }>('announcements.returned');

/** Runs at the time for which an announcement is scheduled. */
export const publishScheduled = job<{ announcementId: string }>('announcements.publish_scheduled');

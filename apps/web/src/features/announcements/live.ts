import type { LiveHandlers } from '../../lib/live.ts';

export const announcementsLive = {
  // Whether somebody may comment is said by the thread.
  'announcement.changed': (_, { refetch }) => refetch('Announcement', 'AnnouncementForm', 'Thread'),
  'announcement.acknowledged': (_, { refetch }) => refetch('Announcement'),
  'announcements.changed': (_, { refetch }) => refetch('Announcements', 'Announcement', 'Viewer', 'Home'),
  'announcement_desk.changed': (_, { refetch }) => refetch('AnnouncementDrafts', 'Announcements'),
  'announcement_read.changed': (_, { refetch }) => refetch('Announcements', 'Announcement', 'Viewer', 'Home'),
  'contacts.changed': (_, { refetch }) => refetch('OrganisationContacts'),
} satisfies Partial<LiveHandlers>;

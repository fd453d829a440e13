import type { LiveHandlers } from '../../lib/live.ts';

export const announcementsLive = {
  'announcement.changed': (_, { refetch }) => refetch('Announcement', 'AnnouncementEditor'),
  'announcement.acknowledged': (_, { refetch }) => refetch('Announcement'),
  'announcements.changed': (_, { refetch }) => refetch('Announcements', 'Announcement', 'Viewer', 'Home'),
  'announcement_desk.changed': (_, { refetch }) => refetch('AnnouncementDrafts'),
  'announcement_read.changed': (_, { refetch }) => refetch('Announcements', 'Viewer'),
  'contacts.changed': (_, { refetch }) => refetch('OrganisationPage', 'Organisation'),
} satisfies Partial<LiveHandlers>;

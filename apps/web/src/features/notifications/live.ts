import type { LiveHandlers } from '../../lib/live.ts';

export const notificationsLive = {
  // A list of groups is open without their rooms, and has their counts.
  // What waits for the administration of the platform has no event of its own: its notice tells.
  'notice.changed': (_, { refetch }) =>
    refetch('Viewer', 'WorkingGroups', 'Notices', 'Home', 'AdministrationCounts', 'UnansweredRequests', 'BarrierReports'),
} satisfies Partial<LiveHandlers>;

import type { LiveHandlers } from '../../lib/live.ts';

export const notificationsLive = {
  // What waits for the administration of the platform has no event of its own: its notice tells.
  'notice.changed': (_, { refetch }) =>
    refetch('Viewer', 'Notices', 'Home', 'AdministrationCounts', 'UnansweredRequests', 'BarrierReports'),
} satisfies Partial<LiveHandlers>;

import type { LiveHandlers } from '../../lib/live.ts';

export const notificationsLive = {
  'notice.changed': (_, { refetch }) => refetch('Viewer', 'Notices', 'Home'),
} satisfies Partial<LiveHandlers>;

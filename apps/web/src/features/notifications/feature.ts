import type { Feature } from '../../lib/feature.ts';

export const notifications = {
  routes: [
    { path: 'hinweise', lazy: async () => ({ Component: (await import('./notices-page.tsx')).NoticesPage }) },
    { path: 'hinweise/verfolgt', lazy: async () => ({ Component: (await import('./following-page.tsx')).FollowingPage }) },
  ],
  live: {
    // A list of groups is open without their rooms, and has their counts.
    // What waits for the administration of the platform has no event of its own: its notice tells.
    'notice.changed': (_, { refetch }) =>
      refetch(
        'Viewer',
        'WorkingGroups',
        'Notices',
        'Home',
        'Announcements',
        'AdministrationCounts',
        'UnansweredRequests',
        'BarrierReports',
      ),
  },
} satisfies Feature;

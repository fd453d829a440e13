import type { RouteObject } from 'react-router';

/** Parts of a group's page, below its head and tabs: `/arbeitsgruppen/:id/…` */
export const threadRoutes: RouteObject[] = [
  { path: 'diskussionen', lazy: async () => ({ Component: (await import('./list/threads-page.tsx')).ThreadsPage }) },
  { path: 'diskussionen/neu', lazy: async () => ({ Component: (await import('./list/new-thread-page.tsx')).NewThreadPage }) },
];

/** What moved last, on the group's first page. */
export const latestThreads: RouteObject = {
  index: true,
  lazy: async () => ({ Component: (await import('./list/latest-threads.tsx')).LatestThreads }),
};

/** A single discussion stands alone, with a frame of its own. */
export const threadPages: RouteObject[] = [
  {
    path: 'arbeitsgruppen/:id/diskussionen/:threadId',
    lazy: async () => ({ Component: (await import('./page/thread-page.tsx')).ThreadPage }),
  },
];

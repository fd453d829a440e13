import type { RouteObject } from 'react-router';
import type { PostAction } from '../../lib/feature.ts';

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

/** A single discussion stands alone, with a frame of its own. `actions`: what other features put below its posts. */
export const threadPages = (actions: readonly PostAction[]): RouteObject[] => [
  {
    path: 'arbeitsgruppen/:id/diskussionen/:threadId',
    lazy: async () => {
      const { ThreadPage } = await import('./page/thread-page.tsx');
      return { element: <ThreadPage actions={actions} /> };
    },
  },
];

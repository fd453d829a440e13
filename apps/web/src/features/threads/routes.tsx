import type { RouteObject } from 'react-router';

/** Pages of a single discussion, with a frame of their own. */
export const threadPages: RouteObject[] = [
  {
    path: 'arbeitsgruppen/:id/diskussionen/:threadId',
    lazy: async () => ({ Component: (await import('./page/thread-page.tsx')).ThreadPage }),
  },
];

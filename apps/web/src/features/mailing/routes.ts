import type { RouteObject } from 'react-router';

/** Without sign-in: where the link of a mail leads. */
export const openRoutes: RouteObject[] = [
  { path: 'abmelden/:token', lazy: async () => ({ Component: (await import('./off-page.tsx')).OffPage }) },
];

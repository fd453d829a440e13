import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const UndeliveredPage = lazy(async () => ({ default: (await import('./undelivered-page.tsx')).UndeliveredPage }));

export const administrationParts: RouteObject[] = [{ path: 'mails', element: <UndeliveredPage /> }];

/** Without sign-in: where the link of a mail leads. */
export const openRoutes: RouteObject[] = [
  { path: 'abmelden/:token', lazy: async () => ({ Component: (await import('./off-page.tsx')).OffPage }) },
];

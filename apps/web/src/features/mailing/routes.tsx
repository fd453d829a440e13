import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const UndeliveredPage = lazy(async () => ({ default: (await import('./undelivered-page.tsx')).UndeliveredPage }));

export const administrationParts: RouteObject[] = [{ path: 'mails', element: <UndeliveredPage /> }];

import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const UndeliveredPage = lazy(async () => ({ default: (await import('./undelivered-page.tsx')).UndeliveredPage }));

/** What LAND_ADMIN does with the mails; apart from the way that everybody's frame knows. */
export const administrationParts: RouteObject[] = [{ path: 'mails', element: <UndeliveredPage /> }];

import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const AuditPage = lazy(async () => ({ default: (await import('./audit-page.tsx')).AuditPage }));

export const administrationParts: RouteObject[] = [{ path: 'protokoll', element: <AuditPage /> }];

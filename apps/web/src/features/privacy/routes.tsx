import type { RouteObject } from 'react-router';

export const administrationParts: RouteObject[] = [
  { path: 'protokoll', lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }) },
];

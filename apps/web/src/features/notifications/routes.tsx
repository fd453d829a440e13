import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'hinweise', lazy: async () => ({ Component: (await import('./notices-page.tsx')).NoticesPage }) },
];

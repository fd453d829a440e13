import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'mein-tag', lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) }];

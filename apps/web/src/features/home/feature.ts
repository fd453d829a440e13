import type { Feature } from '../../lib/feature.ts';

export const home = {
  routes: [{ path: 'mein-tag', lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) }],
} satisfies Feature;

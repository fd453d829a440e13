import type { Feature } from '../../lib/feature.ts';

export const relevance = {
  routes: [{ path: 'sortierung', lazy: async () => ({ Component: (await import('./relevance-page.tsx')).RelevancePage }) }],
  live: {
    'preferences.changed': (_, { refetch }) => refetch('Preferences', 'Home'),
  },
} satisfies Feature;

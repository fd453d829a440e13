import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type Pages = typeof import('./pages.tsx');
const page = (path: string, pick: (pages: Pages) => ComponentType): RouteObject => ({
  path,
  lazy: async () => ({ Component: pick(await import('./pages.tsx')) }),
});

export const routes = [
  page('mitteilungen', (all) => all.ListPage),
  page('mitteilungen/entwuerfe', (all) => all.DraftsPage),
  page('mitteilungen/neu', (all) => all.NewPage),
  page('mitteilungen/:id', (all) => all.AnnouncementPage),
  page('mitteilungen/:id/bearbeiten', (all) => all.ComposePage),
];

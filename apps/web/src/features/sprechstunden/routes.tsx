import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type Pages = typeof import('./pages.ts');
const page = (path: string, pick: (pages: Pages) => ComponentType): RouteObject => ({
  path,
  lazy: async () => ({ Component: pick(await import('./pages.ts')) }),
});

export const routes = [
  page('sprechstunden', (all) => all.ListPage),
  page('sprechstunden/themenwuensche', (all) => all.WishesPage),
  page('sprechstunden/neu', (all) => all.NewEventPage),
  page('sprechstunden/reihen', (all) => all.SeriesPage),
  page('sprechstunden/:id', (all) => all.EventPage),
  page('sprechstunden/:id/bearbeiten', (all) => all.EditEventPage),
];

/** Read by everybody, signed in or not. */
export const openRoutes = [page('termine', (all) => all.PublicPage), page('termine/:jahr', (all) => all.YearPage)];

import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

type Pages = typeof import('./pages.ts');
const page = (path: string, pick: (pages: Pages) => ComponentType): RouteObject => ({
  path,
  lazy: async () => ({ Component: pick(await import('./pages.ts')) }),
});

/** Read by everybody, signed in or not. */
export const openRoutes = [
  page('newsletter', (all) => all.NewsletterPage),
  page('newsletter/:number', (all) => all.IssuePage),
  // bestaetigen, verwalten, abmelden: what the link may do, the server says.
  page('newsletter/:deed/:token', (all) => all.LinkPage),
];

export const routes = [page('newsletter/redaktion', (all) => all.DeskPage), page('newsletter/redaktion/:id', (all) => all.EditPage)];

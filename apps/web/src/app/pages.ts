import type { RouteObject } from 'react-router';
import { openRoutes as mailing } from '../features/mailing/routes.ts';
import { openRoutes as newsletter, routes as newsletterDesk } from '../features/newsletter/routes.tsx';
import { routes as announcements } from '../features/announcements/routes.tsx';
import { openRoutes as waysIn, routes as people } from '../features/people/routes.tsx';
import { groupQuestionRoutes, routes as questions } from '../features/questions/routes.tsx';
import { routes as site } from '../features/site/routes.tsx';
import { openRoutes as dates, routes as sprechstunden } from '../features/sprechstunden/routes.tsx';
import { latestThreads, threadPages, threadRoutes } from '../features/threads/routes.tsx';
import { routesWith as workingGroups } from '../features/working-groups/routes.tsx';
import type { Feature } from '../lib/feature.ts';
import { features } from './features.ts';

/*
 * Pages are loaded when they are opened (`lazy`). Nothing here needs a browser: the sweep of all pages
 * reads these lists as well.
 */

const all: readonly Feature[] = features;

/** Without sign-in. */
export const open: RouteObject[] = [...site, ...waysIn, ...dates, ...mailing, ...newsletter];

export const behindTheGate: RouteObject[] = [
  ...all.flatMap(({ routes }) => routes ?? []),
  ...workingGroups([...threadRoutes, ...groupQuestionRoutes], latestThreads),
  ...threadPages(all.flatMap(({ postActions }) => postActions ?? [])),
  ...sprechstunden,
  ...announcements,
  ...people,
  ...questions,
  ...newsletterDesk,
  { path: 'konto', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) },
  { path: 'verwaltung/*', lazy: async () => ({ Component: (await import('./administration.tsx')).Administration }) },
];

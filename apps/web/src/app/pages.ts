import type { RouteObject } from 'react-router';
import { routes as home } from '../features/home/routes.tsx';
import { routes as notifications } from '../features/notifications/routes.tsx';
import { routes as organisations } from '../features/organisations/routes.tsx';
import { openRoutes as waysIn, routes as people } from '../features/people/routes.tsx';
import { groupQuestionRoutes, routes as questions } from '../features/questions/routes.tsx';
import { routes as site } from '../features/site/routes.tsx';
import { openRoutes as dates, routes as sprechstunden } from '../features/sprechstunden/routes.tsx';
import { latestThreads, threadPages, threadRoutes } from '../features/threads/routes.tsx';
import { routesWith as workingGroups } from '../features/working-groups/routes.tsx';

/*
 * One line a feature. Pages are loaded when they are opened (`lazy`). Nothing here needs a browser: the sweep of all pages
 * reads these lists as well.
 */

/** Without sign-in. */
export const open: RouteObject[] = [...site, ...waysIn, ...dates];

export const behindTheGate: RouteObject[] = [
  ...home,
  ...workingGroups([...threadRoutes, ...groupQuestionRoutes], latestThreads),
  ...threadPages,
  ...sprechstunden,
  ...people,
  ...organisations,
  ...notifications,
  ...questions,
  { path: 'konto', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) },
  { path: 'verwaltung/*', lazy: async () => ({ Component: (await import('./administration.tsx')).Administration }) },
];

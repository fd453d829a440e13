import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { routes as home } from '../features/home/routes.tsx';
import { routes as notifications } from '../features/notifications/routes.tsx';
import { routes as organisations } from '../features/organisations/routes.tsx';
import { openRoutes as waysIn, routes as people } from '../features/people/routes.tsx';
import { routes as site } from '../features/site/routes.tsx';
import { threadPages, threadRoutes } from '../features/threads/index.ts';
import { routesWith as workingGroups } from '../features/working-groups/routes.tsx';
import { NotFoundState } from '../ui/states.tsx';
import { ErrorPage } from './error-page.tsx';
import { Gate } from './gate.tsx';
import { frameLinksOf } from './sections.ts';
import { Shell } from './shell.tsx';

/** One line a feature. Pages are loaded when they are opened (`lazy`). `open` ones need no sign-in. */
const open: RouteObject[] = [...site, ...waysIn];
const behindTheGate: RouteObject[] = [
  ...home,
  ...workingGroups(threadRoutes),
  ...threadPages,
  ...people,
  ...organisations,
  ...notifications,
  { path: 'konto', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) },
  { path: 'verwaltung/*', lazy: async () => ({ Component: (await import('./administration.tsx')).Administration }) },
];

const withData = async () => ({ Component: (await import('./data.tsx')).Data });

const pages: RouteObject[] = [
  { lazy: withData, children: open },
  { element: <Gate />, children: behindTheGate },
  { path: '*', element: <NotFoundState /> },
];
const links = frameLinksOf(pages);

const door: RouteObject = {
  index: true,
  lazy: async () => {
    const { Door } = await import('./door.tsx');
    return { element: <Door first={links.sections.find((place) => !place.newcomer)?.to ?? '/hilfe'} /> };
  },
};

export const router = createBrowserRouter([
  {
    element: (
      <Shell links={links}>
        <Outlet />
      </Shell>
    ),
    hydrateFallbackElement: <Shell links={links}>{null}</Shell>,
    // The boundary lies inside the frame, so that a broken page leaves the way to the others.
    children: [{ errorElement: <ErrorPage />, children: [door, ...pages] }],
  },
]);

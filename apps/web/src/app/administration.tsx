import { useRoutes, type RouteObject } from 'react-router';
import { AdministrationPage } from '../features/people/administration/administration-page.tsx';
import { administrationParts as people } from '../features/people/administration/routes.tsx';
import { administrationParts as privacy } from '../features/privacy/routes.tsx';
import { administrationParts as site } from '../features/site/administration/routes.tsx';
import { NotFoundState } from '../ui/states.tsx';

const routes: RouteObject[] = [
  { element: <AdministrationPage />, children: [...people, ...site, ...privacy] },
  { path: '*', element: <NotFoundState back={{ to: '/verwaltung', label: 'Zur Verwaltung' }} /> },
];

/** All below `/verwaltung`, one line a feature. Few people come here: even the list of its pages is loaded only then. */
export const Administration = () => useRoutes(routes);

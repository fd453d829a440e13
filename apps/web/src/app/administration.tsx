import { useRoutes, type RouteObject } from 'react-router';
import { AdministrationPage } from '../features/people/administration/administration-page.tsx';
import { NotFoundState } from '../ui/states.tsx';
import { administrationParts } from './administration-parts.ts';

const routes: RouteObject[] = [
  { element: <AdministrationPage />, children: administrationParts },
  { path: '*', element: <NotFoundState back={{ to: '/verwaltung', label: 'Zur Verwaltung' }} /> },
];

/** Few people come here: even the list of its pages is loaded only then. */
export const Administration = () => useRoutes(routes);

import { lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';

const OverviewPage = lazy(async () => ({ default: (await import('./overview-page.tsx')).OverviewPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people-page.tsx')).PeoplePage }));
const PersonPage = lazy(async () => ({ default: (await import('./person-page.tsx')).PersonPage }));
const RequestsPage = lazy(async () => ({ default: (await import('./requests-page.tsx')).RequestsPage }));
const CoordinationPage = lazy(async () => ({ default: (await import('./coordination-page.tsx')).CoordinationPage }));

export const administrationParts: RouteObject[] = [
  { index: true, element: <OverviewPage /> },
  { path: 'personen', element: <PeoplePage /> },
  { path: 'personen/:id', element: <PersonPage /> },
  { path: 'anfragen', element: <RequestsPage /> },
  { path: 'koordination', element: <CoordinationPage /> },
  // Proposals are decided where the groups are.
  { path: 'vorschlaege', element: <Navigate to="/arbeitsgruppen?liste=vorschlaege" replace /> },
];

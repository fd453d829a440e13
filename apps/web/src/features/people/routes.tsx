import { Navigate, type RouteObject } from 'react-router';

/** Ways in, also for who is not signed in yet: the sign-in comes back to them. */
export const openRoutes: RouteObject[] = [
  { path: 'einladung/:token', lazy: async () => ({ Component: (await import('./arrival/invitation-page.tsx')).InvitationPage }) },
  { path: 'erste-verwaltung', lazy: async () => ({ Component: (await import('./arrival/first-admin-page.tsx')).FirstAdminPage }) },
];

export const routes: RouteObject[] = [
  { path: 'ankommen', lazy: async () => ({ Component: (await import('./arrival/arrival-page.tsx')).ArrivalPage }) },
  { path: 'kommunen/:id/verwalten', lazy: async () => ({ Component: (await import('./desk/desk-page.tsx')).DeskPage }) },
];

export const administrationParts: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./administration/overview-page.tsx')).OverviewPage }) },
  { path: 'personen', lazy: async () => ({ Component: (await import('./administration/people-page.tsx')).PeoplePage }) },
  { path: 'personen/:id', lazy: async () => ({ Component: (await import('./administration/person-page.tsx')).PersonPage }) },
  { path: 'anfragen', lazy: async () => ({ Component: (await import('./administration/requests-page.tsx')).RequestsPage }) },
  { path: 'koordination', lazy: async () => ({ Component: (await import('./administration/coordination-page.tsx')).CoordinationPage }) },
  // Proposals are decided where the groups are.
  { path: 'vorschlaege', element: <Navigate to="/arbeitsgruppen?liste=vorschlaege" replace /> },
];

/** The frame of `/verwaltung`; each feature brings its parts. */
export const administrationPage = (parts: RouteObject[]): RouteObject => ({
  path: 'verwaltung',
  lazy: async () => ({ Component: (await import('./administration/administration-page.tsx')).AdministrationPage }),
  children: parts,
});

import type { RouteObject } from 'react-router';

/** Ways in, also for who is not signed in yet: the sign-in comes back to them. */
export const openRoutes: RouteObject[] = [
  { path: 'einladung/:token', lazy: async () => ({ Component: (await import('./arrival/invitation-page.tsx')).InvitationPage }) },
  { path: 'erste-verwaltung', lazy: async () => ({ Component: (await import('./arrival/first-admin-page.tsx')).FirstAdminPage }) },
];

export const routes: RouteObject[] = [
  { path: 'ankommen', lazy: async () => ({ Component: (await import('./arrival/arrival-page.tsx')).ArrivalPage }) },
  { path: 'kommunen/:id/verwalten', lazy: async () => ({ Component: (await import('./desk/desk-page.tsx')).DeskPage }) },
];

import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'kommunen', lazy: async () => ({ Component: (await import('./directory-page.tsx')).DirectoryPage }) },
  { path: 'kommunen/:id', lazy: async () => ({ Component: (await import('./organisation-page.tsx')).OrganisationPage }) },
];

import type { RouteObject } from 'react-router';

/** Open to everybody, signed in or not. */
export const routes: RouteObject[] = [
  { path: 'anmelden', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  { path: 'hilfe', lazy: async () => ({ Component: (await import('./help-page.tsx')).HelpPage }) },
];

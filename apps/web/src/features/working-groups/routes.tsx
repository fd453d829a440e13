import type { RouteObject } from 'react-router';

/**
 * All addresses below `/arbeitsgruppen`. `parts`: what other features show below a group's head and tabs; `overview`: what
 * they show in the middle of its first page.
 */
export const routesWith = (parts: RouteObject[], overview: RouteObject): RouteObject[] => [
  {
    path: 'arbeitsgruppen',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./list-page.tsx')).ListPage }) },
      { path: 'neu', lazy: async () => ({ Component: (await import('./new-page.tsx')).NewPage }) },
      { path: ':id/bearbeiten', lazy: async () => ({ Component: (await import('./edit-page.tsx')).EditPage }) },
      {
        path: ':id',
        lazy: async () => ({ Component: (await import('./group-page.tsx')).GroupPage }),
        children: [
          {
            lazy: async () => ({ Component: (await import('./overview-page.tsx')).OverviewPage }),
            children: [overview],
          },
          { path: 'mitglieder', lazy: async () => ({ Component: (await import('./members-page.tsx')).MembersPage }) },
          ...parts,
        ],
      },
    ],
  },
];

import type { Feature } from '../../lib/feature.ts';

export const organisations = {
  routes: [
    { path: 'kommunen', lazy: async () => ({ Component: (await import('./directory-page.tsx')).DirectoryPage }) },
    { path: 'kommunen/:id', lazy: async () => ({ Component: (await import('./organisation-page.tsx')).OrganisationPage }) },
  ],
  live: {
    'organisation.changed': (_, { refetch }) =>
      refetch(
        'Organisations',
        'OrganisationMap',
        'OrganisationCounts',
        'OrganisationPage',
        'OrganisationDesk',
        'WithoutCoordination',
        'AdministrationCounts',
      ),
  },
} satisfies Feature;

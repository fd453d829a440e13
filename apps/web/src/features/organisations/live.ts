import type { LiveHandlers } from '../../lib/live.ts';

export const organisationsLive = {
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
} satisfies Partial<LiveHandlers>;

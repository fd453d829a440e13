import type { LiveHandlers } from '../../lib/live.ts';

export const organisationsLive = {
  'organisation.changed': (_, { refetch }) => refetch('Organisations', 'OrganisationPage'),
} satisfies Partial<LiveHandlers>;

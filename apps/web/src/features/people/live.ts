import type { LiveHandlers } from '../../lib/live.ts';

export const peopleLive = {
  'affiliation.changed': (_, { refetch }) => refetch('OrganisationDesk', 'OrganisationPage'),
  'affiliation.ended': (_, { refetch }) => refetch('OrganisationDesk', 'OrganisationPage'),
  'organisation_desk.changed': (_, { refetch }) => refetch('OrganisationDesk', 'Home'),
  // What may be seen and done has changed: everything on the screen.
  'viewer.rights_changed': (_, { refetch }) => refetch('*'),
} satisfies Partial<LiveHandlers>;

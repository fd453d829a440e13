import type { LiveHandlers } from '../../lib/live.ts';

const desk = ['OrganisationDesk', 'DeskRequests', 'DeskInvitations', 'DeskPeople'];

export const peopleLive = {
  'affiliation.changed': (_, { refetch }) => refetch(...desk, 'OrganisationPage', 'OrganisationStaff'),
  'affiliation.ended': (_, { refetch }) => refetch(...desk, 'OrganisationPage', 'OrganisationStaff'),
  'organisation_desk.changed': (_, { refetch }) => refetch(...desk, 'OrganisationPage', 'Home'),
  // Who waits for nobody but the administration.
  'administration.changed': (_, { refetch }) => refetch('UnansweredRequests', 'AdministrationCounts', 'Home'),
  // What may be seen and done has changed: everything on the screen.
  'viewer.rights_changed': (_, { refetch }) => refetch('*'),
} satisfies Partial<LiveHandlers>;

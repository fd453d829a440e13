export { PeopleHooks } from './hooks.ts';
export { Invitations, type NewInvitation } from './invitations.service.ts';
export { affiliationDecided, affiliationRequested } from './jobs.ts';
export { personsById } from './loader.ts';
export { visiblePersons } from './policy.ts';
export { viewerOf } from './viewer.ts';

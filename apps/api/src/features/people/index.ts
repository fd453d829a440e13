export { PeopleHooks } from './hooks.ts';
export { Invitations } from './invitations.service.ts';
export { personsById } from './loader.ts';
export { viewerOf } from './viewer.ts';

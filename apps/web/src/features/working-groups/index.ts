export { InvitationActions } from './invitation-actions.tsx';
export { RequestActions } from './request-actions.tsx';
export { VolunteeringActions } from './volunteering-actions.tsx';
export { followHints, followWords, groupTitle } from './words.ts';

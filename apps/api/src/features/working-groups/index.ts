export { groupGate, groupView, groupViews } from './gate.ts';
export { groupLabel } from './label.ts';
export { groupsById, viewsOf } from './views.ts';
export { groupPolicy, hasPublicCard, holdsSeat, readableGroups, visibleGroups, type GroupView } from './policy.ts';

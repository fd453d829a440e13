export { groupGate, groupView, groupViews } from './gate.ts';
export { activeSeat, groupPolicy, holdsSeat, readableGroups, visibleGroups, type GroupView } from './policy.ts';

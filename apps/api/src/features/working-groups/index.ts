export { groupGate, groupView, groupViews } from './gate.ts';
export { activeSeat, groupPolicy, readableGroups, visibleGroups, type GroupView } from './policy.ts';

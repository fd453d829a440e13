export { groupGate, groupView, groupViews } from './gate.ts';
export { groupLabel } from './label.ts';
export { activeSeat, groupPolicy, holdsSeat, readableGroups, visibleGroups, type GroupView } from './policy.ts';

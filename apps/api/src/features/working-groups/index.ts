export { groupGate, groupView, groupViews } from './gate.ts';
export { activeSeat, groupPolicy, isInsider, readableGroups, visibleGroups, type GroupView } from './policy.ts';

export { eventView, eventViewsById } from './gate.ts';
export { eventLabel } from './label.ts';
export { eventPolicy, visibleEvents, type EventView } from './policy.ts';

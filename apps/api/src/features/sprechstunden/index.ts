export { eventView, eventViewsById } from './gate.ts';
export { eventLabel } from './label.ts';
export { eventPolicy, holdsEventSeat, visibleEvents, type EventView } from './policy.ts';

import { notificationsLive } from '../features/notifications/live.ts';
import { organisationsLive } from '../features/organisations/live.ts';
import { peopleLive } from '../features/people/live.ts';
import { threadsLive } from '../features/threads/live.ts';
import { workingGroupsLive } from '../features/working-groups/live.ts';
import type { LiveHandlers } from '../lib/live.ts';

/** An event of the contract that nobody handles does not compile. */
export const liveHandlers: LiveHandlers = {
  ...organisationsLive,
  ...peopleLive,
  ...workingGroupsLive,
  ...threadsLive,
  ...notificationsLive,
};

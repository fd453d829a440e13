import { notificationsLive } from '../features/notifications/live.ts';
import { organisationsLive } from '../features/organisations/live.ts';
import { peopleLive } from '../features/people/live.ts';
import { questionsLive } from '../features/questions/live.ts';
import { sprechstundenLive } from '../features/sprechstunden/live.ts';
import { threadsLive } from '../features/threads/live.ts';
import { workingGroupsLive } from '../features/working-groups/live.ts';
import type { ApolloClient } from '@apollo/client';
import { Live, type LiveHandlers } from '../lib/live.ts';
import type { Session } from '../lib/session.ts';

/** An event of the contract that nobody handles does not compile. */
export const liveHandlers: LiveHandlers = {
  ...organisationsLive,
  ...peopleLive,
  ...workingGroupsLive,
  ...threadsLive,
  ...questionsLive,
  ...sprechstundenLive,
  ...notificationsLive,
};

export const openLive = (session: Session, client: ApolloClient): Live => new Live(session, client, liveHandlers);

import { announcementsLive } from '../features/announcements/live.ts';
import { newsletterLive } from '../features/newsletter/live.ts';
import { peopleLive } from '../features/people/live.ts';
import { questionsLive } from '../features/questions/live.ts';
import { sprechstundenLive } from '../features/sprechstunden/live.ts';
import { threadsLive } from '../features/threads/live.ts';
import { workingGroupsLive } from '../features/working-groups/live.ts';
import type { ApolloClient } from '@apollo/client';
import { liveOf } from '../lib/feature.ts';
import { Live, type LiveHandlers } from '../lib/live.ts';
import type { Session } from '../lib/session.ts';
import { features } from './features.ts';

/** An event of the contract that nobody handles does not compile. */
export const liveHandlers: LiveHandlers = {
  ...liveOf(features),
  ...peopleLive,
  ...workingGroupsLive,
  ...threadsLive,
  ...questionsLive,
  ...sprechstundenLive,
  ...announcementsLive,
  ...newsletterLive,
};

export const openLive = (session: Session, client: ApolloClient): Live => new Live(session, client, liveHandlers);

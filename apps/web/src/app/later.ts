import type { ApolloClient } from '@apollo/client';
import { registerWorker } from '../features/offline/register.ts';
import { keeperOf } from '../features/offline/start.ts';
import { tend } from '../features/push/tend.ts';
import type { Live } from '../lib/live.ts';
import { typePolicies } from './cache.ts';
import { openLive } from './live.ts';
import type { Started } from './started.ts';

/** What comes once somebody's first page is usable. */
export function openLater({ session, config }: Started, client: ApolloClient): Live {
  const live = openLive(session, client);
  const keeper = keeperOf(session);
  keeper.show({ client, live, typePolicies });
  void keeper.begin(config).catch(() => undefined); // a browser without room for it
  void registerWorker();
  // Started without the server, nobody is asked anything yet.
  if (session.state !== 'offline') {
    void live.connect();
    void tend(client, session.subject).catch(() => undefined); // the next page tries again
  }
  return live;
}

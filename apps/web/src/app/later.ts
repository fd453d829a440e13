import type { ApolloClient } from '@apollo/client';
import { registerWorker } from '../features/offline/register.ts';
import { tend } from '../features/push/tend.ts';
import type { Live } from '../lib/live.ts';
import type { Session } from '../lib/session.ts';
import { openLive } from './live.ts';

/** What comes once somebody's first page is usable. */
export function openLater(session: Session, client: ApolloClient): Live {
  void registerWorker();
  void tend(client, session.subject).catch(() => undefined); // the next page tries again
  return openLive(session, client);
}

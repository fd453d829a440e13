import { createContext, use } from 'react';
import { loadConfig, type WebConfig } from '../lib/config.ts';
import { Session } from '../lib/session.ts';

export interface Started {
  config: WebConfig;
  session: Session;
}

/** Once a page load: what the server says, and whether somebody is signed in. */
async function start(): Promise<Started> {
  const config = await loadConfig();
  const session = new Session(config);
  await session.start();
  return { config, session };
}
export const starting = start();

export const StartedContext = createContext<Started | null>(null);
export function useStarted(): Started {
  const started = use(StartedContext);
  if (!started) throw new Error('not started');
  return started;
}

import { createContext, use } from 'react';
import type { WebConfig } from '../lib/config.ts';
import type { Session } from '../lib/session.ts';

export interface Started {
  config: WebConfig;
  session: Session;
}

export const StartedContext = createContext<Started | null>(null);
export function useStarted(): Started {
  const started = use(StartedContext);
  if (!started) throw new Error('not started');
  return started;
}

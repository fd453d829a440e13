import { createContext, use } from 'react';
import type { Started } from './starting.ts';

export const StartedContext = createContext<Started | null>(null);
export function useStarted(): Started {
  const started = use(StartedContext);
  if (!started) throw new Error('not started');
  return started;
}

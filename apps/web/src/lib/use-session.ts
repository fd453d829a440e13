import { createContext, use, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session.ts';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('no session around');
  return session;
}

/** When the session ends, once that is near and cannot be put off. */
export function useSessionEnd(): number | null {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.endsAt);
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state);
}

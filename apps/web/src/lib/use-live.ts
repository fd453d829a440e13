import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { ConnectionState, Live } from './live.ts';

/** null: nobody is signed in, or a component stands alone in a test. */
export const LiveContext = createContext<Live | null>(null);

const never = () => () => undefined;

/**
 * Hears a room while the component is shown. Answers whether a query may be sent: while connected, only once the room's
 * count is known (some milliseconds), so that nothing falls between the answer and the first event; without a connection
 * at once.
 */
export function useRoom(room: string | null, focus?: string): boolean {
  const live = use(LiveContext);
  useEffect(() => (live && room ? live.watch(room, focus) : undefined), [live, room, focus]);
  return useSyncExternalStore(live?.subscribe ?? never, () => !live || !room || live.state !== 'online' || live.isOpen(room));
}

export function useConnection(): ConnectionState {
  const live = use(LiveContext);
  return useSyncExternalStore(live?.subscribe ?? never, () => live?.state ?? 'off');
}

/** Calls back when what is on the screen has to be read anew. */
export function useReset(callback: () => void): void {
  const live = use(LiveContext);
  useEffect(() => live?.onReset(callback), [live, callback]);
}

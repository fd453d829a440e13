import { createContext, use, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { ConnectionState, Live } from './live.ts';

/** null: nobody is signed in, or a component stands alone in a test. */
export const LiveContext = createContext<Live | null>(null);

const never = () => () => undefined;

/**
 * Hears a room while the component is shown. Answers whether a query may be sent: while connected, only once the room's
 * count is known (some milliseconds), so that nothing falls between the answer and the first event; without a connection
 * at once, also while the socket has not noticed yet. Once yes, it stays yes for this room: a query that was let through is never taken from the screen again.
 */
export function useRoom(room: string | null, focus?: string): boolean {
  const live = use(LiveContext);
  const [passed, pass] = useState<string | null>(null);
  useEffect(() => (live && room ? live.watch(room, focus) : undefined), [live, room, focus]);
  const open = useSyncExternalStore(
    live?.subscribe ?? never,
    () => !live || !room || live.state !== 'online' || !navigator.onLine || live.isOpen(room),
  );
  if (open && passed !== room) pass(room);
  return open || passed === room;
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

/** Calls back when the connection is there again after it was lost, as the socket or the browser notices it. */
export function useReconnect(callback: () => void): void {
  const live = use(LiveContext);
  const back = useEffectEvent(callback);
  useEffect(() => {
    const online = () => back();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);
  useEffect(() => {
    if (!live) return;
    let before = live.state;
    return live.subscribe(() => {
      if (live.state === 'online' && before === 'lost') back();
      if (live.state !== 'connecting') before = live.state;
    });
  }, [live]);
}

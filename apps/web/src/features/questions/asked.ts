/** A question that somebody just asked, as every reader may see it; `row` fits the cache. */
type Listener = (row: object) => void;

const listeners = new Map<string, Set<Listener>>();

/** Answers whether a screen took it: otherwise it has to be asked for. */
export function tellAsked(homeId: string, row: unknown): boolean {
  const found = row ? listeners.get(homeId) : undefined;
  found?.forEach((listener) => listener(row as object));
  return found !== undefined && found.size > 0;
}

export function onAsked(homeId: string, listener: Listener): () => void {
  const all = listeners.get(homeId) ?? new Set();
  listeners.set(homeId, all.add(listener));
  return () => void all.delete(listener);
}

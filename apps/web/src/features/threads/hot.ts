import type { HeardPost } from './posts/state.ts';

export type HotName = 'post.written' | 'post.edited' | 'post.deleted' | 'post.restored' | 'post.reacted' | 'post.accepted';
export type HotEvent = { name: HotName; threadId: string; postId: string; no: number; post: HeardPost | null };

const listeners = new Map<string, Set<(event: HotEvent) => void>>();

/** Hands a hot event to the page that shows its thread, past Apollo's cache. */
export const tellHot = (event: HotEvent): void => listeners.get(event.threadId)?.forEach((listener) => listener(event));

export const isShown = (threadId: string): boolean => listeners.has(threadId);

export function hearHot(threadId: string, listener: (event: HotEvent) => void): () => void {
  const all = listeners.get(threadId) ?? new Set();
  listeners.set(threadId, all.add(listener));
  return () => {
    all.delete(listener);
    if (all.size === 0) listeners.delete(threadId);
  };
}

const drafts = new Set<(key: string) => void>();
/** A draft was saved, sent or discarded, here or on another device. */
export const tellDraft = (key: string): void => drafts.forEach((listener) => listener(key));
export function hearDrafts(listener: (key: string) => void): () => void {
  drafts.add(listener);
  return () => void drafts.delete(listener);
}

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useReset } from '../../../lib/use-live.ts';
import { useViewer } from '../../people/index.ts';
import { hearHot } from '../hot.ts';
import { postSource } from './source.ts';
import { PostsStore } from './store.ts';
import type { IsMine, PostsState } from './state.ts';

/** The posts of one thread, from where it opens; fresh as long as the component is shown. */
export function usePosts(threadId: string, from: number): { store: PostsStore; state: PostsState } {
  const client = useApolloClient();
  const viewer = useViewer();
  const [store] = useState(() => {
    const isMine: IsMine = ({ kind, targetId }) => {
      if (kind === 'PERSON') return targetId === viewer.person.id;
      if (kind === 'ORGANISATION') return viewer.affiliations.some((a) => a.organisation.id === targetId);
      return undefined;
    };
    return new PostsStore(postSource(client, threadId), isMine);
  });
  const [start] = useState(from);
  useEffect(() => {
    const stop = hearHot(threadId, store.hear);
    void store.startAt(start);
    return () => {
      stop();
      store.stop();
    };
  }, [store, threadId, start]);
  useReset(useCallback(() => void store.startAfresh(firstInView()), [store]));
  return { store, state: useSyncExternalStore(store.subscribe, store.getState) };
}

/** The number of the first post in the screen. */
function firstInView(): number {
  for (const post of document.querySelectorAll<HTMLElement>('[data-no]'))
    if (post.getBoundingClientRect().bottom > 0) return Number(post.dataset['no']);
  return Number.MAX_SAFE_INTEGER;
}

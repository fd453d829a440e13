import { useEffect, useRef, type RefObject } from 'react';
import { useSearchParams } from 'react-router';
import type { PostsStore } from '../posts/store.ts';
import { endNo, firstNo, type PostsState } from '../posts/state.ts';
import type { Start } from '../posts/start.ts';

type ArrivalProps = { store: PostsStore; state: PostsState; box: RefObject<HTMLOListElement | null>; show: Start['show'] };

const context = 10;

/** The post that the address names. */
export function useWanted(): number | null {
  const [search] = useSearchParams();
  const no = Number(search.get('beitrag'));
  return Number.isInteger(no) && no > 0 ? no : null;
}

/** Brings into view where the thread opens, and later whatever post the address names. */
export function useArrival({ store, state, box, show }: ArrivalProps): void {
  const wanted = useWanted();
  const arrived = useRef(false);
  const last = useRef<number | null>(null);
  const loaded = state.window.length > 0;
  const there = wanted !== null && ((wanted >= firstNo(state) && wanted <= endNo(state)) || state.first?.no === wanted);

  useEffect(() => {
    const list = box.current;
    if (!loaded || !list || arrived.current) return;
    arrived.current = true;
    if (show === 'top') return;
    if (show === 'end') list.lastElementChild?.scrollIntoView({ block: 'nearest' });
    else if (wanted === null) {
      const line = list.querySelector('.thr-new');
      // The first unread post begins in the upper half already: a short thread needs no jump.
      if (line && line.getBoundingClientRect().top > innerHeight / 2) line.scrollIntoView({ block: 'start' });
    }
  }, [loaded, box, show, wanted]);

  useEffect(() => {
    if (wanted === null) last.current = null;
    if (wanted === null || !loaded || last.current === wanted || wanted > state.lastNo) return;
    if (!there) {
      if (!state.asked.start) void store.startAt(Math.max(1, wanted - context));
      return;
    }
    const post = box.current?.querySelector<HTMLElement>(`[data-no="${wanted}"]`);
    if (!post) return;
    last.current = wanted;
    post.scrollIntoView({ block: 'start' });
    post.focus({ preventScroll: true });
  }, [store, box, wanted, there, loaded, state]);
}

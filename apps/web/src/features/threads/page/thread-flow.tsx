import { useCallback, useEffect, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { PostAction } from '../../../lib/feature.ts';
import { useViewer } from '../../people/index.ts';
import { announce } from '../../../ui/live-region.tsx';
import { MarkReadDocument, type ThreadHeadFragment } from '../documents.generated.ts';
import { placeOfThread } from '../editor/place.ts';
import { EditPost } from '../posts/edit-post.tsx';
import { History } from '../posts/history.tsx';
import { PostItem } from '../posts/post-item.tsx';
import { PostList } from '../posts/post-list.tsx';
import { whereToStart, type Start } from '../posts/start.ts';
import { firstNo, othersSince, waitingCount, type PostsState, type ShownPost } from '../posts/state.ts';
import type { PostsStore } from '../posts/store.ts';
import { useInView } from '../posts/use-in-view.ts';
import { usePosts } from '../posts/use-posts.ts';
import { useSeen } from '../posts/use-seen.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import { NewPosts } from './new-posts.tsx';
import { useArrival, useWanted } from './use-arrival.ts';
import { usePostDeeds } from './use-post-deeds.ts';

const settle = 200;
const none: readonly PostAction[] = [];

/** As it was when the page was opened: reading must not move the line or the fold. */
type Opened = { readNo: number; lastNo: number; start: Start };
export type ThreadPosts = { opened: Opened; wanted: number | null; store: PostsStore; state: PostsState };

/** The posts of a thread, from where its reader left off or the address leads. */
export function useThreadPosts(thread: ThreadHeadFragment): ThreadPosts {
  const wanted = useWanted();
  const [opened] = useState(() => ({ readNo: thread.readNo, lastNo: thread.lastNo, start: whereToStart({ ...thread, wanted }) }));
  return { opened, wanted, ...usePosts(thread.id, opened.start.from) };
}

type ThreadFlowProps = {
  thread: ThreadHeadFragment;
  posts: ThreadPosts;
  /** Of other features, below each post. */
  actions?: readonly PostAction[];
  /** Why there is nothing to write here, for who may not. */
  silent: string;
  /** What stands there while nobody wrote. */
  empty?: string;
};

/** Posts, what is new below them, and the field for the next one: of a discussion, or of the answers to a question. */
export function ThreadFlow({ thread, posts: { opened, wanted, store, state }, actions = none, silent, empty }: ThreadFlowProps) {
  const client = useApolloClient();
  const box = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const [editing, edit] = useState<number | null>(null);
  const [past, showPast] = useState<ShownPost | null>(null);
  const [asked] = useState(() => ({ edit: (post: ShownPost) => edit(post.no), history: (post: ShownPost) => showPast(post) }));
  const [writing, setWriting] = useState(false);
  const [held, hold] = useState(false);
  const [sending, setSending] = useState(false);
  const waiting = sending ? 0 : waitingCount(state);
  const atEnd = useInView(end, 0, state.window);

  useArrival({ store, state, box, show: opened.start.show });
  const mark = useCallback(
    (no: number) => client.mutate({ mutation: MarkReadDocument, variables: { threadId: thread.id, no } }),
    [client, thread.id],
  );
  useSeen({ list: box, posts: state.window, readNo: thread.readNo, holds: firstNo(state) > thread.readNo + 1, mark });
  useEffect(() => {
    if (!atEnd || waiting === 0 || writing || held) return;
    // A moment later: the focus may be on its way from the text to the button.
    const timer = setTimeout(() => void store.showWaiting(), settle);
    return () => clearTimeout(timer);
  }, [store, atEnd, waiting, writing, held]);
  useAnnouncements(state);
  const closeEditor = (no: number) => {
    edit(null);
    // What had the focus is gone; it goes back to the post.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-no="${no}"]`)?.focus({ preventScroll: true }));
  };
  const deeds = usePostDeeds(store, composer, asked);

  return (
    <>
      <PostList
        store={store}
        state={state}
        box={box}
        end={end}
        readNo={opened.readNo}
        openedAt={opened.start.from}
        writing={writing}
        empty={empty}
      >
        {(post) => (
          <PostItem
            key={post.no}
            post={post}
            mayReply={thread.viewerCan.reply}
            mayReact={thread.viewerCan.react}
            mayAccept={thread.viewerCan.accept}
            deeds={deeds}
            actions={actions}
            meant={post.no === wanted}
            fresh={post.no > opened.lastNo}
            editor={
              post.no === editing && !post.deleted ? (
                <EditPost post={post} place={placeOfThread(thread)} store={store} onClose={() => closeEditor(post.no)} />
              ) : null
            }
          />
        )}
      </PostList>
      <NewPosts count={waiting} store={store} box={box} onHold={hold} />
      <Composer ref={composer} thread={thread} store={store} silent={silent} onWriting={setWriting} onSending={setSending} />
      {past && <History post={past} onClose={() => showPast(null)} />}
    </>
  );
}

/** One sentence for all that others wrote in a moment. */
function useAnnouncements(state: PostsState): void {
  const me = useViewer().person.id;
  const { lastNo } = state;
  const told = useRef(0);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  useEffect(() => {
    if (told.current === 0 || lastNo <= told.current) {
      told.current = Math.max(told.current, lastNo);
      return;
    }
    const timer = setTimeout(() => {
      const count = othersSince(latest.current, told.current, me);
      if (count > 0) announce(count === 1 ? 'Ein neuer Beitrag' : `${count} neue Beiträge`);
      told.current = lastNo;
    }, 1_000);
    return () => clearTimeout(timer);
  }, [lastNo, me]);
}

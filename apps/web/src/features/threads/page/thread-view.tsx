import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { formatDayMonth } from '../../../lib/dates.ts';
import type { PostAction } from '../../../lib/feature.ts';
import { useViewer } from '../../people/index.ts';
import { groupTitle } from '../../working-groups/index.ts';
import { announce } from '../../../ui/live-region.tsx';
import { Dotted } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Columns } from '../../../ui/section.tsx';
import { MarkReadDocument, type ThreadQuery } from '../documents.generated.ts';
import { EditPost } from '../posts/edit-post.tsx';
import { History } from '../posts/history.tsx';
import { PostItem } from '../posts/post-item.tsx';
import { PostList } from '../posts/post-list.tsx';
import { whereToStart } from '../posts/start.ts';
import { firstNo, othersSince, waitingCount, type PostsState, type ShownPost } from '../posts/state.ts';
import { useInView } from '../posts/use-in-view.ts';
import { usePosts } from '../posts/use-posts.ts';
import { useSeen } from '../posts/use-seen.ts';
import { kindWords } from '../words.ts';
import { NewPosts } from './new-posts.tsx';
import { Rail } from './rail.tsx';
import { Stand } from './stand.tsx';
import { ThreadMenu } from './thread-menu.tsx';
import { useArrival, useWanted } from './use-arrival.ts';
import { usePostDeeds } from './use-post-deeds.ts';
import { Composer, type ComposerHandle } from './composer.tsx';

type Thread = ThreadQuery['thread'];

const settle = 200;

export function ThreadView({ thread, actions }: { thread: Thread; actions: readonly PostAction[] }) {
  const client = useApolloClient();
  const wanted = useWanted();
  // As it was when the page was opened: reading must not move the line or the fold.
  const [opened] = useState(() => ({ readNo: thread.readNo, lastNo: thread.lastNo, start: whereToStart({ ...thread, wanted }) }));
  const { store, state } = usePosts(thread.id, opened.start.from);
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
  const lastNo = Math.max(state.lastNo, thread.lastNo);
  const organisations = useMemo(() => new Set(thread.participants.map((p) => p.organisation.id)).size, [thread.participants]);

  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Arbeitsgruppen', to: '/arbeitsgruppen' },
          { label: groupTitle(thread.group), to: `/arbeitsgruppen/${thread.groupId}` },
          { label: 'Diskussionen', to: `/arbeitsgruppen/${thread.groupId}/diskussionen` },
          { label: thread.title },
        ]}
        title={thread.title}
        meta={
          <Dotted
            parts={[
              kindWords[thread.kind],
              thread.closed ? 'geschlossen' : `offen seit ${formatDayMonth(thread.createdAt)}`,
              `${counted(lastNo, 'Beitrag', 'Beiträge')} von ${counted(thread.participantCount, 'Person', 'Personen')}${
                thread.participants.length === thread.participantCount ? ` aus ${counted(organisations, 'Verwaltung', 'Verwaltungen')}` : ''
              }`,
            ]}
          />
        }
        actions={<ThreadMenu thread={thread} />}
        {...(thread.pinned || thread.closed ? { tags: <States thread={thread} /> } : {})}
      />
      <Columns rail={<Rail thread={thread} />}>
        <div className="thr-flow">
          <Stand thread={thread} />
          <PostList store={store} state={state} box={box} end={end} readNo={opened.readNo} openedAt={opened.start.from} writing={writing}>
            {(post) => (
              <PostItem
                key={post.no}
                post={post}
                mayReply={thread.viewerCan.reply}
                mayReact={thread.viewerCan.react}
                deeds={deeds}
                actions={actions}
                meant={post.no === wanted}
                fresh={post.no > opened.lastNo}
                editor={
                  post.no === editing && !post.deleted ? (
                    <EditPost post={post} groupId={thread.groupId} store={store} onClose={() => closeEditor(post.no)} />
                  ) : null
                }
              />
            )}
          </PostList>
          <NewPosts count={waiting} store={store} box={box} onHold={hold} />
          <Composer ref={composer} thread={thread} store={store} onWriting={setWriting} onSending={setSending} />
        </div>
      </Columns>
      {past && <History post={past} onClose={() => showPast(null)} />}
    </>
  );
}

function States({ thread }: { thread: Thread }) {
  return (
    <>
      {thread.pinned && <Tag icon="keep">Angeheftet</Tag>}
      {thread.closed && <Tag icon="lock">Geschlossen</Tag>}
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

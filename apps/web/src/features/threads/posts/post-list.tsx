import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { counted } from '../../../lib/counts.ts';
import { useViewer } from '../../people/index.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { LoadingRows } from '../../../ui/states.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { daysBetween } from '../words.ts';
import { KeepPosition } from './keep-position.tsx';
import { endNo, firstApart, firstNew, firstNo, type PostsState, type ShownPost } from './state.ts';
import type { PostsStore } from './store.ts';
import { useInView } from './use-in-view.ts';

type PostListProps = {
  store: PostsStore;
  state: PostsState;
  box: RefObject<HTMLOListElement | null>;
  end: RefObject<HTMLDivElement | null>;
  /** Read up to here when the thread was opened: these are folded away, and the line stands below them. */
  readNo: number;
  /** Where the thread was opened: what lies before it is folded. */
  openedAt: number;
  /** While somebody writes below the list, nothing is added to it by itself: what they write in would move. */
  writing: boolean;
  /** Of a thread without posts: what to say instead. */
  empty?: string | undefined;
  children: (post: ShownPost) => ReactNode;
};

/** The posts that are in the page, and what lies before, between and after them. */
export function PostList({ store, state, box, end, readNo, openedAt, writing, empty, children }: PostListProps) {
  const { window: posts, lastNo, shownTo, asked, failed } = state;
  // What once stood in the page is not taken away when the writing begins.
  const [stood, setStood] = useState(0);
  if (!writing && stood !== endNo(state)) setStood(endNo(state));
  const shown = posts.filter((post) => !writing || post.no <= Math.max(stood, shownTo));
  const newNo = firstNew(shown, readNo, useViewer().person.id);
  const [unfolded, unfold] = useState(false);
  const revealed = useRef<number | null>(null);
  const gap = useRef<HTMLLIElement>(null);
  const first = firstApart(state);
  const from = firstNo(state);
  const to = endNo(state);
  const before = from - (first ? 2 : 1);
  const folded = !unfolded && from <= openedAt && from - 1 <= readNo;
  const gapInView = useInView(gap, 600, from);
  const endInView = useInView(end, 600, to);

  useEffect(() => {
    if (gapInView && !folded && before > 0 && !failed) void store.more('before');
  }, [store, gapInView, folded, before, failed]);
  useEffect(() => {
    if (endInView && to < lastNo && !writing && !failed) void store.more('after');
  }, [store, endInView, to, lastNo, writing, failed]);
  useEffect(() => {
    if (revealed.current === null || from >= revealed.current) return;
    // The first post stood there before.
    box.current?.querySelector<HTMLElement>(`[data-no="${Math.max(from, 2)}"]`)?.focus();
    revealed.current = null;
  }, [box, from]);

  if (posts.length === 0) {
    if (failed) return <LoadFailed store={store} />;
    return empty !== undefined && lastNo === 0 ? (
      <p className="ui-meta">{empty}</p>
    ) : (
      <LoadingRows rows={5} label="Beiträge werden geladen" />
    );
  }
  return (
    <KeepPosition className="thr-posts">
      <ol className="thr-list" ref={box} role="list" aria-label="Beiträge">
        {first && children(first)}
        {before > 0 && (
          <li className="thr-gap" ref={gap}>
            <button
              type="button"
              className="ui-link"
              aria-disabled={asked.before !== undefined}
              onClick={() => {
                unfold(true);
                revealed.current = from;
                void store.more('before');
              }}
            >
              <Icon name="unfold-more" />
              {gapWords(before, from - 1 <= readNo)}
            </button>
            {first && posts[0] && <span className="ui-meta"> ({daysBetween(first.createdAt, posts[0].createdAt)})</span>}
          </li>
        )}
        {shown.map((post) => [
          post.no === newNo && <NewLine key="new" since={posts.find((p) => p.no === readNo)?.createdAt ?? post.createdAt} />,
          children(post),
        ])}
      </ol>
      {failed && <LoadFailed store={store} />}
      {to < lastNo && !(writing && to >= shownTo) && !failed && (
        <div className="ui-pager ui-noprint">
          <Button icon="keyboard-arrow-down" busy={asked.after !== undefined} onClick={() => void store.more('after')}>
            {`Weitere Beiträge laden (noch ${lastNo - to})`}
          </Button>
        </div>
      )}
      <div ref={end} />
    </KeepPosition>
  );
}

const gapWords = (count: number, read: boolean): string =>
  `${counted(count, `${read ? 'gelesenen' : 'früheren'} Beitrag`, `${read ? 'gelesene' : 'frühere'} Beiträge`)} zeigen`;

function NewLine({ since }: { since: string }) {
  return (
    <li className="thr-new" id="neu">
      <span>
        Neu seit <RelativeTime at={since} />
      </span>
    </li>
  );
}

function LoadFailed({ store }: { store: PostsStore }) {
  return (
    <Alert kind="danger" title="Die Beiträge konnten nicht geladen werden" urgent>
      <Button icon="refresh" onClick={() => void store.retry()}>
        Erneut versuchen
      </Button>
    </Alert>
  );
}

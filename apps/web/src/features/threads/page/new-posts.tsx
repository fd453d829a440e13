import type { RefObject } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import type { PostsStore } from '../posts/store.ts';

type NewPostsProps = { count: number; store: PostsStore; box: RefObject<HTMLOListElement | null> };

/** What came while somebody reads further up, or writes: it waits here, so that nothing moves. */
export function NewPosts({ count, store, box }: NewPostsProps) {
  if (count <= 0) return null;
  const show = async () => {
    const { shownTo } = store.getState();
    await store.showWaiting();
    requestAnimationFrame(() => {
      const posts = [...(box.current?.querySelectorAll<HTMLElement>('[data-no]') ?? [])];
      const target = posts.find((post) => Number(post.dataset['no']) > shownTo) ?? posts.at(-1);
      target?.scrollIntoView({ block: 'center' });
      target?.focus({ preventScroll: true });
    });
  };
  return (
    <div className="thr-newposts ui-noprint">
      <button type="button" className="ui-pill" onClick={() => void show()}>
        <Icon name="arrow-downward" />
        {count === 1 ? '1 neuer Beitrag' : `${count} neue Beiträge`}
      </button>
    </div>
  );
}

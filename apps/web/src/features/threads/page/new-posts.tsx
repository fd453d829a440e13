import type { RefObject } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import type { PostsStore } from '../posts/store.ts';

type NewPostsProps = {
  count: number;
  store: PostsStore;
  box: RefObject<HTMLOListElement | null>;
  /** While the button has the focus it stays: it would vanish under the finger. */
  onHold: (held: boolean) => void;
};

/** Leads to what came while somebody reads further up, or writes. */
export function NewPosts({ count, store, box, onHold }: NewPostsProps) {
  if (count <= 0) return null;
  const show = async () => {
    const { shownTo } = store.getState();
    await store.showWaiting();
    onHold(false);
    requestAnimationFrame(() => {
      const posts = [...(box.current?.querySelectorAll<HTMLElement>('[data-no]') ?? [])];
      const target = posts.find((post) => Number(post.dataset['no']) > shownTo) ?? posts.at(-1);
      target?.scrollIntoView({ block: 'center' });
      target?.focus({ preventScroll: true });
    });
  };
  return (
    <div className="thr-newposts ui-noprint">
      <button
        type="button"
        className="ui-pill"
        onClick={() => void show()}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
        // The focus stays in the text until the click is done.
        onPointerDown={(event) => event.preventDefault()}
      >
        <Icon name="arrow-downward" />
        {count === 1 ? '1 neuer Beitrag' : `${count} neue Beiträge`}
      </button>
    </div>
  );
}

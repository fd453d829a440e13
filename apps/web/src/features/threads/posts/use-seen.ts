import { useEffect, useState, type RefObject } from 'react';

/** How long seen posts are gathered before they are told. */
const gather = 1_200;

type Mark = (no: number) => Promise<unknown>;

/** Tells the highest number that came into view, and never a lower one than before. */
class SeenTeller {
  private seen = 0;
  private told = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  mark: Mark = () => Promise.resolve();

  isNew = (no: number): boolean => no > this.told;

  knows(readNo: number): void {
    this.told = Math.max(this.told, readNo);
  }

  see(no: number): void {
    this.seen = Math.max(this.seen, no);
    if (this.isNew(this.seen)) this.timer ??= setTimeout(this.tell, gather);
  }

  tell = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    const before = this.told;
    if (this.seen <= before) return;
    this.told = this.seen;
    this.mark(this.seen).catch(() => {
      // Told again with the next post that comes into view, or when the page is left.
      this.told = before;
    });
  };
}

type SeenProps = {
  list: RefObject<HTMLElement | null>;
  /** Changes with the posts that are in the page. */
  posts: unknown;
  readNo: number;
  /** Posts before the window are unread: to mark one would mark them all. */
  holds: boolean;
  mark: Mark;
};

/** Marks posts as read when they come into view. */
export function useSeen({ list, posts, readNo, holds, mark }: SeenProps): void {
  const [teller] = useState(() => new SeenTeller());
  useEffect(() => {
    Object.assign(teller, { mark });
    teller.knows(readNo);
  }, [teller, mark, readNo]);

  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && teller.tell();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      teller.tell();
    };
  }, [teller]);

  useEffect(() => {
    const box = list.current;
    if (!box || holds) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (document.visibilityState === 'hidden') return;
        for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
          // Half of it, or for a long one half of the screen.
          if (isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2))
            teller.see(Number((target as HTMLElement).dataset['no']));
        }
      },
      { threshold: [0.05, 0.25, 0.5, 0.75, 1] },
    );
    for (const post of box.querySelectorAll<HTMLElement>('[data-no]')) if (teller.isNew(Number(post.dataset['no']))) observer.observe(post);
    return () => observer.disconnect();
  }, [list, posts, holds, teller]);
}

import { Component, createRef, type ReactNode } from 'react';

type Anchor = { find: () => Element | null; top: number };
type Before = { anchor: Anchor | null; focused: string | null };

/** Below the sticky header. */
const headerHeight = (): number => document.querySelector('.ui-head')?.getBoundingClientRect().bottom ?? 0;

/**
 * Whatever is added, dropped or changes its height: what is being read stays where it is, to the pixel. While somebody
 * writes, that is what they write in; otherwise the first post that begins below the header. A class, since only
 * `getSnapshotBeforeUpdate` sees the page right before it changes. The browser's own anchoring is off in here: it does
 * not work at the top of the page, nor in every browser.
 */
export class KeepPosition extends Component<{ children: ReactNode; className: string }> {
  private readonly box = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Before {
    const focused = document.activeElement?.closest<HTMLElement>('[data-no]')?.dataset['no'] ?? null;
    return { anchor: this.written() ?? this.read(), focused };
  }

  override componentDidUpdate(_props: unknown, _state: unknown, { anchor, focused }: Before): void {
    const element = anchor?.find();
    if (anchor && element) {
      const moved = element.getBoundingClientRect().top - anchor.top;
      if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
    }
    // What had the focus is gone: the focus stays with its post, or in the list.
    if (focused && document.activeElement === document.body) {
      const posts = this.posts();
      (posts.find((post) => post.dataset['no'] === focused) ?? posts[0])?.focus({ preventScroll: true });
    }
  }

  override render() {
    return (
      <div className={this.props.className} ref={this.box}>
        {this.props.children}
      </div>
    );
  }

  private posts = (): HTMLElement[] => [...(this.box.current?.querySelectorAll<HTMLElement>('[data-no]') ?? [])];

  private written(): Anchor | null {
    const area = document.activeElement?.closest('[data-writing]');
    const rect = area?.getBoundingClientRect();
    return area && rect && rect.bottom > headerHeight() && rect.top < window.innerHeight ? { find: () => area, top: rect.top } : null;
  }

  private read(): Anchor | null {
    const from = headerHeight();
    let partly: HTMLElement | undefined;
    for (const post of this.posts()) {
      const { top, bottom } = post.getBoundingClientRect();
      if (top >= window.innerHeight) break;
      if (top >= from) return this.anchorOf(post);
      if (bottom > from) partly = post;
    }
    return partly ? this.anchorOf(partly) : null;
  }

  private anchorOf(post: HTMLElement): Anchor {
    const no = post.dataset['no']!;
    return { find: () => this.box.current?.querySelector(`[data-no="${no}"]`) ?? null, top: post.getBoundingClientRect().top };
  }
}

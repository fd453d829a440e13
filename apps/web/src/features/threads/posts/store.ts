import type { HotEvent } from '../hot.ts';
import {
  answersTo,
  emptyPosts,
  endNo,
  firstNo,
  reducePosts,
  windowSize,
  type IsMine,
  type PostsAction,
  type PostsState,
  type ShownPost,
  type Side,
} from './state.ts';

export type PageWanted = { first?: number; after?: number; last?: number; before?: number; withHead: boolean };

/** Where posts come from: the API, past Apollo's cache, whose merged lists would never shrink. */
export type PostSource = {
  page: (wanted: PageWanted) => Promise<{ lastNo: number; first: ShownPost | null; posts: readonly ShownPost[] }>;
  post: (id: string) => Promise<ShownPost>;
};

const pageSize = 50;
/** Events of a moment become one change of the page. */
const gather = 40;
/** So that many readers do not ask in the same moment. */
const jitter = 300;

/** The posts that are in the page, and the ways to more of them. */
export class PostsStore {
  private state = emptyPosts;
  private readonly listeners = new Set<() => void>();
  private events: HotEvent[] = [];
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private readonly refreshing = new Set<string>();
  private nextId = 1;
  private again: () => Promise<void> = () => Promise.resolve();

  private readonly source: PostSource;
  private readonly isMine: IsMine;

  constructor(source: PostSource, isMine: IsMine) {
    this.source = source;
    this.isMine = isMine;
  }

  getState = (): PostsState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** A new window that begins with this post. */
  startAt(from: number): Promise<void> {
    return this.load('start', { first: pageSize, after: from - 1, withHead: from > 1 }, { show: true });
  }

  /** A new window with the newest posts. */
  startAtEnd(): Promise<void> {
    return this.load('start', { last: pageSize, withHead: true }, { show: true });
  }

  /** After a longer absence: the same place, as it is now. */
  async startAfresh(around: number): Promise<void> {
    if (this.state.window.length === 0) return;
    const from = Math.max(firstNo(this.state), around - pageSize, 1);
    await this.load('start', { first: pageSize * 2, after: from - 1, withHead: from > 1 }, { show: false });
  }

  async more(side: 'before' | 'after'): Promise<void> {
    if (this.state.asked.start || this.state.asked[side] || this.state.window.length === 0) return;
    const from = firstNo(this.state);
    const end = endNo(this.state);
    if (side === 'before' ? from <= 1 : end >= this.state.lastNo) return;
    await this.load(
      side,
      side === 'before' ? { last: pageSize, before: from, withHead: false } : { first: pageSize, after: end, withHead: false },
    );
  }

  retry(): Promise<void> {
    return this.again();
  }

  /** The reader gets to what is new. Where it does not follow what is in the page, the window moves to the end. */
  async showWaiting(): Promise<void> {
    const { window, lastNo } = this.state;
    if (endNo(this.state) < lastNo) {
      if (lastNo - endNo(this.state) <= pageSize && window.length > 0) await this.more('after');
      else await this.startAtEnd();
    }
    this.dispatch({ type: 'show' });
  }

  put(post: ShownPost): void {
    this.dispatch({ type: 'replace', post });
  }

  hear = (event: HotEvent): void => {
    this.events.push(event);
    this.gathering ??= setTimeout(() => this.flush(), gather);
  };

  stop(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
  }

  private flush(): void {
    this.gathering = undefined;
    const events = this.events.splice(0);
    const atEnd = endNo(this.state) === this.state.lastNo;
    this.dispatch({ type: 'happened', isMine: this.isMine, events });
    // Some came without their text: who has the end of the thread in the page goes on having it.
    if (atEnd && endNo(this.state) < this.state.lastNo && this.state.window.length < windowSize) void this.more('after');
    for (const { name, no, post, postId } of events) {
      const told = post && post.mentions.every((mention) => this.isMine(mention) !== undefined);
      if (!told && this.shows(no)) this.refresh(postId);
      if (name !== 'post.written' && name !== 'post.reacted') for (const answer of answersTo(this.state, no)) this.refresh(answer.id);
    }
  }

  private shows = (no: number): boolean => no === 1 || (no >= firstNo(this.state) && no <= endNo(this.state));

  /** Reads one post as this viewer sees it. */
  private refresh(id: string): void {
    if (this.refreshing.has(id)) return;
    this.refreshing.add(id);
    setTimeout(() => {
      this.refreshing.delete(id);
      this.source.post(id).then(
        (post) => this.put(post),
        // It stays as it is; the next event or the next look reads it.
        () => undefined,
      );
    }, Math.random() * jitter);
  }

  private async load(side: Side, wanted: PageWanted, { show = false } = {}): Promise<void> {
    const id = this.nextId++;
    this.again = () => this.load(side, wanted, { show });
    this.dispatch({ type: 'ask', side, id });
    try {
      const { posts, first, lastNo } = await this.source.page(wanted);
      const from = posts[0]?.no ?? 1;
      this.dispatch({ type: 'answer', side, id, lastNo, posts: posts.slice(0, windowSize), first: from > 1 ? first : null, show });
      // There were none, and while they were asked for the first ones came.
      if (side === 'start' && posts.length === 0 && this.state.lastNo > 0 && wanted.first !== undefined) await this.startAtEnd();
    } catch {
      this.dispatch({ type: 'fail', side, id });
    }
  }

  private dispatch(action: PostsAction): void {
    this.state = reducePosts(this.state, action);
    for (const listener of this.listeners) listener();
  }
}

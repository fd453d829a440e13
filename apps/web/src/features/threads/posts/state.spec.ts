import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  emptyPosts,
  endNo,
  firstNo,
  reducePosts,
  waitingCount,
  windowSize,
  type Happened,
  type HeardPost,
  type PostsState,
  type ShownPost,
} from './state.ts';

const me = 'me';
type Stored = { no: number; body: string; version: number; deleted: boolean; reactions: { person: string }[] };

const heardOf = ({ no, body, version, deleted, reactions }: Stored): HeardPost => ({
  id: `post-${no}`,
  threadId: 'thread',
  no,
  author: {
    personId: 'other',
    name: 'Kim Muster',
    function: '',
    organisationId: 'o',
    organisationName: 'Halle (Saale)',
    organisationCode: 'HAL',
    organisationKind: 'KREISFREIE_STADT',
  },
  body: deleted ? '' : body,
  replyTo: null,
  createdAt: '2026-11-20T09:00:00Z',
  editedAt: version > 1 ? '2026-11-20T10:00:00Z' : null,
  version,
  deleted,
  accepted: false,
  reactions: deleted || reactions.length === 0 ? [] : [{ kind: 'AGREE', count: reactions.length }],
  mentions: [],
});
const seenBy = (person: string, post: Stored): ShownPost => ({
  ...heardOf(post),
  reactions: heardOf(post).reactions.map((r) => ({ ...r, mine: post.reactions.some((one) => one.person === person) })),
  mentions: [],
  viewerCan: { edit: false, delete: false, restore: false },
});
/** What an event cannot tell is no difference. */
const comparable = (post: ShownPost) => ({ ...post, viewerCan: null });

/** A thread on the server, with the events that its changes cause. */
class Server {
  readonly posts: Stored[] = [];
  constructor(count: number) {
    for (let i = 0; i < count; i++) this.write();
  }
  write(): Happened {
    const post: Stored = { no: this.posts.length + 1, body: 'Text', version: 1, deleted: false, reactions: [] };
    this.posts.push(post);
    return this.tell(post);
  }
  change(at: number, how: 'edit' | 'delete' | 'restore' | 'react'): Happened {
    const post = this.posts[at % this.posts.length]!;
    if (how === 'edit') {
      post.version++;
      post.body += ', geändert';
    } else if (how === 'react') {
      if (post.reactions.length < 3) post.reactions.push({ person: `other-${post.reactions.length}` });
      else post.reactions = post.reactions.filter((r) => r.person === me);
    } else post.deleted = how === 'delete';
    return this.tell(post);
  }
  page(from: number, to: number): ShownPost[] {
    return this.posts.slice(from - 1, to).map((post) => seenBy(me, post));
  }
  get lastNo() {
    return this.posts.length;
  }
  private tell(post: Stored): Happened {
    return { no: post.no, postId: `post-${post.no}`, post: heardOf(post) };
  }
}

const nobodyElse = () => false;
const hear = (state: PostsState, ...events: Happened[]) => reducePosts(state, { type: 'happened', events, isMine: nobodyElse });
const open = (server: Server, from: number, to: number): PostsState => {
  const asked = reducePosts(emptyPosts, { type: 'ask', side: 'start', id: 1 });
  const first = from > 1 ? (server.page(1, 1)[0] ?? null) : null;
  return reducePosts(asked, {
    type: 'answer',
    side: 'start',
    id: 1,
    first,
    posts: server.page(from, to),
    lastNo: server.lastNo,
    show: true,
  });
};
const consistent = (state: PostsState) => {
  const numbers = state.window.map(({ no }) => no);
  expect(numbers).toEqual(numbers.map((_, index) => firstNo(state) + index));
  expect(state.window.length).toBeLessThanOrEqual(windowSize);
  expect(endNo(state)).toBeLessThanOrEqual(state.lastNo);
};

const change = fc.record({
  how: fc.constantFrom<'write' | 'edit' | 'delete' | 'restore' | 'react'>('write', 'edit', 'delete', 'restore', 'react'),
  at: fc.nat(400),
});

describe('apply(events, old state) = freshly fetched state', () => {
  test('whatever others do, the window shows what the server has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(119), fc.array(change, { maxLength: 60 }), (count, start, changes) => {
        const server = new Server(count);
        const from = 1 + (start % count);
        let state = open(server, from, Math.min(count, from + 49));
        for (const { how, at } of changes) state = hear(state, how === 'write' ? server.write() : server.change(at, how));
        consistent(state);
        expect(state.lastNo).toBe(server.lastNo);
        expect(state.window.map(comparable)).toEqual(server.page(firstNo(state), endNo(state)).map(comparable));
        if (state.first) expect(comparable(state.first)).toEqual(comparable(server.page(1, 1)[0]!));
      }),
    );
  });

  test('an answer that is older than what was heard meanwhile does not bring the old text back', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.array(change, { maxLength: 30 }), (before, after) => {
        const server = new Server(24);
        let state = open(server, 9, 24);
        const apply = ({ how, at }: (typeof before)[number]) => hear(state, how === 'write' ? server.write() : server.change(at, how));
        state = reducePosts(state, { type: 'ask', side: 'before', id: 2 });
        for (const one of before) state = apply(one);
        const answer = server.page(1, 8);
        for (const one of after) state = apply(one);
        state = reducePosts(state, { type: 'answer', side: 'before', id: 2, posts: answer, lastNo: 24 });
        consistent(state);
        expect(firstNo(state)).toBe(1);
        expect(state.window.map(comparable)).toEqual(server.page(firstNo(state), endNo(state)).map(comparable));
      }),
    );
  });

  test('after missed events, reading on from the end closes the gap', () => {
    const server = new Server(20);
    let state = open(server, 1, 20);
    server.write();
    state = hear(state, server.write());
    expect(endNo(state)).toBe(20);
    expect(state.lastNo).toBe(22);
    state = reducePosts(state, { type: 'ask', side: 'after', id: 2 });
    state = reducePosts(state, { type: 'answer', side: 'after', id: 2, posts: server.page(21, 22), lastNo: 22 });
    expect(state.window.map(comparable)).toEqual(server.page(1, 22).map(comparable));
  });
});

describe('the window', () => {
  test('wanders through 10,000 posts without ever holding more than fits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<'before' | 'after'>('before', 'after'), { maxLength: 40 }), (ways) => {
        const server = new Server(1_000);
        let state = open(server, 480, 529);
        ways.forEach((side, index) => {
          const [from, to] =
            side === 'before' ? [Math.max(1, firstNo(state) - 50), firstNo(state) - 1] : [endNo(state) + 1, endNo(state) + 50];
          state = reducePosts(state, { type: 'ask', side, id: index + 10 });
          state = reducePosts(state, { type: 'answer', side, id: index + 10, posts: server.page(from, to), lastNo: 1_000 });
          consistent(state);
        });
      }),
    );
  });

  test('an answer to a question that is no longer asked is dropped', () => {
    const server = new Server(300);
    let state = reducePosts(open(server, 1, 50), { type: 'ask', side: 'after', id: 2 });
    state = reducePosts(state, { type: 'ask', side: 'start', id: 3 });
    state = reducePosts(state, { type: 'answer', side: 'start', id: 3, posts: server.page(251, 300), lastNo: 300, show: true });
    const late = reducePosts(state, { type: 'answer', side: 'after', id: 2, posts: server.page(51, 100), lastNo: 300 });
    expect(late).toBe(state);
  });

  test('of two new starts the later one counts, whatever answers first', () => {
    const server = new Server(300);
    let state = reducePosts(emptyPosts, { type: 'ask', side: 'start', id: 1 });
    state = reducePosts(state, { type: 'ask', side: 'start', id: 2 });
    state = reducePosts(state, { type: 'answer', side: 'start', id: 2, posts: server.page(251, 300), lastNo: 300, show: true });
    state = reducePosts(state, { type: 'answer', side: 'start', id: 1, posts: server.page(1, 50), lastNo: 300, show: true });
    expect(firstNo(state)).toBe(251);
  });
});

describe('what waits', () => {
  test('new posts wait until they are shown', () => {
    const server = new Server(5);
    let state = hear(open(server, 1, 5), server.write(), server.write());
    expect(waitingCount(state)).toBe(2);
    state = reducePosts(state, { type: 'show' });
    expect(waitingCount(state)).toBe(0);
    expect(endNo(state)).toBe(7);
  });

  test('a fresh start after an absence does not show what waited', () => {
    const server = new Server(5);
    let state = hear(open(server, 1, 5), server.write());
    state = reducePosts(state, { type: 'ask', side: 'start', id: 9 });
    state = reducePosts(state, { type: 'answer', side: 'start', id: 9, posts: server.page(1, 6), lastNo: 6, show: false });
    expect(waitingCount(state)).toBe(1);
  });

  test('a failed page can be asked for again, and says so', () => {
    let state = reducePosts(open(new Server(80), 1, 50), { type: 'ask', side: 'after', id: 4 });
    state = reducePosts(state, { type: 'fail', side: 'after', id: 4 });
    expect(state.failed).toBe('after');
    expect(reducePosts(state, { type: 'ask', side: 'after', id: 5 }).failed).toBeNull();
  });
});

describe('what only the viewer knows', () => {
  test('their own reaction stays theirs when others react', () => {
    const server = new Server(1);
    server.posts[0]!.reactions.push({ person: me });
    const state = hear(open(server, 1, 1), server.change(0, 'react'));
    expect(state.window[0]?.reactions).toEqual([{ kind: 'AGREE', count: 2, mine: true }]);
  });

  test('a mention of them is known by itself, a role is not', () => {
    const server = new Server(1);
    const event = server.write();
    const mentions: HeardPost['mentions'] = [
      { kind: 'PERSON', targetId: me, name: 'Ich' },
      { kind: 'ROLE', targetId: 'GROUP_LEADS', name: 'Leitung' },
    ];
    const state = reducePosts(open(server, 1, 1), {
      type: 'happened',
      events: [{ ...event, post: { ...event.post!, mentions } }],
      isMine: ({ kind, targetId }) => (kind === 'ROLE' ? undefined : targetId === me),
    });
    expect(state.window[1]?.mentions.map((m) => m.mine)).toEqual([true, false]);
  });

  test('an older answer never replaces a newer text', () => {
    const server = new Server(1);
    const [old] = server.page(1, 1);
    const state = hear(open(server, 1, 1), server.change(0, 'edit'));
    expect(reducePosts(state, { type: 'replace', post: old! }).window[0]?.version).toBe(2);
  });
});

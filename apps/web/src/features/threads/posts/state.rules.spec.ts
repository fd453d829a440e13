import { describe, expect, it } from '@jest/globals';
import { post as shown } from '../test/post.ts';
import {
  answersTo,
  emptyPosts,
  endNo,
  firstApart,
  firstNew,
  firstNo,
  othersSince,
  reducePosts,
  windowSize,
  type Happened,
  type HeardPost,
  type PostsState,
  type ShownPost,
  type Side,
} from './state.ts';

const me = 'me';
const by = (personId: string): ShownPost['author'] => ({ ...shown(1).author, personId });
const quoting = (no: number) => ({ replyTo: { no, authorName: '', excerpt: '' } });
const post = (no: number, data: Partial<ShownPost> = {}): ShownPost =>
  shown(no, { viewerCan: { edit: true, delete: true, restore: false }, ...data });
const posts = (from: number, to: number): ShownPost[] => Array.from({ length: to - from + 1 }, (_, i) => post(from + i));
const written = ({ viewerCan: _, ...rest }: ShownPost): HeardPost => ({
  ...rest,
  reactions: rest.reactions.map(({ kind, count }) => ({ kind, count })),
  mentions: rest.mentions.map(({ kind, targetId, name }) => ({ kind, targetId, name })),
});
const event = (of: ShownPost): Happened => ({ no: of.no, postId: of.id, post: written(of) });

const showing = (window: readonly ShownPost[], data: Partial<PostsState> = {}): PostsState => ({
  ...emptyPosts,
  window,
  lastNo: window.at(-1)?.no ?? 0,
  ...data,
});
const ask = (state: PostsState, side: Side, id = 1) => reducePosts(state, { type: 'ask', side, id });
const answer = (state: PostsState, side: Side, found: readonly ShownPost[], data: { first?: ShownPost; id?: number } = {}) =>
  reducePosts(state, { type: 'answer', side, id: 1, posts: found, lastNo: 0, ...data });
const hear = (state: PostsState, ...events: Happened[]) => reducePosts(state, { type: 'happened', events, isMine: () => undefined });
const numbers = (state: PostsState) => state.window.map(({ no }) => no);

describe('what is read off a window', () => {
  it('is nothing before anything was loaded', () => {
    expect(emptyPosts).toEqual({ first: null, window: [], lastNo: 0, shownTo: 0, asked: {}, failed: null });
    expect([firstNo(emptyPosts), endNo(emptyPosts)]).toEqual([0, 0]);
  });

  it('the first post stands apart only from a window that begins later', () => {
    const first = post(1);
    const apart = [posts(5, 6), posts(2, 3), posts(1, 2), []].map((window) => firstApart(showing(window, { first })));
    expect(apart).toEqual([first, first, null, null]);
  });

  it('what is not loaded counts as somebody else’s', () => {
    const window = posts(1, 7).map((p) => ([2, 4, 5].includes(p.no) ? { ...p, author: by(me) } : p));
    expect(othersSince(showing(window, { lastNo: 8 }), 2, me)).toBe(4);
  });

  it.each<[string, ShownPost[], number, number | undefined]>([
    ['begins behind what was read, with somebody else’s', [post(1), post(2), post(3, { author: by(me) }), post(4)], 2, 4],
    ['begins with the window that follows directly', posts(5, 6), 4, 5],
    ['is not known where something lies between', posts(5, 6), 3, undefined],
    ['is not told to who has read nothing', posts(1, 3), 0, undefined],
    ['is nothing when all was read', posts(1, 2), 2, undefined],
    ['is nothing in a thread without posts', [], 2, undefined],
  ])('what is new %s', (_, window, readNo, expected) => {
    expect(firstNew(window, readNo, me)).toBe(expected);
  });

  it('the answers to a post are those that quote it, also the first one apart', () => {
    const state = showing([post(10, quoting(3)), post(11), post(12, quoting(2))], { first: post(1, quoting(3)) });
    expect(answersTo(state, 3).map(({ no }) => no)).toEqual([10, 1]);
    expect(answersTo({ ...state, first: null }, 3).map(({ no }) => no)).toEqual([10]);
  });
});

describe('a page that was asked for', () => {
  it.each<Side>(['start', 'before', 'after'])('%s keeps what is heard until its answer', (side) => {
    const asked = ask(showing(posts(3, 4)), side);
    expect(asked.asked).toStrictEqual({ [side]: { id: 1, heard: [] } });
    const [one, two] = [event(post(3, { version: 2 })), event(post(9))];
    expect(hear(asked, one, two).asked).toStrictEqual({ [side]: { id: 1, heard: [one, two] } });
  });

  it('leaves the other one waiting', () => {
    const asked = ask(ask(showing(posts(3, 4)), 'before'), 'after', 2);
    const answered = answer(asked, 'before', posts(1, 2));
    expect([numbers(answered), answered.asked]).toStrictEqual([[1, 2, 3, 4], { after: { id: 2, heard: [] } }]);
    const failed = reducePosts(asked, { type: 'fail', side: 'before', id: 1 });
    expect([failed.failed, failed.asked]).toStrictEqual(['before', { after: { id: 2, heard: [] } }]);
  });

  it('fails only while it is asked for', () => {
    const idle = showing(posts(3, 4));
    expect(reducePosts(idle, { type: 'fail', side: 'before', id: 1 })).toBe(idle);
    const asked = ask(idle, 'before', 2);
    expect(reducePosts(asked, { type: 'fail', side: 'before', id: 1 })).toBe(asked);
  });

  it('brings the first post of a new start', () => {
    const first = post(1);
    expect(answer(ask(emptyPosts, 'start'), 'start', posts(9, 10), { first }).first).toBe(first);
    expect(answer(ask(emptyPosts, 'start'), 'start', posts(1, 2)).first).toBeNull();
  });

  it('pushes out what is furthest away, and the beginning stands apart then', () => {
    const up = answer(ask(showing(posts(51, 50 + windowSize)), 'before'), 'before', posts(1, 50));
    expect([firstNo(up), endNo(up), up.first]).toEqual([1, windowSize, null]);
    const down = answer(ask(showing(posts(1, windowSize)), 'after'), 'after', posts(windowSize + 1, windowSize + 50));
    expect([firstNo(down), endNo(down), down.first]).toEqual([51, windowSize + 50, post(1)]);
  });

  it.each<[string, ShownPost[], Side, ShownPost[], number[]]>([
    ['that follows is put on', posts(1, 2), 'after', posts(3, 4), [1, 2, 3, 4]],
    ['that goes before is put in front', posts(3, 4), 'before', posts(1, 2), [1, 2, 3, 4]],
    ['that overlaps is put on once', posts(1, 4), 'after', posts(3, 5), [1, 2, 3, 4, 5]],
    ['that does not touch is left out', posts(1, 3), 'after', posts(6, 8), [1, 2, 3]],
    ['behind the end is empty', posts(1, 3), 'after', [], [1, 2, 3]],
    ['before the beginning is empty', posts(1, 3), 'before', [], [1, 2, 3]],
    ['of a thread that had none', [], 'after', posts(1, 2), [1, 2]],
  ])('%s', (_, window, side, found, expected) => {
    expect(numbers(answer(ask(showing(window), side), side, found))).toEqual(expected);
  });

  it('takes up what was heard about its posts, and nothing older', () => {
    const asked = ask(emptyPosts, 'start');
    const heard = hear(asked, event(post(11, { version: 2 })), event(post(13)), event(post(1)));
    const state = answer(heard, 'start', posts(10, 12), { first: post(1, { version: 2 }) });
    expect(state.window.map(({ version }) => version)).toEqual([1, 2, 1]);
    expect([state.first?.version, endNo(state), state.lastNo]).toEqual([2, 12, 13]);
  });
});

describe('what happened', () => {
  it.each<[string, PostsState, number, number[], number]>([
    ['the first post of an empty thread', emptyPosts, 1, [1], 1],
    ['the first post, which is known to be there', showing([], { lastNo: 1 }), 1, [1], 1],
    ['a later post of a thread that is not loaded', emptyPosts, 2, [], 2],
    ['the first post of many that are not loaded', showing([], { lastNo: 5 }), 1, [], 5],
    ['the next post', showing(posts(3, 4)), 5, [3, 4, 5], 5],
    ['a post further on', showing(posts(3, 4)), 6, [3, 4], 6],
  ])('%s', (_, state, no, window, lastNo) => {
    const heard = hear(state, event(post(no)));
    expect([numbers(heard), heard.lastNo]).toEqual([window, lastNo]);
  });

  it('finds no room in a full window', () => {
    const full = hear(showing(posts(1, windowSize)), event(post(windowSize + 1)));
    expect([full.window.length, full.lastNo]).toEqual([windowSize, windowSize + 1]);
  });

  it('without its text only counts', () => {
    const heard = hear(showing(posts(3, 4)), { no: 9, postId: 'post-9', post: null });
    expect([numbers(heard), heard.lastNo]).toEqual([[3, 4], 9]);
  });

  it('to a new post does not tell what its viewer may do', () => {
    const reactions = [{ kind: 'AGREE' as const, count: 1, mine: false }];
    const state = hear(showing(posts(10, 11), { first: post(1) }), event(post(12, { reactions })));
    expect(state.window.at(-1)).toEqual(post(12, { reactions, viewerCan: null }));
  });

  it('to a known one leaves it to them, unless it was deleted or brought back', () => {
    const state = showing(posts(1, 2));
    expect(hear(state, event(post(1, { version: 2 }))).window[0]?.viewerCan).toEqual(post(1).viewerCan);
    expect(hear(state, event(post(1, { version: 2, deleted: true }))).window[0]?.viewerCan).toBeNull();
  });

  it('leaves each reaction and mention to whom it was', () => {
    const mention = (targetId: string, mine: boolean) => ({ kind: 'PERSON' as const, targetId, name: '', mine });
    const reaction = (kind: 'AGREE' | 'THANKS', mine: boolean) => ({ kind, count: 1, mine });
    const known = post(1, { reactions: [reaction('AGREE', true)], mentions: [mention('a', true), mention('b', false)] });
    const next = post(1, {
      reactions: [reaction('THANKS', false), reaction('AGREE', false)],
      mentions: [mention('b', false), mention('a', false), mention('c', false)],
    });
    const [shown] = hear(showing([known]), event(next)).window;
    expect(shown?.reactions.map(({ mine }) => mine)).toEqual([false, true]);
    expect(shown?.mentions.map(({ mine }) => mine)).toEqual([false, true, false]);
  });
});

describe('a post that was read afresh', () => {
  const replace = (state: PostsState, by: ShownPost) => reducePosts(state, { type: 'replace', post: by });

  it('takes its place, also apart', () => {
    const state = showing(posts(3, 4), { first: post(1), shownTo: 2 });
    const [inside, apart] = [post(4, { version: 2 }), post(1, { version: 2 })];
    expect(replace(state, inside)).toEqual({ ...state, window: [post(3), inside] });
    expect(replace(state, apart)).toEqual({ ...state, first: apart });
  });

  it('is put on where it follows, and only counted where it does not', () => {
    const state = showing(posts(3, 4));
    expect(replace(state, post(5))).toEqual({ ...state, window: posts(3, 5), lastNo: 5 });
    expect(replace(state, post(7))).toEqual({ ...state, lastNo: 7 });
  });
});

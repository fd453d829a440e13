import type { PostPartsFragment } from '../documents.generated.ts';

/** A post as it stands on the screen. What it was heard from others with does not tell what its viewer may do with it: null. */
export type ShownPost = Omit<PostPartsFragment, 'viewerCan'> & { viewerCan: PostPartsFragment['viewerCan'] | null };

/** As every reader may see it: what a hot event carries. */
export type HeardPost = Omit<PostPartsFragment, 'viewerCan' | 'reactions' | 'mentions'> & {
  reactions: Omit<PostPartsFragment['reactions'][number], 'mine'>[];
  mentions: Omit<PostPartsFragment['mentions'][number], 'mine'>[];
};

/** What happened to a post. `post` is absent where the event came without its text. */
export type Happened = { no: number; postId: string; post: HeardPost | null };

/** Who looks: decides which mentions mean them. A role is the server's to know (undefined). */
export type IsMine = (mention: HeardPost['mentions'][number]) => boolean | undefined;

export type Side = 'start' | 'before' | 'after';

/** A page that was asked for, with what happened since: its answer may be older than that. */
type Asked = { id: number; heard: readonly Happened[] };

/**
 * A window on the numbered posts of a thread. The window is one piece without holes; only the first post may stand apart
 * from it. Everything else is loaded when it is needed and dropped when it is far away.
 */
export type PostsState = {
  first: ShownPost | null;
  window: readonly ShownPost[];
  /** The number of the thread's last post, as far as it is known. */
  lastNo: number;
  /** Up to here the reader got; what came later counts as new until they reach the end, or follow the button to it. */
  shownTo: number;
  asked: Partial<Record<Side, Asked>>;
  failed: Side | null;
};

export type PostsAnswer = {
  posts: readonly ShownPost[];
  lastNo: number;
  /** For a new start: the thread's first post, where it stands apart. */
  first?: ShownPost | null;
  /** For a new start: all that there is counts as shown. Otherwise what waited goes on waiting. */
  show?: boolean;
};

export type PostsAction =
  | { type: 'ask'; side: Side; id: number }
  | ({ type: 'answer'; side: Side; id: number } & PostsAnswer)
  | { type: 'fail'; side: Side; id: number }
  | { type: 'happened'; events: readonly Happened[]; isMine: IsMine }
  /** Read afresh for this viewer: after an own deed, or where an event told too little. */
  | { type: 'replace'; post: ShownPost }
  | { type: 'show' };

/** Three pages do not fit: with the first post, never more than 150 stand in the page. */
export const windowSize = 140;

export const emptyPosts: PostsState = { first: null, window: [], lastNo: 0, shownTo: 0, asked: {}, failed: null };

export const firstNo = (state: PostsState): number => state.window[0]?.no ?? 0;
/** The thread's first post, while it stands apart from the window. */
export const firstApart = (state: PostsState): ShownPost | null => (firstNo(state) > 1 ? state.first : null);
export const endNo = (state: PostsState): number => state.window.at(-1)?.no ?? 0;
/** How many came since, and were not reached. */
export const waitingCount = (state: PostsState): number => Math.max(0, state.lastNo - state.shownTo);

/** How many posts of others came after this one; what is not loaded counts as theirs. */
export const othersSince = (state: PostsState, no: number, me: string): number =>
  state.lastNo - no - state.window.filter((post) => post.no > no && post.author.personId === me).length;
/** What is new begins with the first post of somebody else behind those that were read. */
export function firstNew(posts: readonly ShownPost[], readNo: number, me: string): number | undefined {
  if (readNo <= 0 || (posts[0]?.no ?? Infinity) > readNo + 1) return undefined;
  return posts.find((post) => post.no > readNo && post.author.personId !== me)?.no;
}

export function reducePosts(state: PostsState, action: PostsAction): PostsState {
  switch (action.type) {
    case 'ask':
      return { ...state, failed: null, asked: { ...state.asked, [action.side]: { id: action.id, heard: [] } } };
    case 'fail':
      return state.asked[action.side]?.id === action.id
        ? { ...state, failed: action.side, asked: without(state.asked, action.side) }
        : state;
    case 'answer':
      return answered(state, action);
    case 'happened':
      return happened(state, action.events, action.isMine);
    case 'replace':
      return put(state, action.post);
    case 'show':
      return { ...state, shownTo: state.lastNo };
  }
}

function answered(state: PostsState, action: Extract<PostsAction, { type: 'answer' }>): PostsState {
  const { side } = action;
  const asked = state.asked[side];
  // Asked before the window was set anew: it would not fit to it any more.
  if (asked?.id !== action.id) return state;
  const lastNo = Math.max(state.lastNo, action.lastNo);
  const rest = { failed: null, lastNo, asked: side === 'start' ? {} : without(state.asked, side) };
  let next: PostsState;
  if (side === 'start') {
    next = { ...rest, first: action.first ?? null, window: action.posts, shownTo: action.show ? lastNo : state.shownTo };
  } else {
    const window =
      side === 'before' ? joined(action.posts, state.window).slice(0, windowSize) : joined(state.window, action.posts).slice(-windowSize);
    // What the window leaves behind, the thread's beginning, stands apart from then on.
    const first = state.first ?? (state.window[0]?.no === 1 ? state.window[0] : null);
    next = { ...state, ...rest, first, window };
  }
  return asked.heard.reduce((s, event) => (event.post ? heardLater(s, event.post) : s), next);
}

/** The answer counts when it is as new; otherwise what was heard meanwhile. */
function heardLater(state: PostsState, post: HeardPost): PostsState {
  const known = find(state, post.no);
  return known && known.version <= post.version
    ? put(
        state,
        asShown(post, known, () => undefined),
      )
    : state;
}

function happened(state: PostsState, events: readonly Happened[], isMine: IsMine): PostsState {
  return events.reduce((before, event) => {
    const { no, post } = event;
    const state = { ...before, asked: heardBy(before.asked, event) };
    const known = find(state, no);
    if (known) return post ? put(state, asShown(post, known, isMine)) : state;
    const isNext = follows(state, no);
    const lastNo = Math.max(state.lastNo, no);
    // A post that does not follow directly, or that there is no room for, is loaded when the reader gets there.
    if (!post || !isNext) return { ...state, lastNo };
    return { ...state, lastNo, window: [...state.window, asShown(post, undefined, isMine)] };
  }, state);
}

const heardBy = (asked: PostsState['asked'], event: Happened): PostsState['asked'] => {
  const hears = (one: Asked | undefined) => one && { ...one, heard: [...one.heard, event] };
  const { start, before, after } = { start: hears(asked.start), before: hears(asked.before), after: hears(asked.after) };
  return { ...(start && { start }), ...(before && { before }), ...(after && { after }) };
};

/** It stands directly behind the window, or is the first of a thread without posts; and there is room. */
const follows = ({ window, lastNo }: PostsState, no: number): boolean =>
  window.length > 0 ? no === window.at(-1)!.no + 1 && window.length < windowSize : no === 1 && lastNo <= 1;

/** Adds what only the viewer knows: their own reactions, and which mentions mean them. */
function asShown(post: HeardPost, known: ShownPost | undefined, isMine: IsMine): ShownPost {
  return {
    ...post,
    reactions: post.reactions.map((r) => ({ ...r, mine: known?.reactions.find((k) => k.kind === r.kind)?.mine ?? false })),
    mentions: post.mentions.map((m) => ({
      ...m,
      mine: isMine(m) ?? known?.mentions.find((k) => k.targetId === m.targetId)?.mine ?? false,
    })),
    viewerCan: known && known.deleted === post.deleted ? known.viewerCan : null,
  };
}

const find = (state: PostsState, no: number): ShownPost | undefined => {
  const inWindow = state.window[no - firstNo(state)];
  return inWindow?.no === no ? inWindow : state.first?.no === no ? state.first : undefined;
};

function put(state: PostsState, post: ShownPost): PostsState {
  const at = post.no - firstNo(state);
  const known = state.window[at];
  // An answer that was under way while somebody edited.
  if (known?.no === post.no && known.version > post.version) return state;
  return {
    ...state,
    lastNo: Math.max(state.lastNo, post.no),
    first: state.first?.no === post.no ? post : state.first,
    window: known?.no === post.no ? state.window.with(at, post) : follows(state, post.no) ? [...state.window, post] : state.window,
  };
}

/** Two neighbouring pieces; what both have is taken from the second. A piece that does not touch is left out. */
function joined(a: readonly ShownPost[], b: readonly ShownPost[]): readonly ShownPost[] {
  const start = b[0]?.no;
  if (start === undefined) return a;
  const kept = a.filter((post) => post.no < start);
  return kept.length === 0 || kept.at(-1)?.no === start - 1 ? [...kept, ...b] : a;
}

function without(asked: PostsState['asked'], side: Side): PostsState['asked'] {
  const { [side]: _, ...rest } = asked;
  return rest;
}

/** Posts whose quotation of this one is older than what happened to it. */
export const answersTo = (state: PostsState, no: number): readonly ShownPost[] =>
  [...state.window, ...(state.first ? [state.first] : [])].filter((post) => post.replyTo?.no === no);

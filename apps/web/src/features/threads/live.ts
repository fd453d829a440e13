import type { LiveHandlers } from '../../lib/live.ts';
import { isShown, tellDraft, tellHot, type HotName } from './hot.ts';
import type { HeardPost } from './posts/state.ts';

type Heard = { payload: { threadId: string; postId: string; no: number }; fragment: unknown };

/** Queries that show threads or their counts. */
const lists = ['Threads', 'ThreadGroup', 'GroupThreads'] as const;

/** What counts unread threads, or is ordered by what moved last. */
const counters = ['WorkingGroup', 'WorkingGroups', 'Viewer', 'Home'] as const;

const hot = (name: HotName, { payload: { threadId, postId, no }, fragment }: Heard): void =>
  tellHot({ name, threadId, postId, no, post: (fragment as HeardPost | undefined) ?? null });

export const threadsLive = {
  'thread.opened': (_, { refetch }) => refetch(...lists, ...counters),
  'thread.changed': ({ payload }, { refetch }) =>
    isShown(payload.threadId) ? refetch('Thread', 'FollowedThreads', ...lists) : refetch('FollowedThreads', ...lists),
  'post.written': (message, { refetch }) => {
    hot('post.written', message);
    // The first answer to a question, which its asker no longer edits then. A discussion begins with its first post.
    if (message.payload.no === 1) refetch('Question');
    // Who looks at it reads it in a moment, and their counters follow from that.
    if (isShown(message.payload.threadId)) refetch(...lists);
    else refetch(...lists, ...counters);
  },
  'post.edited': (message) => hot('post.edited', message),
  'post.deleted': (message, { refetch }) => {
    hot('post.deleted', message);
    refetch(...lists);
  },
  'post.restored': (message, { refetch }) => {
    hot('post.restored', message);
    refetch(...lists);
  },
  'post.reacted': (message) => hot('post.reacted', message),
  'post.accepted': (message) => hot('post.accepted', message),
  // The viewer's own mark, set in another tab: the post is read again as they see it.
  'reaction.changed': (message) => hot('post.reacted', { ...message, fragment: undefined }),
  'read_state.changed': (_, { refetch }) => refetch(...lists, ...counters),
  'follows.changed': (_, { refetch }) => refetch('Thread', 'FollowedThreads', 'WorkingGroup', 'FollowedGroups'),
  'draft.changed': ({ payload }, { refetch }) => {
    tellDraft(payload.key);
    refetch('Home');
  },
} satisfies Partial<LiveHandlers>;

import type { LiveHandlers } from '../../lib/live.ts';

export const threadsLive = {
  'thread.opened': (_, { refetch }) => refetch('Threads', 'WorkingGroup', 'Viewer', 'Home'),
  'thread.changed': (_, { refetch }) => refetch('Thread', 'Threads'),
  'post.written': (_, { refetch }) => refetch('Thread', 'Threads', 'WorkingGroup', 'Viewer', 'Home'),
  'post.edited': (_, { refetch }) => refetch('Thread'),
  'post.deleted': (_, { refetch }) => refetch('Thread'),
  'post.restored': (_, { refetch }) => refetch('Thread'),
  'post.reacted': (_, { refetch }) => refetch('Thread'),
  'read_state.changed': (_, { refetch }) => refetch('Threads', 'Viewer', 'Home'),
  'draft.changed': (_, { refetch }) => refetch('Draft', 'Home'),
} satisfies Partial<LiveHandlers>;

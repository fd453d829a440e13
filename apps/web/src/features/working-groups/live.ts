import type { LiveHandlers } from '../../lib/live.ts';

const card = ['WorkingGroup', 'WorkingGroups', 'WorkingGroupCounts'];
const group = [...card, 'GroupContent', 'GroupBesetzung', 'WorkingGroupMembers'];
/** Its name stands in the frame, and who may write in its threads follows from its status. */
const everywhere = [...group, 'Viewer', 'Thread'];

export const workingGroupsLive = {
  'group.card_changed': (_, { refetch }) => refetch(...card, 'GroupBesetzung'),
  'group.changed': (_, { refetch }) => refetch(...everywhere),
  'group.visibility_changed': (_, { refetch }) => refetch(...everywhere),
  'membership.began': (_, { refetch }) => refetch(...group),
  'membership.changed': (_, { refetch }) => refetch(...group),
  'membership.ended': (_, { refetch }) => refetch(...group),
  'work_package.changed': (_, { refetch }) => refetch('GroupContent'),
  'request.changed': (_, { refetch }) => refetch('GroupRequests', 'GroupWaiting', 'GroupContent', 'Home'),
  'lead.changed': (_, { refetch }) => refetch('WorkingGroup', 'GroupRequests', 'GroupWaiting', 'WorkingGroupMembers'),
  'viewer.membership_changed': (_, { refetch }) =>
    refetch('Viewer', 'Home', 'Thread', 'Threads', 'ThreadGroup', 'GroupThreads', 'GroupRequests', 'GroupWaiting', ...group),
} satisfies Partial<LiveHandlers>;

import type { LiveHandlers } from '../../lib/live.ts';

const card = ['WorkingGroup', 'WorkingGroups', 'WorkingGroupCounts'];
const group = [...card, 'GroupContent', 'GroupBesetzung', 'WorkingGroupMembers'];

export const workingGroupsLive = {
  'group.card_changed': (_, { refetch }) => refetch(...card, 'GroupBesetzung'),
  'group.changed': (_, { refetch }) => refetch(...group),
  'group.visibility_changed': (_, { refetch }) => refetch(...group),
  'membership.began': (_, { refetch }) => refetch(...group),
  'membership.changed': (_, { refetch }) => refetch(...group),
  'membership.ended': (_, { refetch }) => refetch(...group),
  'work_package.changed': (_, { refetch }) => refetch('GroupContent'),
  'request.changed': (_, { refetch }) => refetch('GroupRequests', 'GroupWaiting', 'GroupContent', 'Home'),
  'lead.changed': (_, { refetch }) => refetch('WorkingGroup', 'GroupRequests', 'GroupWaiting', 'WorkingGroupMembers'),
  'viewer.membership_changed': (_, { refetch }) => refetch('Viewer', 'Home', 'Thread', 'GroupThreads', ...group),
} satisfies Partial<LiveHandlers>;

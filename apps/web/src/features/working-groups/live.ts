import type { LiveHandlers } from '../../lib/live.ts';

const group = ['WorkingGroup', 'WorkingGroupMembers', 'WorkingGroups'];

export const workingGroupsLive = {
  'group.card_changed': (_, { refetch }) => refetch('WorkingGroups', 'WorkingGroup'),
  'group.changed': (_, { refetch }) => refetch(...group),
  'group.visibility_changed': (_, { refetch }) => refetch(...group),
  'membership.began': (_, { refetch }) => refetch(...group),
  'membership.changed': (_, { refetch }) => refetch(...group),
  'membership.ended': (_, { refetch }) => refetch(...group),
  'work_package.changed': (_, { refetch }) => refetch('WorkingGroup'),
  'request.changed': (_, { refetch }) => refetch('WorkingGroup', 'WorkingGroupMembers', 'Home'),
  'lead.changed': (_, { refetch }) => refetch('WorkingGroup', 'WorkingGroupMembers'),
  'viewer.membership_changed': (_, { refetch }) => refetch('Viewer', 'Home', 'Thread', ...group),
} satisfies Partial<LiveHandlers>;

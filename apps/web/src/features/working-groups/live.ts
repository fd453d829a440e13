import type { LiveHandlers } from '../../lib/live.ts';

const card = ['WorkingGroup', 'WorkingGroups', 'WorkingGroupCounts', 'FollowedGroups'];
const group = [...card, 'GroupContent', 'GroupBesetzung', 'WorkingGroupMembers'];
const questions = ['Question', 'GroupQuestions', 'UnansweredQuestions'];
/** Its name stands in the frame, and who may write in its threads and questions follows from its status. */
const everywhere = [...group, 'Viewer', 'Thread', 'FollowedThreads', ...questions];

export const workingGroupsLive = {
  // Lists rise by it; the counts do not change.
  'group.moved': (_, { refetch }) => refetch('WorkingGroup', 'WorkingGroups'),
  'group.card_changed': (_, { refetch }) => refetch(...card, 'GroupBesetzung', 'UnansweredQuestions'),
  'group.changed': (_, { refetch }) => refetch(...everywhere),
  'group.visibility_changed': (_, { refetch }) => refetch(...everywhere),
  'membership.began': (_, { refetch }) => refetch(...group),
  'membership.changed': (_, { refetch }) => refetch(...group),
  'membership.ended': (_, { refetch }) => refetch(...group),
  'work_package.changed': (_, { refetch }) => refetch('GroupContent'),
  'request.changed': (_, { refetch }) => refetch('GroupRequests', 'GroupWaiting', 'GroupContent', 'Home'),
  'lead.changed': (_, { refetch }) => refetch('WorkingGroup', 'GroupRequests', 'GroupWaiting', 'WorkingGroupMembers'),
  'viewer.membership_changed': (_, { refetch }) =>
    refetch(
      'Viewer',
      'Home',
      'Announcements',
      'Announcement',
      'Thread',
      'Threads',
      'FollowedThreads',
      'ThreadGroup',
      'GroupThreads',
      'GroupRequests',
      'GroupWaiting',
      ...questions,
      ...group,
    ),
} satisfies Partial<LiveHandlers>;

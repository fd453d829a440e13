/**
 * Queries whose answers may be kept: those of pages to read. All others never stay on the device: forms, administration, own data,
 * drafts.
 */
const readable = new Set([
  ...['Viewer', 'Home', 'Notices', 'Topics', 'SiteText'],
  ...[
    'WorkingGroups',
    'WorkingGroupCounts',
    'WorkingGroup',
    'GroupContent',
    'GroupBesetzung',
    'WorkingGroupMembers',
    'AdministrationTiles',
  ],
  ...['Threads', 'GroupThreads', 'Thread', 'ThreadGroup', 'ThreadPosts'],
  ...[
    'GroupQuestions',
    'GroupMayAsk',
    'UnansweredQuestions',
    'Question',
    'QuestionPlace',
    'FaqEntries',
    'FaqEntry',
    'TreatedTopics',
    'AnswerTimes',
    'AnswerOffices',
  ],
  ...[
    'Sprechstunden',
    'Sprechstunde',
    'SprechstundeQuestions',
    'EventTiles',
    'EventPlaces',
    'EventQueue',
    'TopicWishes',
    'OpenWishes',
    'WishSeries',
  ],
  ...['Announcements', 'Announcement'],
  ...[
    'Organisations',
    'OrganisationCounts',
    'OrganisationMap',
    'OrganisationPage',
    'OrganisationContacts',
    'OrganisationPeople',
    'OrganisationStaff',
  ],
]);

/** Pages of which nothing is kept: administration and the desks of organisations. */
const closed = /^\/verwaltung(\/|$)|^\/kommunen\/[^/]+\/verwalten(\/|$)/;
/** Pages of announcements. Comments there may repeat what a confidential one says. */
const commented = /^\/mitteilungen\//;

export const mayStay = (operation: string, path: string): boolean =>
  readable.has(operation) && !closed.test(path) && !(commented.test(path) && operation.startsWith('Thread'));

const isOf = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isConfidential = (fields: Record<string, unknown>): boolean => fields['classification'] === 'VERTRAULICH';

/** Whether the data contains the body of a confidential announcement. */
const tellsAll = (value: unknown): boolean =>
  isOf(value) && ((isConfidential(value) && 'body' in value) || Object.values(value).some(tellsAll));

/** The data without texts of what is VERTRAULICH; null if it must not be kept at all. */
export const withoutConfidential = (data: unknown): unknown => (tellsAll(data) ? null : cleared(data));

const texts = new Set(['summary', 'action', 'detail']);

function cleared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleared);
  if (!isOf(value)) return value;
  const confidential = isConfidential(value);
  // Items of Mein Tag do not carry the classification of their announcement, so all of them lose their texts.
  const ofAnnouncement = value['__typename'] === 'HomeItem' && commented.test(String(value['path']));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if ((confidential || ofAnnouncement) && texts.has(name)) return [name, ''];
      return [name, confidential && name === 'corrections' ? [] : cleared(inner)];
    }),
  );
}

export const limits = {
  entries: 240,
  /** Characters of JSON: nearly all of them are one byte. */
  size: 5_000_000,
  entrySize: 500_000,
  /** Milliseconds; the longest that a session lasts. */
  age: 10 * 60 * 60 * 1000,
} as const;

export interface Entry {
  /** When the server said it. */
  at: number;
  /** When somebody last looked at it. */
  seen: number;
  size: number;
}

/** Keys to delete: too old, or beyond the limits, those that nobody has looked at for longest first. */
export function surplus(entries: Readonly<Record<string, Entry>>, now: number): string[] {
  const gone: string[] = [];
  let count = 0;
  let size = 0;
  for (const [key, entry] of Object.entries(entries).sort(([, a], [, b]) => b.seen - a.seen)) {
    const fits = count < limits.entries && size + entry.size <= limits.size;
    if (!fits || now - entry.at > limits.age) gone.push(key);
    else {
      count += 1;
      size += entry.size;
    }
  }
  return gone;
}

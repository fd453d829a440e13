import type { NoticeKind } from '@kollab/contract';
import { describeAnnouncement, isOfAnnouncement } from './announcement-words.ts';
import { describeEvent, isOfEvent } from './event-words.ts';
import { describeGroup, isOfGroup } from './group-words.ts';
import { describePeople } from './people-words.ts';
import { describePost, isOfPost } from './post-words.ts';
import { describeFaq, describeQuestion, isOfQuestion } from './question-words.ts';

/** What can have happened. A notice's cause begins with it: `requested:<id of the membership>:<when>`. */
export const noticeFacts = [
  'post',
  'mention',
  'stand',
  'requested',
  'accepted',
  'declined',
  'invited',
  'invitation_accepted',
  'invitation_declined',
  'invitation_revoked',
  'removed',
  'role_changed',
  'lead_lost',
  'volunteered',
  'volunteering_confirmed',
  'volunteering_declined',
  'proposed',
  'proposal_accepted',
  'proposal_declined',
  'read_with_reason',
  'affiliation_requested',
  'affiliation_confirmed',
  'affiliation_declined',
  'barrier_reported',
  'question_answered',
  'question_assigned',
  'question_returned',
  'question_deferred',
  'question_due_again',
  'question_outdated',
  'question_merged',
  'question_hidden',
  'faq_review_due',
  'event_moved',
  'event_cancelled',
  'registration_promoted',
  'wish_planned',
  'wish_declined',
  'announced',
  'announcement_corrected',
  'announcement_withdrawn',
  'acknowledgement_missing',
  'announcement_returned',
  'deputy_named',
] as const;
export type NoticeFact = (typeof noticeFacts)[number];

/** What is stored with a notice. Titles and names are not: they are read under the policy when it is shown. */
export interface FactRow {
  kind: NoticeKind;
  cause: string;
  actorName: string;
  groupId: string | null;
  threadId: string | null;
  postNo: number | null;
  organisationId: string | null;
  questionId: string | null;
  faqEntryId: string | null;
  sprechstundeId: string | null;
  wishId: string | null;
  announcementId: string | null;
  detail: string;
  /** Names of those the reader stands in for; empty when the reader is meant. */
  onBehalfOf: string;
}

/** Names of what a notice is about; null where the reader may not see them, or no longer. */
export interface Seen {
  group: string | null;
  thread: string | null;
  organisation: string | null;
  question: string | null;
  faq: string | null;
  event: string | null;
  wish: string | null;
  announcement: string | null;
  /** It is for a mail, which others may see: titles of questions are left out. */
  mail?: true;
  /** It is for a mail about an announcement that is VERTRAULICH: all it says is left out. */
  confidential?: true;
}

export interface Described {
  /** What happened, in one sentence. */
  sentence: string;
  /** Why the reader gets it. */
  reason: string;
  /** Path in the web app. */
  path: string;
}

/** A row about nothing yet, to which a fact adds what it is about. */
export const bareFact: Omit<FactRow, 'kind' | 'cause'> = {
  actorName: '',
  groupId: null,
  threadId: null,
  postNo: null,
  organisationId: null,
  questionId: null,
  faqEntryId: null,
  sprechstundeId: null,
  wishId: null,
  announcementId: null,
  detail: '',
  onBehalfOf: '',
};
/** For a reader who may see no name at all. */
export const seesNothing: Seen = {
  group: null,
  thread: null,
  organisation: null,
  question: null,
  faq: null,
  event: null,
  wish: null,
  announcement: null,
};

export const causeOf = (fact: NoticeFact, ...parts: readonly (string | number)[]): string => [fact, ...parts].join(':');
export const factOf = (cause: string): NoticeFact => cause.split(':', 1)[0] as NoticeFact;

/** The one place where a notice becomes words, in the app and in mails. `bundle`: how many unread notices the row stands for. */
export function describe(row: FactRow, seen: Seen, bundle = 1): Described {
  const told = describeFact(row, seen, bundle);
  return row.onBehalfOf ? { ...told, reason: `In Vertretung für ${row.onBehalfOf}` } : told;
}

/** Exhaustive: a fact without words does not compile. */
function describeFact(row: FactRow, seen: Seen, bundle: number): Described {
  const fact = factOf(row.cause);
  if (row.threadId || isOfPost(fact)) return describePost(row, seen, bundle);
  if (isOfGroup(fact)) return describeGroup(fact, row, seen);
  if (isOfQuestion(fact)) return describeQuestion(fact, row, seen);
  if (fact === 'faq_review_due') return describeFaq(row, seen);
  if (isOfEvent(fact)) return describeEvent(fact, row, seen);
  if (isOfAnnouncement(fact)) return describeAnnouncement(fact, row, seen);
  return describePeople(fact, row, seen);
}

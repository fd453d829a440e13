import type { NoticeKind } from '@kollab/contract';
import { describeAnnouncement, isOfAnnouncement } from './announcement-words.ts';
import { describeEvent, isOfEvent } from './event-words.ts';
import { describeGroup, isOfGroup } from './group-words.ts';
import { describePeople } from './people-words.ts';
import { describePost, isOfPost } from './post-words.ts';
import { describeFaq, describeQuestion, isOfQuestion } from './question-words.ts';

/** What happened. It is the first word of a notice's cause: `requested:<id of the membership>:<when>`. */
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

/** What a notice says about its fact, apart from texts that are read under the policy when it is shown. */
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
  /** Whom the reader stands in for; empty: they are meant themselves. */
  onBehalfOf: string;
}

/** Names as far as the reader may see them now; null where they may not, or not any more. */
export interface Seen {
  group: string | null;
  thread: string | null;
  organisation: string | null;
  question: string | null;
  faq: string | null;
  event: string | null;
  wish: string | null;
  announcement: string | null;
  /** In a mail, which others may see: of questions, no title. */
  mail?: true;
  /** In a mail, of an announcement that is VERTRAULICH: nothing of what it says. */
  confidential?: true;
}

export interface Described {
  /** What happened, in one sentence. */
  sentence: string;
  /** Why the reader gets it. */
  reason: string;
  /** In the web app. */
  path: string;
}

/** A fact that is about nothing yet, for those who tell one to add to. */
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
/** Of somebody who may see the name of nothing. */
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

/** The one place where a notice becomes words; the mails use the same. `bundle`: how many unread ones the row stands for. */
export function describe(row: FactRow, seen: Seen, bundle = 1): Described {
  const told = describeFact(row, seen, bundle);
  return row.onBehalfOf ? { ...told, reason: `In Vertretung für ${row.onBehalfOf}` } : told;
}

/** A fact that nobody has words for does not compile. */
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

import { expect, it } from '@jest/globals';
import type { NoticeKind } from '@kollab/contract';
import { causeOf, noticeFacts, type NoticeFact } from './description.ts';
import { forwards } from './forwarding.ts';

/** By hand: what an absent person's deputy gets. Kind and detail as they are told; what is not named here goes to nobody. */
const toDeputies: [NoticeFact, NoticeKind, string][] = [
  ['mention', 'MENTION', 'PERSON'],
  ['mention', 'MENTION', 'ORGANISATION'],
  ['mention', 'MENTION', 'ROLE'],
  ['post', 'REPLY', 'GROUP'],
  ['question_assigned', 'QUESTION', 'OFFICE 16.12.2026'],
  ['question_returned', 'QUESTION', 'LEADS Andere Stelle'],
  ['question_due_again', 'QUESTION', 'OFFICE'],
  ['question_outdated', 'QUESTION', 'OFFICE'],
  ['faq_review_due', 'QUESTION', ''],
  ['announced', 'ANNOUNCEMENT', 'bis 24.11.2026'],
  ['announcement_corrected', 'ANNOUNCEMENT', 'Neuer Ort.'],
  ['announcement_withdrawn', 'ANNOUNCEMENT', 'Doppelt.'],
  ['acknowledgement_missing', 'ANNOUNCEMENT', ''],
];
const noticeOf = (fact: NoticeFact, kind: NoticeKind, detail: string) => ({ cause: causeOf(fact, 'id'), kind, detail });

it.each(toDeputies)('%s (%s, %s) goes to the deputy', (fact, kind, detail) => {
  expect(forwards(noticeOf(fact, kind, detail))).toBe(true);
});

/** Anonymity, votes and what somebody follows: whatever the words are, nobody else learns of it. */
it.each<[NoticeFact, NoticeKind, string]>([
  ['post', 'POST', 'THREAD'],
  ['post', 'POST', 'GROUP'],
  ['post', 'ANSWER', 'THREAD'],
  ['stand', 'SUMMARY', 'THREAD'],
  ['question_answered', 'ANSWER', 'ASKED'],
  ['question_answered', 'ANSWER', 'VOTED'],
  ['question_due_again', 'QUESTION', 'ASKED'],
  ['question_outdated', 'QUESTION', 'ASKED'],
  ['question_assigned', 'QUESTION', ''],
  ['question_merged', 'QUESTION', 'ASKED'],
  ['question_hidden', 'QUESTION', 'ASKED Grund'],
  ['question_deferred', 'QUESTION', 'ASKED 16.12.2026'],
])('%s (%s, %s) does not, and says why', (fact, kind, detail) => {
  expect(forwards(noticeOf(fact, kind, detail))).toMatch(/\.$/);
});

it('of all other facts nothing goes, each for a reason', () => {
  const named = new Set(toDeputies.map(([fact]) => fact));
  const rest = noticeFacts.filter((fact) => !named.has(fact));
  expect(rest.filter((fact) => !/^[A-Z].*\.$/.test(String(forwards(noticeOf(fact, 'DECISION', 'OFFICE')))))).toEqual([]);
});

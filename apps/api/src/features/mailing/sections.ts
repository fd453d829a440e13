import type { NoticeKind } from '@kollab/contract';

/** What a notice asks of its reader, the most urgent first. */
export const sections = ['FRIST', 'HANDLUNG', 'KENNTNIS', 'HINTERGRUND'] as const;
export type Section = (typeof sections)[number];

const ofKind: Record<NoticeKind, Section> = {
  REQUEST: 'HANDLUNG',
  INVITATION: 'HANDLUNG',
  VOLUNTEER: 'HANDLUNG',
  QUESTION: 'HANDLUNG',
  MENTION: 'HANDLUNG',
  DECISION: 'KENNTNIS',
  ACCESS: 'KENNTNIS',
  EVENT: 'KENNTNIS',
  REPLY: 'KENNTNIS',
  ANSWER: 'KENNTNIS',
  ANNOUNCEMENT: 'KENNTNIS',
  SUMMARY: 'HINTERGRUND',
  POST: 'HINTERGRUND',
};
/** Facts that ask for something else than their kind. */
const ofFact: Readonly<Record<string, Section>> = {
  question_deferred: 'KENNTNIS',
  question_outdated: 'KENNTNIS',
  question_merged: 'KENNTNIS',
  question_hidden: 'KENNTNIS',
  acknowledgement_missing: 'HANDLUNG',
  announcement_returned: 'HANDLUNG',
};

/** The one place that says where a notice stands in the digest. */
export function sectionOf({ kind, cause, dueAt }: { kind: NoticeKind; cause: string; dueAt: Date | null }): Section {
  if (dueAt) return 'FRIST';
  return ofFact[cause.split(':', 1)[0]!] ?? ofKind[kind];
}

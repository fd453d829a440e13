import type { NoticeKind } from '@kollab/contract';
import type { IconName } from '../../ui/icon.tsx';

/** What the list can be narrowed to, by the word in the address. */
export const noticeFilters: Record<string, { label: string; kinds: NoticeKind[] }> = {
  erwaehnungen: { label: 'Erwähnungen', kinds: ['MENTION'] },
  antworten: { label: 'Antworten', kinds: ['REPLY', 'ANSWER'] },
  fragen: { label: 'Fragen', kinds: ['ANSWER', 'QUESTION'] },
  beitraege: { label: 'Beiträge', kinds: ['POST', 'SUMMARY'] },
  anfragen: { label: 'Anfragen und Entscheidungen', kinds: ['REQUEST', 'DECISION', 'VOLUNTEER'] },
  einladungen: { label: 'Einladungen', kinds: ['INVITATION'] },
  veranstaltungen: { label: 'Veranstaltungen', kinds: ['EVENT'] },
  mitteilungen: { label: 'Mitteilungen', kinds: ['ANNOUNCEMENT'] },
  zugriffe: { label: 'Zugriffe', kinds: ['ACCESS'] },
};

export const noticeIcons: Record<NoticeKind, IconName> = {
  MENTION: 'alternate-email',
  REPLY: 'reply',
  POST: 'group',
  SUMMARY: 'keep',
  REQUEST: 'person',
  DECISION: 'check-circle',
  INVITATION: 'mail',
  VOLUNTEER: 'star',
  ACCESS: 'visibility',
  ANSWER: 'check-circle',
  QUESTION: 'help',
  EVENT: 'today',
  ANNOUNCEMENT: 'flag',
};

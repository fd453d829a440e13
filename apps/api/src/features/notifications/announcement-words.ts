import type { Described, FactRow, NoticeFact, Seen } from './description.ts';
import { withReason, type Words } from './words.ts';

const addressed = 'Sie gehören zu den Angesprochenen';
/** `detail` of a publication: "bis 24.11.2026", or nothing. */
const due = (detail: string): string => (detail ? ` Bitte handeln Sie ${detail}.` : '');

const words = {
  announced: {
    reason: addressed,
    named: (n, title) => `${n.actorName}: „${title}“.${due(n.detail)}`,
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können.',
  },
  announcement_corrected: {
    reason: addressed,
    named: (n, title) => `Die Mitteilung „${title}“ wurde korrigiert: ${n.detail}`,
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können, wurde korrigiert.',
  },
  announcement_withdrawn: {
    reason: addressed,
    named: (n, title) => withReason(`Die Mitteilung „${title}“ wurde zurückgezogen.`, n.detail),
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können, wurde zurückgezogen.',
  },
  acknowledgement_missing: {
    reason: 'Sie können für Ihre Verwaltung bestätigen',
    named: (n, title) => `Die Bestätigung Ihrer Verwaltung fehlt noch: „${title}“.${due(n.detail)}`,
    neutral: 'Die Bestätigung einer Mitteilung, die Sie nicht mehr lesen können, fehlt noch.',
  },
  announcement_returned: {
    reason: 'Sie hatten die Veröffentlichung geplant',
    named: (_, title) => `„${title}“ wurde nicht veröffentlicht und ist wieder ein Entwurf. Bitte prüfen Sie Frist und Empfänger.`,
    neutral: 'Eine geplante Mitteilung wurde nicht veröffentlicht.',
    page: 'bearbeiten',
  },
} satisfies Partial<Record<NoticeFact, Words>>;
type AnnouncementFact = keyof typeof words;

export const isOfAnnouncement = (fact: NoticeFact): fact is AnnouncementFact => fact in words;

export function describeAnnouncement(fact: AnnouncementFact, row: FactRow, { announcement, confidential }: Seen): Described {
  const { reason, named, neutral, page }: Words = words[fact];
  if (!announcement || !row.announcementId) return { sentence: neutral, reason, path: '/mitteilungen' };
  const path = `/mitteilungen/${row.announcementId}${page ? `/${page}` : ''}`;
  // R13: a mail leads there, and says nothing of it.
  if (confidential) return { sentence: 'Eine vertrauliche Mitteilung. Sie lesen sie auf der Plattform.', reason, path };
  return { sentence: named(row, announcement), reason, path };
}

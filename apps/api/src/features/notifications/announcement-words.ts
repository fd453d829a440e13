import type { Described, FactRow, NoticeFact, Seen } from './description.ts';

interface Words {
  reason: string;
  /** With the announcement's title. */
  named: (row: FactRow, title: string) => string;
  /** Without it: it may not be read any more. */
  neutral: string;
  page?: 'bearbeiten';
}
const addressed = 'Sie gehören zu den Angesprochenen';
/** `detail` of a publication: "bis 24.11.2026", or nothing. */
const due = (detail: string): string => (detail ? ` Bitte handeln Sie ${detail}.` : '');

const words: Partial<Record<NoticeFact, Words>> = {
  announced: {
    reason: addressed,
    named: (n, title) => `${n.actorName}: »${title}«.${due(n.detail)}`,
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können.',
  },
  announcement_corrected: {
    reason: addressed,
    named: (n, title) => `Die Mitteilung »${title}« wurde korrigiert: ${n.detail}`,
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können, wurde korrigiert.',
  },
  announcement_withdrawn: {
    reason: addressed,
    named: (n, title) => `Die Mitteilung »${title}« wurde zurückgezogen. Grund: ${n.detail}`,
    neutral: 'Eine Mitteilung, die Sie nicht mehr lesen können, wurde zurückgezogen.',
  },
  acknowledgement_missing: {
    reason: 'Sie können für Ihre Verwaltung bestätigen',
    named: (n, title) => `Die Bestätigung Ihrer Verwaltung fehlt noch: »${title}«.${due(n.detail)}`,
    neutral: 'Die Bestätigung einer Mitteilung, die Sie nicht mehr lesen können, fehlt noch.',
  },
  announcement_returned: {
    reason: 'Sie hatten die Veröffentlichung geplant',
    named: (_, title) => `»${title}« wurde nicht veröffentlicht und ist wieder ein Entwurf. Bitte prüfen Sie Frist und Empfänger.`,
    neutral: 'Eine geplante Mitteilung wurde nicht veröffentlicht.',
    page: 'bearbeiten',
  },
};

/** null: the fact is none of an announcement. */
export function describeAnnouncement(fact: NoticeFact, row: FactRow, { announcement, confidential }: Seen): Described | null {
  const found = words[fact];
  if (!found) return null;
  const path =
    announcement && row.announcementId ? `/mitteilungen/${row.announcementId}${found.page ? `/${found.page}` : ''}` : '/mitteilungen';
  // R13: a mail leads there, and says nothing of it.
  if (confidential && announcement)
    return { sentence: 'Eine vertrauliche Mitteilung. Sie lesen sie auf der Plattform.', reason: found.reason, path };
  return { sentence: announcement ? found.named(row, announcement) : found.neutral, reason: found.reason, path };
}

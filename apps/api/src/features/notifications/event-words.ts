import type { Described, FactRow, NoticeFact, Seen } from './description.ts';

interface Words {
  reason: string;
  /** With the event's or the wish's name. */
  named: (row: FactRow, name: string, seen: Seen) => string;
  /** Without any name: it may not be read any more. */
  neutral: string;
  about: 'event' | 'wish';
}
const registered = 'Sie sind angemeldet';
const wished = 'Sie haben sich das Thema gewünscht oder dafür gestimmt';
const wishes = '/sprechstunden/themenwuensche';

const eventWords: Partial<Record<NoticeFact, Words>> = {
  event_moved: {
    reason: registered,
    named: (n, event) => `»${event}« findet jetzt am ${n.detail} Uhr statt.`,
    neutral: 'Eine Veranstaltung, zu der Sie angemeldet sind, wurde verlegt.',
    about: 'event',
  },
  event_cancelled: {
    reason: registered,
    named: (n, event) => `»${event}« fällt aus. Grund: ${n.detail}`,
    neutral: 'Eine Veranstaltung, zu der Sie angemeldet sind, fällt aus.',
    about: 'event',
  },
  registration_promoted: {
    reason: 'Sie standen auf der Warteliste',
    named: (n, event) => `${n.detail ? `Für »${n.detail}« ist` : 'Für Sie ist'} ein Platz frei geworden: »${event}«.`,
    neutral: 'In einer Veranstaltung ist ein Platz frei geworden.',
    about: 'event',
  },
  wish_planned: {
    reason: wished,
    named: (_, wish, { event }) => (event ? `Das Thema »${wish}« ist eingeplant: »${event}«.` : `Das Thema »${wish}« ist eingeplant.`),
    neutral: 'Ein Themenwunsch ist eingeplant.',
    about: 'wish',
  },
  wish_declined: {
    reason: wished,
    named: (n, wish) => `Das Thema »${wish}« wird nicht eingeplant. Grund: ${n.detail}`,
    neutral: 'Ein Themenwunsch wird nicht eingeplant.',
    about: 'wish',
  },
};

/** null: the fact is none of an event. */
export function describeEvent(fact: NoticeFact, row: FactRow, seen: Seen): Described | null {
  const words = eventWords[fact];
  if (!words) return null;
  const name = seen[words.about];
  const page =
    seen.event && row.sprechstundeId ? `/sprechstunden/${row.sprechstundeId}` : words.about === 'wish' ? wishes : '/sprechstunden';
  return { sentence: name ? words.named(row, name, seen) : words.neutral, reason: words.reason, path: page };
}

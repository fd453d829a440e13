import type { Described, FactRow, NoticeFact, Seen } from './description.ts';
import { withReason } from './words.ts';

interface EventWords {
  reason: string;
  /** With the name of the event or the wish. */
  named: (row: FactRow, name: string, seen: Seen) => string;
  /** Without a name: the reader may not read it any more. */
  neutral: string;
  about: 'event' | 'wish';
}
const registered = 'Sie sind angemeldet';
const wished = 'Sie haben sich das Thema gewünscht oder dafür gestimmt';
const wishes = '/sprechstunden/themenwuensche';

const words = {
  event_moved: {
    reason: registered,
    named: (n, event) => `„${event}“ findet jetzt am ${n.detail} Uhr statt.`,
    neutral: 'Eine Veranstaltung, zu der Sie angemeldet sind, wurde verlegt.',
    about: 'event',
  },
  event_cancelled: {
    reason: registered,
    named: (n, event) => withReason(`„${event}“ fällt aus.`, n.detail),
    neutral: 'Eine Veranstaltung, zu der Sie angemeldet sind, fällt aus.',
    about: 'event',
  },
  registration_promoted: {
    reason: 'Sie standen auf der Warteliste',
    named: (n, event) => `${n.detail ? `Für „${n.detail}“ ist` : 'Für Sie ist'} ein Platz frei geworden: „${event}“.`,
    neutral: 'In einer Veranstaltung ist ein Platz frei geworden.',
    about: 'event',
  },
  wish_planned: {
    reason: wished,
    named: (_, wish, { event }) => (event ? `Das Thema „${wish}“ ist eingeplant: „${event}“.` : `Das Thema „${wish}“ ist eingeplant.`),
    neutral: 'Ein Themenwunsch ist eingeplant.',
    about: 'wish',
  },
  wish_declined: {
    reason: wished,
    named: (n, wish) => withReason(`Das Thema „${wish}“ wird nicht eingeplant.`, n.detail),
    neutral: 'Ein Themenwunsch wird nicht eingeplant.',
    about: 'wish',
  },
} satisfies Partial<Record<NoticeFact, EventWords>>;
type EventFact = keyof typeof words;

export const isOfEvent = (fact: NoticeFact): fact is EventFact => fact in words;

export function describeEvent(fact: EventFact, row: FactRow, seen: Seen): Described {
  const { about, named, neutral, reason }: EventWords = words[fact];
  const name = seen[about];
  const overview = about === 'wish' ? wishes : '/sprechstunden';
  const path = seen.event && row.sprechstundeId ? `/sprechstunden/${row.sprechstundeId}` : overview;
  return { sentence: name ? named(row, name, seen) : neutral, reason, path };
}

import { bareFact, causeOf, seesNothing, type FactRow, type NoticeFact, type Seen } from '../src/features/notifications/description.ts';

/** A notice of a fact, by Kim Muster in the group `g`; whoever needs another place names it. */
export const factRow = (fact: NoticeFact, data: Partial<FactRow> = {}): FactRow => ({
  ...bareFact,
  kind: 'DECISION',
  cause: causeOf(fact, 'id'),
  actorName: 'Kim Muster',
  groupId: 'g',
  ...data,
});

/** What somebody sees who may read it all; of questions no mail and no deputy sees a title. */
export const seesNames: Seen = {
  ...seesNothing,
  group: 'AG 4 Kommunikation',
  thread: 'Newsletter im Herbst',
  organisation: 'Stadt Halle (Saale)',
  event: '28. OZG-Sprechstunde: Gewerbesteuer digital',
  wish: 'Siegel an Bescheiden',
  announcement: 'Neue Schnittstelle für Breitband',
};

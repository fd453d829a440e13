import type { Described, FactRow, NoticeFact, Seen } from './description.ts';
import { withReason } from './words.ts';

type PeopleFact = Extract<NoticeFact, `affiliation_${string}` | 'deputy_named' | 'barrier_reported'>;

const asked = 'Sie haben angefragt';

/** Affiliations, deputies, and reports to the operator. */
export function describePeople(fact: PeopleFact, row: FactRow, { organisation }: Seen): Described {
  switch (fact) {
    case 'affiliation_requested':
      return row.organisationId && organisation
        ? {
            sentence: `${row.actorName} bittet um die Zuordnung zu „${organisation}“.`,
            reason: 'Sie bestätigen, wer dazugehört',
            path: `/kommunen/${row.organisationId}/verwalten`,
          }
        : { sentence: `${row.actorName} gehört noch zu keiner Organisation.`, reason: 'Sie verwalten die Plattform', path: '/verwaltung' };
    case 'affiliation_confirmed':
      return {
        sentence: organisation ? `Ihre Zuordnung zu „${organisation}“ ist bestätigt.` : 'Ihre Zuordnung ist bestätigt.',
        reason: asked,
        path: '/mein-tag',
      };
    case 'affiliation_declined':
      return {
        sentence: withReason(
          organisation ? `Die Zuordnung zu „${organisation}“ wurde nicht bestätigt.` : 'Die Zuordnung wurde nicht bestätigt.',
          row.detail,
        ),
        reason: asked,
        path: '/mein-tag',
      };
    case 'deputy_named':
      return {
        sentence: `${row.actorName} ist ${row.detail} abwesend. Sie vertreten.`,
        reason: 'Sie wurden als Vertretung genannt',
        path: '/konto#abwesenheit',
      };
    case 'barrier_reported':
      return { sentence: 'Jemand hat eine Barriere gemeldet.', reason: 'Sie verwalten die Plattform', path: '/verwaltung' };
  }
}

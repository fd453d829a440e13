import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, type FactRow } from './description.ts';

it.each<[string, FactRow, string, string, string]>([
  [
    'named as a deputy',
    factRow('deputy_named', { detail: 'vom 23.12.2026 bis 03.01.2027' }),
    'Kim Muster ist vom 23.12.2026 bis 03.01.2027 abwesend. Sie vertreten.',
    'Sie wurden als Vertretung genannt',
    '/konto#abwesenheit',
  ],
  [
    'affiliation asked',
    factRow('affiliation_requested', { organisationId: 'o' }),
    'Kim Muster bittet um die Zuordnung zu „Stadt Halle (Saale)“.',
    'Sie bestätigen, wer dazugehört',
    '/kommunen/o/verwalten',
  ],
  [
    'affiliation asked without organisation',
    factRow('affiliation_requested'),
    'Kim Muster gehört noch zu keiner Organisation.',
    'Sie verwalten die Plattform',
    '/verwaltung',
  ],
  [
    'affiliation confirmed',
    factRow('affiliation_confirmed', { organisationId: 'o' }),
    'Ihre Zuordnung zu „Stadt Halle (Saale)“ ist bestätigt.',
    'Sie haben angefragt',
    '/mein-tag',
  ],
  [
    'affiliation declined',
    factRow('affiliation_declined', { organisationId: 'o', detail: 'Unbekannt' }),
    'Die Zuordnung zu „Stadt Halle (Saale)“ wurde nicht bestätigt. Grund: Unbekannt',
    'Sie haben angefragt',
    '/mein-tag',
  ],
  ['barrier', factRow('barrier_reported'), 'Jemand hat eine Barriere gemeldet.', 'Sie verwalten die Plattform', '/verwaltung'],
])('%s', (_, notice, sentence, reason, path) => {
  expect(describe(notice, seesNames)).toEqual({ sentence, reason, path });
});

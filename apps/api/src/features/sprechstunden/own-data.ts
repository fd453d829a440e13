import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  {
    table: 'sprechstunden_series',
    title: 'Angelegte Sprechstunden-Reihen',
    where: 't.created_by_id = $1::uuid',
  },
  { table: 'sprechstunde', title: 'Angelegte Veranstaltungen', where: 't.created_by_id = $1::uuid' },
  { table: 'speaker', title: 'Beiträge zu Veranstaltungen', where: 't.person_id = $1::uuid' },
  { table: 'event_seat', title: 'Gastzugänge zu Veranstaltungen', where: 't.person_id = $1::uuid' },
  { table: 'registration', title: 'Anmeldungen zu Veranstaltungen', where: 't.person_id = $1::uuid' },
  {
    table: 'distribution_entry',
    title: 'Einträge in Verteilern',
    where: `t.person_id = $1::uuid OR (t.email = $2 AND $2 <> '')`,
  },
  { table: 'topic_wish', title: 'Themenwünsche', where: 't.author_id = $1::uuid' },
  { table: 'wish_vote', title: 'Stimmen für Themenwünsche', where: 't.person_id = $1::uuid' },
  {
    table: 'calendar_subscription',
    title: 'Kalenderadresse (ohne das Geheimnis)',
    where: 't.person_id = $1::uuid',
    without: ['token_hash'],
  },
];

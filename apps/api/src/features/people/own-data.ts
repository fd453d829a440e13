import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  { table: 'person', title: 'Person', where: 't.id = $1::uuid' },
  { table: 'identity', title: 'Kennungen des Anmeldedienstes', where: 't.person_id = $1::uuid' },
  { table: 'affiliation', title: 'Zugehörigkeiten zu Organisationen', where: 't.person_id = $1::uuid' },
  { table: 'affiliation_request', title: 'Bitten um Zuordnung', where: 't.person_id = $1::uuid' },
  {
    table: 'invitation',
    title: 'Einladungen, gesendet und erhalten',
    where: `t.invited_by_id = $1::uuid OR t.accepted_by_id = $1::uuid OR (t.email = $2 AND $2 <> '')`,
    without: ['token_hash'],
  },
  { table: 'global_role_grant', title: 'Rollen im Land', where: 't.person_id = $1::uuid' },
];

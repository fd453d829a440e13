import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  { table: 'group_membership', title: 'Mitgliedschaften in Arbeitsgruppen', where: 't.person_id = $1::uuid' },
  { table: 'working_group', title: 'Vorgeschlagene Arbeitsgruppen', where: 't.proposed_by_id = $1::uuid' },
  { table: 'work_package', title: 'Übernommene Arbeitspakete', where: 't.taken_by_id = $1::uuid' },
  { table: 'volunteering', title: 'Angebote zu übernehmen', where: 't.person_id = $1::uuid' },
  { table: 'reading_grant', title: 'Einsicht in Arbeitsgruppen mit Begründung', where: 't.person_id = $1::uuid' },
  { table: 'group_follow', title: 'Gefolgte Arbeitsgruppen', where: 't.person_id = $1::uuid' },
];

import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  { table: 'announcement', title: 'Geschriebene Mitteilungen', where: 't.author_id = $1::uuid OR t.created_by_id = $1::uuid' },
  { table: 'announcement_correction', title: 'Korrekturen an Mitteilungen', where: 't.by_id = $1::uuid' },
  { table: 'announcement_recipient', title: 'Erhaltene Mitteilungen', where: 't.person_id = $1::uuid' },
  { table: 'announcement_read', title: 'Gelesene Mitteilungen', where: 't.person_id = $1::uuid' },
  { table: 'announcement_acknowledgement', title: 'Bestätigte Mitteilungen', where: 't.person_id = $1::uuid' },
];

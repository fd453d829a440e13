import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  {
    table: 'question',
    title: 'Gestellte Fragen',
    where: 't.author_id = $1::uuid OR EXISTS (SELECT FROM question_asker a WHERE a.question_id = t.id AND a.person_id = $1::uuid)',
  },
  { table: 'question_asker', title: 'Gestellte Fragen, auch ohne Namen', where: 't.person_id = $1::uuid' },
  {
    table: 'question_addition',
    title: 'Ergänzungen eigener Fragen',
    where: 'EXISTS (SELECT FROM question_asker a WHERE a.question_id = t.question_id AND a.person_id = $1::uuid)',
  },
  { table: 'question_vote', title: 'Stimmen für Fragen', where: 't.person_id = $1::uuid' },
  { table: 'question_step', title: 'Bearbeitete Fragen', where: 't.by_id = $1::uuid' },
  { table: 'official_answer', title: 'Amtliche Antworten', where: 't.author_id = $1::uuid' },
  { table: 'faq_version', title: 'Fassungen von FAQ-Einträgen', where: 't.by_id = $1::uuid' },
];

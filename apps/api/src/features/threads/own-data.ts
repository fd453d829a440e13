import type { OwnSection } from '../../platform/own-data.ts';

export const ownSections: readonly OwnSection[] = [
  {
    table: 'thread',
    title: 'Eröffnete Themen',
    where: 't.opened_by_id = $1::uuid',
    without: ['stand', 'stand_by_id', 'stand_at', 'stand_no', 'last_author_id', 'recent_organisation_ids'],
  },
  {
    table: 'thread',
    title: 'Geschriebener Stand der Diskussion',
    where: 't.stand_by_id = $1::uuid',
    without: ['last_author_id', 'recent_organisation_ids'],
  },
  {
    table: 'thread',
    title: 'Themen, in denen Sie zuletzt geschrieben haben',
    where: 't.last_author_id = $1::uuid',
    // Its title is a text of who opened it.
    without: ['title', 'opened_by_id', 'client_mutation_id', 'stand', 'stand_by_id', 'stand_at', 'stand_no', 'recent_organisation_ids'],
  },
  { table: 'thread_participant', title: 'Beteiligung an Themen', where: 't.person_id = $1::uuid' },
  { table: 'post', title: 'Beiträge', where: 't.author_id = $1::uuid' },
  {
    table: 'post_revision',
    title: 'Frühere Fassungen der Beiträge',
    where: 'EXISTS (SELECT FROM post p WHERE p.id = t.post_id AND p.author_id = $1::uuid)',
  },
  {
    table: 'post',
    title: 'Gelöschte Beiträge anderer',
    where: 't.deleted_by_id = $1::uuid AND t.author_id <> $1::uuid',
    without: ['body', 'author_id', 'organisation_id', 'function', 'client_mutation_id'],
  },
  { table: 'reaction', title: 'Reaktionen', where: 't.person_id = $1::uuid' },
  { table: 'mention', title: 'Erwähnungen', where: `t.kind = 'PERSON' AND t.target_id = $1::uuid::text` },
  { table: 'read_state', title: 'Lesestand', where: 't.person_id = $1::uuid' },
  { table: 'thread_follow', title: 'Gefolgte Themen', where: 't.person_id = $1::uuid' },
  { table: 'draft', title: 'Entwürfe', where: 't.person_id = $1::uuid' },
];

/** $1 the person, $2 their mail address. */
export interface Section {
  table: string;
  title: string;
  /** The row's alias is `t`. */
  where: string;
  /** Columns that are not the person's: secrets, and texts of others. */
  without?: readonly string[];
}

/** R10, Art. 15: everything stored about a person. A test derives from the database which tables have to stand here. */
export const sections: readonly Section[] = [
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
  { table: 'group_membership', title: 'Mitgliedschaften in Arbeitsgruppen', where: 't.person_id = $1::uuid' },
  { table: 'working_group', title: 'Vorgeschlagene Arbeitsgruppen', where: 't.proposed_by_id = $1::uuid' },
  { table: 'work_package', title: 'Übernommene Arbeitspakete', where: 't.taken_by_id = $1::uuid' },
  { table: 'volunteering', title: 'Angebote zu übernehmen', where: 't.person_id = $1::uuid' },
  { table: 'reading_grant', title: 'Einsicht in Arbeitsgruppen mit Begründung', where: 't.person_id = $1::uuid' },
  {
    table: 'thread',
    title: 'Eröffnete Themen',
    where: 't.opened_by_id = $1::uuid',
    without: ['stand', 'stand_by_id', 'stand_at', 'stand_no'],
  },
  { table: 'thread', title: 'Geschriebener Stand der Diskussion', where: 't.stand_by_id = $1::uuid' },
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
  { table: 'reaction', title: 'Reaktionen', where: 't.person_id = $1::uuid' },
  { table: 'mention', title: 'Erwähnungen', where: `t.kind = 'PERSON' AND t.target_id = $1::uuid::text` },
  { table: 'read_state', title: 'Lesestand', where: 't.person_id = $1::uuid' },
  { table: 'thread_follow', title: 'Gefolgte Themen', where: 't.person_id = $1::uuid' },
  { table: 'group_follow', title: 'Gefolgte Arbeitsgruppen', where: 't.person_id = $1::uuid' },
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
  { table: 'draft', title: 'Entwürfe', where: 't.person_id = $1::uuid' },
  { table: 'notice', title: 'Hinweise', where: 't.person_id = $1::uuid' },
  {
    table: 'outbox_mail',
    title: 'E-Mails der Plattform (ohne Text)',
    where: `t."to" = $2 AND $2 <> ''`,
    without: ['text', 'html', 'key', 'error'],
  },
  { table: 'barrier_report', title: 'Gemeldete Barrieren', where: `lower(t.contact) = $2 AND $2 <> ''` },
  {
    table: 'audit_entry',
    title: 'Protokollierte Vorgänge',
    where: `t.actor_id = $1::uuid OR (t.subject_kind = 'person' AND t.subject_id = $1::uuid::text)`,
  },
  { table: 'event', title: 'Technische Ereignisse', where: `t.room = 'person:' || $1::uuid::text` },
];

/** Both parameters are named in each statement: PostgreSQL wants as many as are sent. */
export const statementOf = ({ table, where, without = [] }: Section): string =>
  `SELECT to_jsonb(t)${without.map((column) => ` - '${column}'`).join('')} AS row FROM "${table}" t WHERE $1::uuid IS NOT NULL AND $2::text IS NOT NULL AND (${where})`;

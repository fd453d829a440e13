import type { OwnSection } from '../../platform/own-data.ts';

/** Tables of the platform itself. */
export const ownSections: readonly OwnSection[] = [
  {
    table: 'outbox_mail',
    title: 'E-Mails der Plattform (ohne Text)',
    where: `t."to" = $2 AND $2 <> ''`,
    without: ['text', 'html', 'key', 'error'],
  },
  {
    table: 'audit_entry',
    title: 'Protokollierte Vorgänge',
    where: `t.actor_id = $1::uuid OR (t.subject_kind = 'person' AND t.subject_id = $1::uuid::text)`,
  },
  { table: 'event', title: 'Technische Ereignisse', where: `t.room = 'person:' || $1::uuid::text` },
];

import type { NoticeKind } from '@kollab/contract';
import { acknowledgedFor } from '../announcements/index.ts';
import { byName } from '../notifications/index.ts';

interface Hurrying {
  kind: NoticeKind;
  cause: string;
  dueAt: Date | null;
  onBehalfOf: string;
}

/** Subject of a mail at once. It names no content: subjects are seen on lock screens and in previews. */
export function subjectOf({ kind, cause, dueAt, onBehalfOf }: Hurrying): string {
  if (onBehalfOf) return 'Ein Hinweis in Vertretung';
  if (cause.startsWith('announcement_corrected:')) return 'Eine Mitteilung wurde korrigiert';
  if (cause.startsWith('announcement_withdrawn:')) return 'Eine Mitteilung wurde zurückgezogen';
  if (kind === 'MENTION') return 'Sie wurden erwähnt';
  if (kind === 'ANSWER') return 'Antwort auf Ihre Frage';
  return dueAt ? 'Eine Frist läuft bald ab' : 'Ein Hinweis für Sie';
}

/** A correction or withdrawal of an announcement that this person was mailed about. */
const corrects = `(n.cause LIKE 'announcement\\_corrected:%' OR n.cause LIKE 'announcement\\_withdrawn:%')
   AND EXISTS (SELECT FROM notice told WHERE told.person_id = n.person_id AND told.announcement_id = n.announcement_id
                AND told.thread_id IS NULL AND told.id <> n.id AND told.mailed_at IS NOT NULL)`;

/** The deadline of an announcement that holds no more, or that the person's organisations have acknowledged. */
const settled = `EXISTS (SELECT FROM announcement a WHERE a.id = n.announcement_id AND n.thread_id IS NULL
   AND (a.status <> 'PUBLISHED' OR a.expires_at <= $1::timestamptz OR ${acknowledgedFor('n.person_id')}))`;

/**
 * As SQL, of a notice `n`: a mail goes out at once for a mention of the person, an answer to their own question, a deadline
 * within $2 hours from $1, and a correction of what an earlier mail said. For nothing else.
 */
export const hurries = `(${byName} OR n.kind = 'ANSWER' AND n.detail <> 'VOTED'
  OR n.due_at > $1::timestamptz AND n.due_at <= $1::timestamptz + make_interval(hours => $2::int) AND NOT ${settled} OR ${corrects})`;

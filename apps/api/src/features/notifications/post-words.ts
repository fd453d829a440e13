import type { Described, FactRow, NoticeFact, Seen } from './description.ts';

const facts = ['post', 'mention', 'stand'] as const satisfies readonly NoticeFact[];
export const isOfPost = (fact: NoticeFact): fact is (typeof facts)[number] => facts.some((each) => each === fact);

/** `bundle`: how many unread notices of the same thread the row stands for, itself included. */
export function describePost(row: FactRow, { thread, mail, confidential }: Seen, bundle: number): Described {
  const reason = postReason(row);
  const place = placeOf(row);
  if (!thread || !place) return { sentence: 'Ein Thema, das Sie nicht mehr lesen können.', reason, path: '/mein-tag' };
  const path = `${place}${row.postNo ? `?beitrag=${row.postNo}` : ''}`;
  const more = bundle === 2 ? ' Dazu ein weiterer Hinweis.' : bundle > 2 ? ` Dazu ${bundle - 1} weitere Hinweise.` : '';
  const at = mail && row.questionId ? 'in einer Frage' : confidential ? 'zu einer vertraulichen Mitteilung' : `in „${thread}“`;
  const question = mail ? 'Ihre Frage' : `Ihre Frage „${thread}“`;
  switch (row.kind) {
    case 'MENTION':
      return { sentence: `${row.actorName} hat ${mentioned(row)} ${at} erwähnt.${more}`, reason, path };
    case 'REPLY':
      return {
        sentence: `${row.actorName} hat ${at} auf ${row.onBehalfOf ? `einen Beitrag von ${row.onBehalfOf}` : 'Ihren Beitrag'} geantwortet.${more}`,
        reason,
        path,
      };
    case 'ANSWER':
      return { sentence: `${row.actorName} hat auf ${question} geantwortet.${more}`, reason, path };
    case 'SUMMARY':
      return { sentence: `${row.actorName} hat ${at} den Stand der Diskussion geschrieben.${more}`, reason, path };
    default:
      return {
        sentence: bundle > 1 ? `${bundle} neue Beiträge ${at}, zuletzt von ${row.actorName}.` : `${row.actorName} hat ${at} geschrieben.`,
        reason,
        path,
      };
  }
}

function placeOf({ questionId, announcementId, groupId, threadId }: FactRow): string | null {
  if (questionId) return `/fragen/${questionId}`;
  if (announcementId) return `/mitteilungen/${announcementId}`;
  return groupId && threadId && `/arbeitsgruppen/${groupId}/diskussionen/${threadId}`;
}

function mentioned({ detail: target, onBehalfOf }: FactRow): string {
  return onBehalfOf || (target === 'ORGANISATION' ? 'Ihre Organisation' : target === 'ROLE' ? 'Ihre Rolle' : 'Sie');
}

function postReason({ kind, detail }: FactRow): string {
  if (kind === 'MENTION')
    return detail === 'ORGANISATION'
      ? 'Ihre Organisation wurde erwähnt'
      : detail === 'ROLE'
        ? 'Eine Rolle, die Sie haben, wurde erwähnt'
        : 'Sie wurden erwähnt';
  if (kind === 'REPLY') return 'Antwort auf Ihren Beitrag';
  if (kind === 'ANSWER') return 'Sie haben die Frage gestellt';
  return detail === 'GROUP' ? 'Sie folgen der Arbeitsgruppe' : 'Sie folgen dem Thema';
}

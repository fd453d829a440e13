import type { GroupRole, NoticeKind } from '@kollab/contract';
import { describeFaq, describeQuestion, isOfQuestion } from './question-words.ts';
import { describeAnnouncement } from './announcement-words.ts';
import { describeEvent } from './event-words.ts';

/** What happened. It is the first word of a notice's cause: `requested:<id of the membership>:<when>`. */
export const noticeFacts = [
  'post',
  'mention',
  'stand',
  'requested',
  'accepted',
  'declined',
  'invited',
  'invitation_accepted',
  'invitation_declined',
  'invitation_revoked',
  'removed',
  'role_changed',
  'lead_lost',
  'volunteered',
  'volunteering_confirmed',
  'volunteering_declined',
  'proposed',
  'proposal_accepted',
  'proposal_declined',
  'read_with_reason',
  'affiliation_requested',
  'affiliation_confirmed',
  'affiliation_declined',
  'barrier_reported',
  'question_answered',
  'question_assigned',
  'question_returned',
  'question_deferred',
  'question_due_again',
  'question_outdated',
  'question_merged',
  'question_hidden',
  'faq_review_due',
  'event_moved',
  'event_cancelled',
  'registration_promoted',
  'wish_planned',
  'wish_declined',
  'announced',
  'announcement_corrected',
  'announcement_withdrawn',
  'acknowledgement_missing',
  'announcement_returned',
  'deputy_named',
] as const;
export type NoticeFact = (typeof noticeFacts)[number];

/** What a notice says about its fact, apart from texts that are read under the policy when it is shown. */
export interface FactRow {
  kind: NoticeKind;
  cause: string;
  actorName: string;
  groupId: string | null;
  threadId: string | null;
  postNo: number | null;
  organisationId: string | null;
  questionId: string | null;
  faqEntryId: string | null;
  sprechstundeId: string | null;
  wishId: string | null;
  announcementId: string | null;
  detail: string;
  /** Whom the reader stands in for; empty: they are meant themselves. */
  onBehalfOf: string;
}

/** Names as far as the reader may see them now; null where they may not, or not any more. */
export interface Seen {
  group: string | null;
  thread: string | null;
  organisation: string | null;
  question: string | null;
  faq: string | null;
  event: string | null;
  wish: string | null;
  announcement: string | null;
  /** In a mail, which others may see: of questions, no title. */
  mail?: true;
  /** In a mail, of an announcement that is VERTRAULICH: nothing of what it says. */
  confidential?: true;
}

export interface Described {
  /** What happened, in one sentence. */
  sentence: string;
  /** Why the reader gets it. */
  reason: string;
  /** In the web app. */
  path: string;
}

export const causeOf = (fact: NoticeFact, ...parts: readonly (string | number)[]): string => [fact, ...parts].join(':');
export const factOf = (cause: string): NoticeFact => cause.split(':', 1)[0] as NoticeFact;

const leading = 'Sie leiten die Arbeitsgruppe';
const asked = 'Sie haben angefragt';

interface Words {
  reason: string;
  /** With the group's name. */
  named: (row: FactRow, group: string) => string;
  /** Without any name: the group may not be seen. */
  neutral: string;
  page?: 'mitglieder';
}

const roleNames: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'stellvertretende Leitung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};

const groupWords: Partial<Record<NoticeFact, Words>> = {
  requested: {
    reason: leading,
    named: (n, group) => `${n.actorName} möchte in »${group}« mitarbeiten.`,
    neutral: 'Jemand möchte in einer Arbeitsgruppe mitarbeiten.',
    page: 'mitglieder',
  },
  accepted: {
    reason: asked,
    named: (_, group) => `Ihre Anfrage wurde angenommen. Sie sind jetzt Mitglied in »${group}«.`,
    neutral: 'Ihre Anfrage an eine Arbeitsgruppe wurde angenommen.',
  },
  declined: {
    reason: asked,
    named: (n, group) => withReason(`Ihre Anfrage an »${group}« wurde abgelehnt.`, n.detail),
    neutral: 'Ihre Anfrage an eine Arbeitsgruppe wurde abgelehnt.',
  },
  invited: {
    reason: 'Sie wurden eingeladen',
    named: (n, group) => `${n.actorName} lädt Sie ein, in »${group}« mitzuarbeiten.`,
    neutral: 'Sie wurden in eine Arbeitsgruppe eingeladen. Die Einladung gilt nicht mehr.',
  },
  invitation_accepted: {
    reason: leading,
    named: (n, group) => `${n.actorName} hat die Einladung in »${group}« angenommen.`,
    neutral: 'Jemand hat die Einladung in eine Arbeitsgruppe angenommen.',
    page: 'mitglieder',
  },
  invitation_declined: {
    reason: leading,
    named: (n, group) => `${n.actorName} hat die Einladung in »${group}« abgelehnt.`,
    neutral: 'Jemand hat die Einladung in eine Arbeitsgruppe abgelehnt.',
    page: 'mitglieder',
  },
  invitation_revoked: {
    reason: 'Sie waren eingeladen',
    named: (n, group) => withReason(`Die Einladung in »${group}« wurde zurückgenommen.`, n.detail),
    neutral: 'Die Einladung in eine Arbeitsgruppe wurde zurückgenommen.',
  },
  role_changed: {
    reason: 'Sie sind Mitglied',
    named: (n, group) => `Ihre Rolle in »${group}« ist jetzt: ${roleNames[n.detail as GroupRole]}.`,
    neutral: 'Ihre Rolle in einer Arbeitsgruppe wurde geändert.',
  },
  lead_lost: {
    reason: 'Sie betreuen die Arbeitsgruppen',
    named: (_, group) => `»${group}« hat keine Leitung mehr.`,
    neutral: 'Eine Arbeitsgruppe hat keine Leitung mehr.',
    page: 'mitglieder',
  },
  removed: {
    reason: 'Sie waren Mitglied',
    named: (n, group) => withReason(`Ihre Mitgliedschaft in »${group}« wurde beendet.`, n.detail),
    neutral: 'Ihre Mitgliedschaft in einer Arbeitsgruppe wurde beendet.',
  },
  volunteered: {
    reason: leading,
    named: (n, group) => `${n.actorName} möchte in »${group}« ${task(n.detail)} übernehmen.`,
    neutral: 'Jemand möchte in einer Arbeitsgruppe eine Aufgabe übernehmen.',
    page: 'mitglieder',
  },
  volunteering_confirmed: {
    reason: 'Sie haben angeboten zu übernehmen',
    named: (n, group) => `Bestätigt: Sie übernehmen in »${group}« ${task(n.detail)}.`,
    neutral: 'Ihr Angebot in einer Arbeitsgruppe wurde bestätigt.',
  },
  volunteering_declined: {
    reason: 'Sie haben angeboten zu übernehmen',
    named: (n, group) => `Ihr Angebot, in »${group}« ${task(n.detail)} zu übernehmen, wurde nicht angenommen.`,
    neutral: 'Ihr Angebot in einer Arbeitsgruppe wurde nicht angenommen.',
  },
  proposed: {
    reason: 'Sie entscheiden über Vorschläge',
    named: (n, group) => `${n.actorName} schlägt die Arbeitsgruppe »${group}« vor.`,
    neutral: 'Eine Arbeitsgruppe wurde vorgeschlagen.',
  },
  proposal_accepted: {
    reason: 'Sie haben sie vorgeschlagen',
    named: (_, group) => `Ihr Vorschlag wurde angenommen: »${group}« ist eingerichtet.`,
    neutral: 'Ihr Vorschlag für eine Arbeitsgruppe wurde angenommen.',
  },
  proposal_declined: {
    reason: 'Sie haben sie vorgeschlagen',
    named: (n, group) => withReason(`Ihr Vorschlag »${group}« wurde abgelehnt.`, n.detail),
    neutral: 'Ihr Vorschlag für eine Arbeitsgruppe wurde abgelehnt.',
  },
  read_with_reason: {
    reason: leading,
    named: (n, group) => withReason(`Die Verwaltung des Landes hat »${group}« gelesen.`, n.detail),
    neutral: 'Die Verwaltung des Landes hat eine Arbeitsgruppe gelesen.',
    page: 'mitglieder',
  },
};

function withReason(sentence: string, reason: string): string {
  return reason ? `${sentence} Grund: ${reason}` : sentence;
}

function task(workPackage: string): string {
  return workPackage ? `das Arbeitspaket »${workPackage}«` : 'die Leitung';
}

/** The one place where a notice becomes words; the mails use the same. `bundle`: how many unread ones the row stands for. */
export function describe(row: FactRow, seen: Seen, bundle = 1): Described {
  const told = describeFact(row, seen, bundle);
  return row.onBehalfOf ? { ...told, reason: `In Vertretung für ${row.onBehalfOf}` } : told;
}

function describeFact(row: FactRow, seen: Seen, bundle: number): Described {
  const fact = factOf(row.cause);
  if (row.threadId) return describePost(row, row.threadId, seen, bundle);
  if (isOfQuestion(fact)) return describeQuestion(fact, row, seen);
  if (fact === 'faq_review_due') return describeFaq(row, seen);
  const words = groupWords[fact];
  if (!words) return describeEvent(fact, row, seen) ?? describeAnnouncement(fact, row, seen) ?? describeOther(fact, row, seen);
  if (!seen.group || !row.groupId) return { sentence: words.neutral, reason: words.reason, path: '/arbeitsgruppen' };
  const path = `/arbeitsgruppen/${row.groupId}${words.page ? `/${words.page}` : ''}`;
  return { sentence: words.named(row, seen.group), reason: words.reason, path };
}

function describePost(row: FactRow, threadId: string, { thread, mail, confidential }: Seen, bundle: number): Described {
  const reason = postReason(row);
  const place = placeOf(row, threadId);
  if (!thread || !place) return { sentence: 'Ein Thema, das Sie nicht mehr lesen können.', reason, path: '/mein-tag' };
  const path = `${place}${row.postNo ? `?beitrag=${row.postNo}` : ''}`;
  const more = bundle === 2 ? ' Dazu ein weiterer Hinweis.' : bundle > 2 ? ` Dazu ${bundle - 1} weitere Hinweise.` : '';
  const at = mail && row.questionId ? 'in einer Frage' : confidential ? 'zu einer vertraulichen Mitteilung' : `in »${thread}«`;
  const question = mail ? 'Ihre Frage' : `Ihre Frage »${thread}«`;
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

const placeOf = ({ questionId, announcementId, groupId }: FactRow, threadId: string): string | null => {
  if (questionId) return `/fragen/${questionId}`;
  return announcementId ? `/mitteilungen/${announcementId}` : groupId && `/arbeitsgruppen/${groupId}/diskussionen/${threadId}`;
};

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

function describeOther(fact: NoticeFact, row: FactRow, { organisation }: Seen): Described {
  switch (fact) {
    case 'affiliation_requested':
      return row.organisationId && organisation
        ? {
            sentence: `${row.actorName} bittet um die Zuordnung zu »${organisation}«.`,
            reason: 'Sie bestätigen, wer dazugehört',
            path: `/kommunen/${row.organisationId}/verwalten`,
          }
        : { sentence: `${row.actorName} gehört noch zu keiner Organisation.`, reason: 'Sie verwalten die Plattform', path: '/verwaltung' };
    case 'affiliation_confirmed':
      return {
        sentence: organisation ? `Ihre Zuordnung zu »${organisation}« ist bestätigt.` : 'Ihre Zuordnung ist bestätigt.',
        reason: asked,
        path: '/mein-tag',
      };
    case 'affiliation_declined':
      return {
        sentence: withReason(
          organisation ? `Die Zuordnung zu »${organisation}« wurde nicht bestätigt.` : 'Die Zuordnung wurde nicht bestätigt.',
          row.detail,
        ),
        reason: asked,
        path: '/mein-tag',
      };
    case 'deputy_named':
      return {
        sentence: `${row.actorName} ist ${row.detail} abwesend. Sie vertreten.`,
        reason: 'Sie wurden als Vertretung genannt',
        path: '/konto#abwesenheit',
      };
    default:
      return { sentence: 'Jemand hat eine Barriere gemeldet.', reason: 'Sie verwalten die Plattform', path: '/verwaltung' };
  }
}

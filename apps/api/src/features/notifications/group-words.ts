import type { GroupRole } from '@kollab/contract';
import type { Described, FactRow, NoticeFact, Seen } from './description.ts';
import { withReason, type Words } from './words.ts';

const leading = 'Sie leiten die Arbeitsgruppe';
const asked = 'Sie haben angefragt';

const roleNames: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'stellvertretende Leitung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};

const words = {
  requested: {
    reason: leading,
    named: (n, group) => `${n.actorName} möchte in „${group}“ mitarbeiten.`,
    neutral: 'Jemand möchte in einer Arbeitsgruppe mitarbeiten.',
    page: 'mitglieder',
  },
  accepted: {
    reason: asked,
    named: (_, group) => `Ihre Anfrage wurde angenommen. Sie sind jetzt Mitglied in „${group}“.`,
    neutral: 'Ihre Anfrage an eine Arbeitsgruppe wurde angenommen.',
  },
  declined: {
    reason: asked,
    named: (n, group) => withReason(`Ihre Anfrage an „${group}“ wurde abgelehnt.`, n.detail),
    neutral: 'Ihre Anfrage an eine Arbeitsgruppe wurde abgelehnt.',
  },
  invited: {
    reason: 'Sie wurden eingeladen',
    named: (n, group) => `${n.actorName} lädt Sie ein, in „${group}“ mitzuarbeiten.`,
    neutral: 'Sie wurden in eine Arbeitsgruppe eingeladen. Die Einladung gilt nicht mehr.',
  },
  invitation_accepted: {
    reason: leading,
    named: (n, group) => `${n.actorName} hat die Einladung in „${group}“ angenommen.`,
    neutral: 'Jemand hat die Einladung in eine Arbeitsgruppe angenommen.',
    page: 'mitglieder',
  },
  invitation_declined: {
    reason: leading,
    named: (n, group) => `${n.actorName} hat die Einladung in „${group}“ abgelehnt.`,
    neutral: 'Jemand hat die Einladung in eine Arbeitsgruppe abgelehnt.',
    page: 'mitglieder',
  },
  invitation_revoked: {
    reason: 'Sie waren eingeladen',
    named: (n, group) => withReason(`Die Einladung in „${group}“ wurde zurückgenommen.`, n.detail),
    neutral: 'Die Einladung in eine Arbeitsgruppe wurde zurückgenommen.',
  },
  role_changed: {
    reason: 'Sie sind Mitglied',
    named: (n, group) => `Ihre Rolle in „${group}“ ist jetzt: ${roleNames[n.detail as GroupRole]}.`,
    neutral: 'Ihre Rolle in einer Arbeitsgruppe wurde geändert.',
  },
  lead_lost: {
    reason: 'Sie betreuen die Arbeitsgruppen',
    named: (_, group) => `„${group}“ hat keine Leitung mehr.`,
    neutral: 'Eine Arbeitsgruppe hat keine Leitung mehr.',
    page: 'mitglieder',
  },
  removed: {
    reason: 'Sie waren Mitglied',
    named: (n, group) => withReason(`Ihre Mitgliedschaft in „${group}“ wurde beendet.`, n.detail),
    neutral: 'Ihre Mitgliedschaft in einer Arbeitsgruppe wurde beendet.',
  },
  volunteered: {
    reason: leading,
    named: (n, group) => `${n.actorName} möchte in „${group}“ ${task(n.detail)} übernehmen.`,
    neutral: 'Jemand möchte in einer Arbeitsgruppe eine Aufgabe übernehmen.',
    page: 'mitglieder',
  },
  volunteering_confirmed: {
    reason: 'Sie haben angeboten zu übernehmen',
    named: (n, group) => `Bestätigt: Sie übernehmen in „${group}“ ${task(n.detail)}.`,
    neutral: 'Ihr Angebot in einer Arbeitsgruppe wurde bestätigt.',
  },
  volunteering_declined: {
    reason: 'Sie haben angeboten zu übernehmen',
    named: (n, group) => `Ihr Angebot, in „${group}“ ${task(n.detail)} zu übernehmen, wurde nicht angenommen.`,
    neutral: 'Ihr Angebot in einer Arbeitsgruppe wurde nicht angenommen.',
  },
  proposed: {
    reason: 'Sie entscheiden über Vorschläge',
    named: (n, group) => `${n.actorName} schlägt die Arbeitsgruppe „${group}“ vor.`,
    neutral: 'Eine Arbeitsgruppe wurde vorgeschlagen.',
  },
  proposal_accepted: {
    reason: 'Sie haben sie vorgeschlagen',
    named: (_, group) => `Ihr Vorschlag wurde angenommen: „${group}“ ist eingerichtet.`,
    neutral: 'Ihr Vorschlag für eine Arbeitsgruppe wurde angenommen.',
  },
  proposal_declined: {
    reason: 'Sie haben sie vorgeschlagen',
    named: (n, group) => withReason(`Ihr Vorschlag „${group}“ wurde abgelehnt.`, n.detail),
    neutral: 'Ihr Vorschlag für eine Arbeitsgruppe wurde abgelehnt.',
  },
  read_with_reason: {
    reason: leading,
    named: (n, group) => withReason(`Die Verwaltung des Landes hat „${group}“ gelesen.`, n.detail),
    neutral: 'Die Verwaltung des Landes hat eine Arbeitsgruppe gelesen.',
    page: 'mitglieder',
  },
} satisfies Partial<Record<NoticeFact, Words>>;
type GroupFact = keyof typeof words;

function task(workPackage: string): string {
  return workPackage ? `das Arbeitspaket „${workPackage}“` : 'die Leitung';
}

export const isOfGroup = (fact: NoticeFact): fact is GroupFact => fact in words;

export function describeGroup(fact: GroupFact, row: FactRow, { group }: Seen): Described {
  const { reason, named, neutral, page }: Words = words[fact];
  if (!group || !row.groupId) return { sentence: neutral, reason, path: '/arbeitsgruppen' };
  return { sentence: named(row, group), reason, path: `/arbeitsgruppen/${row.groupId}${page ? `/${page}` : ''}` };
}

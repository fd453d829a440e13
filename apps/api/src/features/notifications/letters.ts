import type { Letter } from '../../platform/mail/letter.ts';
import type { Described, NoticeFact } from './description.ts';

interface Frame {
  subject: (object: string) => string;
  /** One sentence on what the recipient can do now. */
  next?: string;
  label: string;
}

/** Facts with a mail of their own, sent at once: what somebody is asked, and what was decided about them. `mailing` tells all others. */
export const letterFrames: Partial<Record<NoticeFact, Frame>> = {
  requested: {
    subject: (group) => `Anfrage zur Mitarbeit: ${group}`,
    next: 'Bitte nehmen Sie die Anfrage an oder lehnen Sie sie mit einem Satz zur Begründung ab.',
    label: 'Anfrage ansehen',
  },
  accepted: { subject: (group) => `Ihre Anfrage wurde angenommen: ${group}`, label: 'Zur Arbeitsgruppe' },
  declined: { subject: (group) => `Ihre Anfrage wurde abgelehnt: ${group}`, label: 'Arbeitsgruppe ansehen' },
  invited: {
    subject: (group) => `Einladung in die Arbeitsgruppe ${group}`,
    next: 'Sie können die Einladung dort annehmen oder ablehnen.',
    label: 'Einladung ansehen',
  },
  invitation_accepted: { subject: (group) => `Einladung angenommen: ${group}`, label: 'Mitglieder ansehen' },
  invitation_declined: { subject: (group) => `Einladung abgelehnt: ${group}`, label: 'Mitglieder ansehen' },
  invitation_revoked: { subject: (group) => `Einladung zurückgenommen: ${group}`, label: 'Arbeitsgruppen ansehen' },
  role_changed: { subject: (group) => `Ihre Rolle wurde geändert: ${group}`, label: 'Zur Arbeitsgruppe' },
  lead_lost: {
    subject: (group) => `Ohne Leitung: ${group}`,
    next: 'Bitte benennen Sie eine Leitung, damit Anfragen beantwortet werden.',
    label: 'Mitglieder ansehen',
  },
  removed: { subject: (group) => `Ihre Mitgliedschaft wurde beendet: ${group}`, label: 'Arbeitsgruppen ansehen' },
  volunteered: {
    subject: (group) => `Angebot zur Übernahme: ${group}`,
    next: 'Bitte bestätigen Sie das Angebot oder lehnen Sie es ab.',
    label: 'Angebot ansehen',
  },
  volunteering_confirmed: { subject: (group) => `Ihr Angebot wurde bestätigt: ${group}`, label: 'Zur Arbeitsgruppe' },
  volunteering_declined: { subject: (group) => `Ihr Angebot wurde nicht angenommen: ${group}`, label: 'Zur Arbeitsgruppe' },
  proposed: {
    subject: (group) => `Vorschlag für eine Arbeitsgruppe: ${group}`,
    next: 'Bitte entscheiden Sie über den Vorschlag.',
    label: 'Vorschlag ansehen',
  },
  proposal_accepted: { subject: (group) => `Ihr Vorschlag wurde angenommen: ${group}`, label: 'Zur Arbeitsgruppe' },
  proposal_declined: { subject: (group) => `Ihr Vorschlag wurde abgelehnt: ${group}`, label: 'Vorschlag ansehen' },
  read_with_reason: { subject: (group) => `Einsicht durch die Verwaltung des Landes: ${group}`, label: 'Zur Arbeitsgruppe' },
  affiliation_requested: {
    subject: (organisation) => (organisation ? `Bitte um Zuordnung: ${organisation}` : 'Bitte um Zuordnung ohne Organisation'),
    next: 'Bitte bestätigen Sie die Zuordnung oder lehnen Sie sie mit einem Satz zur Begründung ab.',
    label: 'Bitte ansehen',
  },
  affiliation_confirmed: { subject: (organisation) => `Ihre Zuordnung ist bestätigt: ${organisation}`, label: 'Zu Mein Tag' },
  affiliation_declined: { subject: () => 'Ihre Zuordnung wurde nicht bestätigt', label: 'Zu Mein Tag' },
  question_assigned: {
    subject: () => 'Eine Frage an Ihre Stelle',
    next: 'Sie können dort antworten, die Frage zurückstellen oder mit einer Begründung weitergeben.',
    label: 'Frage ansehen',
  },
  event_moved: {
    subject: (event) => `Neuer Termin: ${event}`,
    next: 'Ihre Anmeldung gilt auch für den neuen Termin. Wenn Sie dann nicht können, melden Sie sich bitte ab.',
    label: 'Termin ansehen',
  },
  event_cancelled: { subject: (event) => `Fällt aus: ${event}`, label: 'Termin ansehen' },
  registration_promoted: {
    subject: (event) => `Platz frei geworden: ${event}`,
    next: 'Sie brauchen nichts weiter zu tun. Wenn Sie nicht können, melden Sie sich bitte ab.',
    label: 'Termin ansehen',
  },
  barrier_reported: { subject: () => 'Eine Barriere wurde gemeldet', label: 'Meldung ansehen' },
};

/** The words of the notice as a letter; null for a fact without a mail of its own. */
export function letterOf(fact: NoticeFact, name: string, object: string, { sentence, reason, path }: Described): Letter | null {
  const frame = letterFrames[fact];
  if (!frame) return null;
  return {
    subject: frame.subject(object),
    greeting: `Guten Tag ${name},`,
    paragraphs: frame.next ? [sentence, frame.next] : [sentence],
    action: { label: frame.label, path },
    reason: `Warum Sie diese E-Mail erhalten: ${reason}.`,
  };
}

import type { EventSeatRole, GlobalRole, GroupRole, OrganisationRole } from '@kollab/contract';

/** Details of an audit row, and the names behind the ids in it. */
export interface AuditFacts {
  details: Readonly<Record<string, unknown>>;
  subjectId: string;
  nameOf: (id: unknown) => string;
}

const roles: Record<GlobalRole | OrganisationRole | GroupRole | EventSeatRole, string> = {
  LAND_ADMIN: 'Verwaltung der Plattform',
  LAND_EDITOR: 'Landesredaktion',
  LAND_EXPERT: 'Fachexpertise des Landes',
  MODERATOR: 'Moderation',
  PRIVACY_OFFICER: 'Datenschutz',
  AUDITOR: 'Revision',
  COORDINATOR: 'OZG-Koordination',
  MEMBER: 'Mitglied',
  HEAD: 'Leitung',
  PROVIDER: 'Dienstleister',
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
  HOST: 'Gastgebend',
  SPEAKER: 'Referierend',
};
const role = (value: unknown): string => (roles as Readonly<Record<string, string>>)[text(value)] ?? text(value);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const reason = (value: unknown): string => (text(value) ? ` Grund: ${text(value)}` : '');
const texts: Readonly<Record<string, string>> = {
  IMPRESSUM: 'Impressum',
  DATENSCHUTZ: 'Datenschutz',
  BARRIEREFREIHEIT: 'Barrierefreiheit',
};

type Sentence = (facts: AuditFacts) => string;
const group = ({ subjectId, nameOf }: AuditFacts): string => `„${nameOf(subjectId)}“`;

/** What happened, for readers of the audit log. A test holds it complete: every action of the code has its sentence. */
export const auditSentences: Readonly<Record<string, Sentence>> = {
  'admin.first': ({ nameOf, subjectId }) => `${nameOf(subjectId)} hat die leere Plattform als erste Person zur Verwaltung übernommen.`,
  'role.granted': ({ details: d }) => `${text(d['person'])} hat jetzt die Rolle ${role(d['role'])}.`,
  'role.revoked': ({ details: d }) => `${text(d['person'])} hat die Rolle ${role(d['role'])} nicht mehr.`,
  'identity.linked': ({ details: d }) => `${text(d['person'])} meldet sich jetzt auch mit einer anderen Kennung an.${reason(d['reason'])}`,
  'affiliation.changed': ({ details: d }) => `Die Zugehörigkeit von ${text(d['person'])} zu ${text(d['organisation'])} wurde geändert.`,
  'affiliation.ended': ({ details: d }) => `Die Zugehörigkeit von ${text(d['person'])} zu ${text(d['organisation'])} wurde beendet.`,
  'affiliation.confirmed': ({ details: d }) => `${text(d['person'])} gehört jetzt zu ${text(d['organisation'])}: ${role(d['role'])}.`,
  'coordinator.named': ({ details: d }) => `${text(d['email'])} wurde als OZG-Koordination für ${text(d['organisation'])} benannt.`,
  'organisation.mail_domains_set': ({ details: d }) =>
    `Die E-Mail-Domains von ${text(d['organisation'])} sind jetzt: ${text(d['domains']) || 'keine'}.`,
  'invitation.sent': ({ details: d }) => `${text(d['email'])} wurde eingeladen${into(d)}.`,
  'invitation.accepted': ({ details: d }) => `Die Einladung an ${text(d['email'])}${into(d)} wurde angenommen.`,
  'invitation.revoked': ({ details: d }) => `Die Einladung an ${text(d['email'])}${into(d)} wurde zurückgenommen.`,
  'group.proposal_decided': ({ details: d }) =>
    `Der Vorschlag „${text(d['name'])}“ wurde ${d['accepted'] === true ? 'angenommen' : 'abgelehnt'}.${reason(d['reason'])}`,
  'group.member_invited': (f) => `${f.nameOf(f.details['personId'])} wurde in ${group(f)} eingeladen: ${role(f.details['role'])}.`,
  'group.member_removed': (f) =>
    `Die Mitgliedschaft von ${f.nameOf(f.details['personId'])} in ${group(f)} wurde beendet.${reason(f.details['reason'])}`,
  'group.role_changed': (f) =>
    `${f.nameOf(f.details['personId'])} hat in ${group(f)} jetzt die Rolle ${role(f.details['to'])}, vorher ${role(f.details['from'])}.`,
  'group.read_with_reason': (f) => `${group(f)} wurde mit Begründung gelesen.${reason(f.details['reason'])}`,
  'group.roster_exported': (f) => `Die Mitgliederliste von ${group(f)} wurde als Datei ausgegeben.`,
  'event.participants_exported': ({ details: d }) => `Die Liste der Teilnehmenden von „${text(d['event'])}“ wurde als Datei ausgegeben.`,
  'event.seat_changed': ({ details: d, nameOf }) =>
    `Der Gastzugang von ${nameOf(d['personId'])} zu „${text(d['event'])}“ wurde geändert: ${role(d['role'])}.`,
  'event.seat_ended': ({ details: d, nameOf }) => `Der Gastzugang von ${nameOf(d['personId'])} zu „${text(d['event'])}“ wurde beendet.`,
  'post.deleted': (f) => `Beitrag ${text(f.details['no'])} von ${f.nameOf(f.details['authorId'])} wurde gelöscht.`,
  'post.restored': (f) => `Die Löschung von Beitrag ${text(f.details['no'])} von ${f.nameOf(f.details['authorId'])} wurde zurückgenommen.`,
  'question.assigned': (f) =>
    f.details['fromOfficeId']
      ? `Eine Frage ging von ${f.nameOf(f.details['fromOfficeId'])} an ${f.nameOf(f.details['officeId'])}.${reason(f.details['reason'])}`
      : `Eine Frage ging an ${f.nameOf(f.details['officeId'])}.${reason(f.details['reason'])}`,
  'question.returned': (f) => `${f.nameOf(f.details['officeId'])} hat eine Frage zurückgegeben.${reason(f.details['reason'])}`,
  'question.hidden': ({ details: d }) => `Eine Frage wurde ausgeblendet.${reason(d['reason'])}`,
  'question.shown': () => 'Eine ausgeblendete Frage ist wieder sichtbar.',
  'question.merged': () => 'Zwei gleiche Fragen wurden zusammengeführt.',
  'announcement.published': ({ details: d }) =>
    `Die Mitteilung „${text(d['title'])}“ wurde veröffentlicht: ${text(d['people'])} Personen in ${text(d['organisations'])} Verwaltungen.`,
  'announcement.corrected': ({ details: d }) => `Die Mitteilung „${text(d['title'])}“ wurde korrigiert: ${text(d['note'])}`,
  'announcement.withdrawn': ({ details: d }) => `Die Mitteilung „${text(d['title'])}“ wurde zurückgezogen.${reason(d['reason'])}`,
  'announcement.reminded': ({ details: d }) =>
    `An die Bestätigung der Mitteilung „${text(d['title'])}“ wurde erinnert. Es fehlten ${text(d['missing'])}.`,
  'newsletter.published': ({ details: d }) =>
    `Ausgabe ${text(d['number'])} des Newsletters wurde veröffentlicht und an ${text(d['recipients'])} Adressen gesendet: „${text(d['title'])}“.`,
  'site_text.set': ({ subjectId, details: d }) =>
    `Der Text „${texts[subjectId] ?? subjectId}“ wurde geändert (Fassung ${text(d['version'])}).`,
  'mail.retried': ({ details: d }) => `Eine nicht zugestellte E-Mail an ${text(d['email'])} wird noch einmal verschickt.`,
  'mail.address_resumed': ({ details: d }) => `An ${text(d['email'])} werden wieder E-Mails verschickt.`,
  'data.exported': ({ nameOf, subjectId }) => `${nameOf(subjectId)} hat die eigenen Daten ausgegeben.`,
};

function into(d: Readonly<Record<string, unknown>>): string {
  const target = text(d['organisation']) || text(d['group']) || text(d['event']);
  return target ? ` (${target})` : '';
}

export const auditSentence = (action: string, facts: AuditFacts): string => auditSentences[action]?.(facts) ?? `Vorgang ${action}`;

import { CombinedGraphQLErrors } from '@apollo/client/errors';
// Their names alone: the sentences below name each code once more, and a first page has room for one list of them.
import type { ErrorCode } from '@kollab/contract/errors';

/** `offline`: the server was not reached at all. */
export type Refusal = { code: ErrorCode | 'offline'; fields: string[]; current: unknown };

/** What an error of Apollo Client means to a person. */
export function refusalOf(error: unknown): Refusal {
  if (!CombinedGraphQLErrors.is(error)) return { code: 'offline', fields: [], current: undefined };
  const { code, fields, current } = (error.errors[0]?.extensions ?? {}) as { code?: string; fields?: string[]; current?: unknown };
  return { code: code && Object.hasOwn(words, code) ? (code as ErrorCode) : 'internal', fields: fields ?? [], current };
}

/** A sentence for each refusal: what is the matter, and what one can do. */
const words: Record<Refusal['code'], string> = {
  unauthenticated: 'Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.',
  not_found: 'Das gibt es hier nicht, oder Sie dürfen es nicht sehen.',
  forbidden: 'Dafür fehlt Ihnen die Berechtigung.',
  invalid: 'Bitte prüfen Sie Ihre Angaben.',
  stale: 'Jemand hat den Text inzwischen geändert. Ihre Fassung ist noch hier; bitte vergleichen Sie beide.',
  rate_limited: 'Das waren sehr viele Anfragen in kurzer Zeit. Bitte warten Sie eine Minute.',
  'person.unaffiliated': 'Dafür müssen Sie zuerst einer Verwaltung angehören.',
  'group.not_active': 'Die Arbeitsgruppe ist zurzeit nicht aktiv. Lesen geht, schreiben nicht.',
  'group.already_member': 'Sie gehören dieser Arbeitsgruppe schon an oder haben schon angefragt.',
  'group.join_by_invitation': 'In diese Arbeitsgruppe lädt die Leitung ein.',
  'group.last_lead': 'Sie sind die einzige Leitung. Bitte bestimmen Sie zuerst eine Nachfolge.',
  'group.status_impossible': 'Dieser Schritt ist im jetzigen Stand der Arbeitsgruppe nicht möglich.',
  'group.reason_required': 'Bitte begründen Sie den Schritt mit einem Satz.',
  'membership.already_decided': 'Darüber wurde inzwischen entschieden.',
  'organisation.last_coordinator': 'Das ist die einzige OZG-Koordination dieser Verwaltung. Bitte bestimmen Sie zuerst eine Nachfolge.',
  'organisation.already_member': 'Die Person gehört dieser Verwaltung schon an.',
  'role.last_admin': 'Das ist die letzte Betriebsverwaltung. Bitte geben Sie die Rolle zuerst einer weiteren Person.',
  'identity.taken': 'Mit dieser Anmeldung wurde auf der Plattform schon gearbeitet. Sie lässt sich keiner anderen Person zuordnen.',
  'invitation.expired': 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
  'invitation.used': 'Diese Einladung wurde schon angenommen.',
  'invitation.revoked': 'Diese Einladung wurde zurückgezogen.',
  'invitation.foreign': 'Diese Einladung gilt für eine andere E-Mail-Adresse als die, mit der Sie angemeldet sind.',
  'thread.closed': 'Die Diskussion ist geschlossen.',
  'thread.ask_instead': 'Fragen haben einen eigenen Ort. Bitte stellen Sie Ihre Frage unter „Fragen“ der Arbeitsgruppe.',
  'post.deleted': 'Der Beitrag wurde gelöscht.',
  'post.undo_over': 'Die zehn Sekunden zum Zurücknehmen sind vorbei.',
  'mention.confirm_many': 'Ihr Text erwähnt mehr als 20 Personen. Bitte bestätigen Sie das.',
  'mention.too_many': 'Mehr als 200 Personen darf nur die Leitung der Arbeitsgruppe erwähnen.',
  'event.ends_before_start': 'Das Ende liegt nicht nach dem Beginn. Bitte prüfen Sie beide Zeiten.',
  'event.in_past': 'Dieser Termin liegt in der Vergangenheit. Bitte wählen Sie einen künftigen.',
  'event.status_impossible': 'Dieser Schritt ist beim jetzigen Stand der Veranstaltung nicht möglich.',
  'event.reason_required': 'Bitte nennen Sie einen Grund. Alle Angemeldeten lesen ihn.',
  'series.rule_invalid': 'Aus diesem Rhythmus ergibt sich kein Termin. Bitte prüfen Sie ihn.',
  'registration.not_possible': 'Für diese Veranstaltung ist hier keine Anmeldung möglich.',
  'registration.over': 'Die Anmeldefrist ist abgelaufen.',
  'registration.already_registered': 'Diese Person ist schon angemeldet.',
  'mood.not_open': 'Ein Stimmungsbild ist erst möglich, wenn die Veranstaltung begonnen hat.',
  'distribution.already_listed': 'Diese Person oder Adresse steht schon im Verteiler.',
  'wish.not_open': 'Dieser Themenwunsch ist nicht mehr offen.',
  unavailable: 'Der Server ist gerade nicht zu erreichen. Ihr Text bleibt hier.',
  'question.asked_anonymously':
    'Sie haben diese Frage ohne Namen gestellt. Ein Beitrag würde Ihren Namen zeigen. Ergänzen Sie stattdessen die Frage.',
  'question.closed': 'Die Frage ist beantwortet, zurückgezogen oder mit einer anderen zusammengeführt.',
  'question.state_impossible': 'Dieser Schritt ist im jetzigen Stand der Frage nicht möglich.',
  'question.not_editable': 'Die Frage hat schon Stimmen oder eine Antwort. Sie können sie noch ergänzen.',
  'question.other_office': 'Für diese Frage ist eine andere Stelle zuständig.',
  'question.other_home': 'Zusammenführen lassen sich nur Fragen, die am selben Ort gestellt wurden.',
  'question.already_published': 'Diese Frage steht schon in den FAQ.',
  'newsletter.link_expired': 'Dieser Verweis ist abgelaufen.',
  'newsletter.link_used': 'Dieser Verweis wurde schon benutzt.',
  'mail.address_paused': 'Diese Adresse ist angehalten. Geben Sie sie zuerst frei.',
  'announcement.state_impossible': 'Dieser Schritt ist im jetzigen Stand der Mitteilung nicht möglich.',
  'announcement.incomplete': 'Der Mitteilung fehlt noch etwas.',
  'announcement.nobody_reached': 'Diese Auswahl erreicht niemanden. Bitte wählen Sie andere Empfänger.',
  'announcement.audience_changed': 'Die Zahl der Erreichten hat sich geändert. Bitte prüfen Sie sie.',
  'announcement.due_in_past': 'Die Frist liegt in der Vergangenheit. Bitte wählen Sie einen späteren Zeitpunkt.',
  'announcement.expires_in_past': 'Das Ende der Gültigkeit liegt vor der Veröffentlichung.',
  'announcement.publish_in_past': 'Dieser Zeitpunkt liegt in der Vergangenheit.',
  'announcement.nobody_acknowledges':
    'Bestätigen können nur Verwaltungen. Bitte nennen Sie welche, oder verzichten Sie auf die Bestätigung.',
  'announcement.acknowledgement_over': 'Die Frist für die Bestätigung ist vorbei.',
  'announcement.already_reminded': 'Daran wurde schon einmal erinnert.',
  'announcement.nobody_missing': 'Alle haben bestätigt.',
  'announcement.comments_closed': 'Die Kommentare sind geschlossen.',
  'newsletter.published': 'Diese Ausgabe ist schon veröffentlicht.',
  'newsletter.incomplete': 'Der Ausgabe fehlt noch etwas.',
  internal: 'Das hat nicht geklappt. Der Fehler liegt bei uns und ist festgehalten. Bitte versuchen Sie es noch einmal.',
  offline: 'Der Server ist gerade nicht zu erreichen. Ihr Text bleibt hier.',
};

export const sentenceFor = (code: Refusal['code']): string => words[code];
export const sentenceOf = (error: unknown): string => words[refusalOf(error).code];

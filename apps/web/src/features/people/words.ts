import type { GlobalRole, OrganisationRole } from '@kollab/contract';

export const organisationRoleWords: Record<OrganisationRole, string> = {
  COORDINATOR: 'OZG-Koordination',
  MEMBER: 'Mitglied',
  HEAD: 'Behördenleitung',
  PROVIDER: 'Dienstleister',
};

/** What each role may do, for who chooses one. */
export const organisationRoleHints: Record<OrganisationRole, string> = {
  COORDINATOR: 'lädt ein, bestätigt Anfragen und pflegt die Angaben der Verwaltung',
  MEMBER: 'arbeitet in Arbeitsgruppen mit',
  HEAD: 'arbeitet mit und sieht, wer eingeladen ist und wer anfragt',
  PROVIDER: 'arbeitet im Auftrag der Verwaltung mit',
};

export const globalRoleWords: Record<GlobalRole, string> = {
  LAND_ADMIN: 'Betriebsverwaltung',
  LAND_EDITOR: 'Redaktion des Landes',
  LAND_EXPERT: 'Fachreferat',
  MODERATOR: 'Moderation',
  PRIVACY_OFFICER: 'Datenschutz',
  AUDITOR: 'Revision',
};
export const globalRoleHints: Record<GlobalRole, string> = {
  LAND_ADMIN: 'verwaltet Personen, Rollen, Texte und alle Verwaltungen',
  LAND_EDITOR: 'richtet Arbeitsgruppen ein und entscheidet über Vorschläge',
  LAND_EXPERT: 'spricht für ein Ressort',
  MODERATOR: 'prüft gemeldete Beiträge',
  PRIVACY_OFFICER: 'bearbeitet Anliegen zum Datenschutz',
  AUDITOR: 'liest das Protokoll',
};

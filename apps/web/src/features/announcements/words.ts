import type { AnnouncementKind, AnnouncementTemplate, Classification } from '../../generated/schema.ts';
import { daysLeft, formatAppointment } from '../../lib/dates.ts';
import { timeOf } from '../../lib/times.ts';

export const kindWords: Record<AnnouncementKind, string> = { INFO: 'Information', IMPORTANT: 'Wichtig', ACTION: 'Handlung' };
export const kindHints: Record<AnnouncementKind, string> = {
  INFO: 'kommt mit der nächsten Zusammenfassung',
  IMPORTANT: 'steht oben, Kenntnis je Verwaltung',
  ACTION: 'hat eine Frist und steht unter „Handlung“',
};

export const classificationWords: Record<Classification, string> = { OFFEN: 'Offen', INTERN: 'Intern', VERTRAULICH: 'Vertraulich' };
export const classificationHints: Record<Classification, string> = {
  OFFEN: 'darf weitergegeben werden',
  INTERN: 'nur für die Verwaltungen, die es bekommen',
  VERTRAULICH: 'in Mails steht nur ein Verweis, nie der Inhalt',
};

export const templateWords: Record<AnnouncementTemplate, string> = {
  OPERATION: 'Betriebshinweis',
  REACHABILITY: 'Geänderte Erreichbarkeit',
  AVAILABILITY: 'Verfügbarkeit',
};
export const templateHints: Record<AnnouncementTemplate, string> = {
  OPERATION: 'Was ist gestört oder wird gewartet, von wann bis wann, wen trifft es?',
  REACHABILITY: 'Wer ist ab jetzt zuständig? Die Ansprechperson wird mit dem Veröffentlichen geändert.',
  AVAILABILITY: 'Was ist ab wann zu erwarten?',
};

/** A title may still be missing in a draft. */
export const titleOf = ({ title }: { title: string }): string => title.trim() || 'Ohne Überschrift';

/** "Fr, 20. November, 24:00 Uhr": the end of a day is its last hour, and not the next day's first. */
export function dueWords(at: string): string {
  if (timeOf(at) !== '23:59') return `${formatAppointment(at)} Uhr`;
  return `${formatAppointment(at).replace(/\d{1,2}:\d{2}$/, '24:00')} Uhr`;
}

/** Deadlines of two days and less are said in red; what is over presses nobody any more. */
export const isNear = (dueAt: string): boolean => daysLeft(dueAt) <= 2 && Date.parse(dueAt) > Date.now();

import { stringify } from 'csv-stringify/sync';
import type { GroupRole } from '@kollab/contract';
import type { Affiliation, GroupMembership, Organisation, Person, WorkingGroup } from '../../generated/prisma/client.ts';
import { groupLabel } from './label.ts';

export interface CsvFile {
  name: string;
  text: string;
}
type RosterSeat = GroupMembership & { organisation: Organisation; person: Person & { affiliations: Affiliation[] } };

const roleWords: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};
const date = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' });
const day = (instant: Date | null): string => (instant ? date.format(instant) : '');

/** As Excel opens it in a German office. A cell that would begin a formula is kept as text. */
export function rosterFile(group: WorkingGroup, seats: readonly RosterSeat[], withMail: boolean): CsvFile {
  const head = ['Verwaltung', 'Name', 'Funktion', 'Rolle in der Gruppe', 'Mitglied seit', 'Gast bis', ...(withMail ? ['E-Mail'] : [])];
  const rows = seats.map(({ organisation, person, role, joinedAt, until }) => [
    organisation.title,
    person.name,
    person.affiliations.find((a) => a.organisationId === organisation.id)?.function ?? '',
    roleWords[role],
    day(joinedAt),
    day(until),
    ...(withMail ? [person.email] : []),
  ]);
  const text = stringify([head, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
  return { name: `${fileName(`Mitglieder ${groupLabel(group)}`)}-${new Date().toISOString().slice(0, 10)}.csv`, text };
}

const fileName = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

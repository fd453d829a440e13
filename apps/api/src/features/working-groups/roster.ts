import type { GroupRole } from '@kollab/contract';
import type { Affiliation, GroupMembership, Organisation, Person, WorkingGroup } from '../../generated/prisma/client.ts';
import { berlinShortDate } from '../../platform/berlin.ts';
import { csvFile, type CsvFile } from '../../platform/csv.ts';
import { groupLabel } from './label.ts';

type RosterSeat = GroupMembership & { organisation: Organisation; person: Person & { affiliations: Affiliation[] } };

const roleWords: Record<GroupRole, string> = {
  LEAD: 'Leitung',
  DEPUTY: 'Stellvertretung',
  MEMBER: 'Mitglied',
  OBSERVER: 'Beobachtung',
  GUEST: 'Gast',
};
const day = (instant: Date | null): string => (instant ? berlinShortDate(instant) : '');

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
  return csvFile(`Mitglieder ${groupLabel(group)}`, head, rows);
}

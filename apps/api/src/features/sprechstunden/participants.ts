import { csvFile, type CsvFile } from '../../platform/csv.ts';
import type { Affiliation, Organisation, Person, Registration } from '../../generated/prisma/client.ts';

type Place = Registration & { organisation: Organisation; person: Person & { affiliations: Affiliation[] } };

const words = { REGISTERED: 'angemeldet', WAITING: 'Warteliste', WITHDRAWN: 'abgemeldet' } as const;
const at = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });

export function participantsFile(event: string, places: readonly Place[]): CsvFile {
  const head = ['Verwaltung', 'Name', 'Funktion', 'E-Mail', 'Stand', 'Angemeldet am', 'Angemeldet von'];
  const rows = places.map(({ organisation, person, companion, status, registeredAt }) => [
    organisation.title,
    companion || person.name,
    companion ? '' : (person.affiliations.find((a) => a.organisationId === organisation.id)?.function ?? ''),
    companion ? '' : person.email,
    words[status],
    at.format(registeredAt),
    companion ? person.name : '',
  ]);
  return csvFile(`Teilnehmende ${event}`, head, rows);
}

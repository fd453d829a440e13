import { stringify } from 'csv-stringify/sync';
import { berlinDay } from '../../platform/berlin.ts';
import type { Affiliation, Organisation, Person, Registration } from '../../generated/prisma/client.ts';

export interface CsvFile {
  name: string;
  text: string;
}
type Place = Registration & { organisation: Organisation; person: Person & { affiliations: Affiliation[] } };

const words = { REGISTERED: 'angemeldet', WAITING: 'Warteliste', WITHDRAWN: 'abgemeldet' } as const;
const at = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });

/** As Excel opens it in a German office. A cell that would begin a formula is kept as text. */
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
  const text = stringify([head, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
  const name = `Teilnehmende ${event}`.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return { name: `${name.slice(0, 80)}-${berlinDay(new Date())}.csv`, text };
}

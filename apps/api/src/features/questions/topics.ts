import { Injectable } from '@nestjs/common';
import type { Topic } from '../../generated/prisma/client.ts';
import { Database, type Db } from '../../platform/database/database.ts';

/** What the questions of the Kommunen are about: key and name, in the order of choosing. */
const reference: readonly (readonly [key: string, name: string])[] = [
  ['anbindung', 'Anbindung und Schnittstellen'],
  ['nachnutzung', 'Nachnutzung (EfA)'],
  ['nutzerkonto', 'Nutzerkonto und Postfach'],
  ['organisationskonto', 'Organisationskonto'],
  ['epayment', 'ePayment'],
  ['schriftform', 'Schriftform, Bekanntgabe, Signatur'],
  ['recht', 'Rechtsgrundlagen'],
  ['datenschutz', 'Datenschutz und Informationssicherheit'],
  ['finanzierung', 'Kosten und Förderung'],
  ['projekt', 'Planung und Projektsteuerung'],
  ['barrierefreiheit', 'Barrierefreiheit'],
  ['bauen', 'Bauen und Wohnen'],
  ['steuern', 'Gewerbesteuer und Abgaben'],
  ['aufenthalt', 'Einbürgerung und Aufenthalt'],
];

/** Brings the reference data in; what is there is renamed and sorted, never doubled. */
export async function seedTopics(db: Db): Promise<void> {
  for (const [position, [key, name]] of reference.entries())
    await db.topic.upsert({ where: { key }, create: { key, name, position }, update: { name, position } });
}

@Injectable()
export class Topics {
  constructor(private readonly database: Database) {}

  all(): Promise<Topic[]> {
    return this.database.prisma.topic.findMany({ orderBy: [{ position: 'asc' }, { key: 'asc' }] });
  }
}

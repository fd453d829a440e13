import { Injectable } from '@nestjs/common';
import { berlinDay } from '../../platform/berlin.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { awayOn } from './days.ts';

export interface Deputy {
  absentId: string;
  absentName: string;
  id: string;
  name: string;
  email: string;
}

const belonging = { endedAt: null, role: { not: 'PROVIDER' } } as const satisfies Prisma.AffiliationWhereInput;

/** Who may deputise for a person: colleagues in one of their organisations, not providers. */
export const colleaguesOf = (personId: string): Prisma.PersonWhereInput => ({
  id: { not: personId },
  affiliations: { some: { ...belonging, organisation: { affiliations: { some: { personId, ...belonging } } } } },
});

/** The same as SQL, of the columns of an absence `a`. */
const together = `EXISTS (
  SELECT FROM affiliation x JOIN affiliation y ON y.organisation_id = x.organisation_id
   WHERE x.person_id = a.person_id AND x.ended_at IS NULL AND x.role <> 'PROVIDER'
     AND y.person_id = a.deputy_id AND y.ended_at IS NULL AND y.role <> 'PROVIDER')`;

/** Who stands in for whom at this moment. */
@Injectable()
export class Deputies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The deputies of those who are away now, with one query. A deputy who is away too is left out: nobody stands in for a deputy. */
  async of(personIds: readonly string[]): Promise<Deputy[]> {
    const { rows } = await this.database.pool.query<Deputy>({
      name: 'deputies_of',
      text: `SELECT p.id AS "absentId", p.name AS "absentName", d.id, d.name, d.email
               FROM absence a JOIN person p ON p.id = a.person_id JOIN person d ON d.id = a.deputy_id
              WHERE a.person_id = ANY($1::uuid[]) AND a.from_day <= $2::date AND a.until_day >= $2::date
                AND ${together} AND NOT ${awayOn('a.deputy_id', '$2::date')}
              ORDER BY p.name, p.id`,
      values: [personIds, berlinDay(this.clock.now())],
    });
    return rows;
  }
}

import { Injectable } from '@nestjs/common';
import type { Inputs, PreferenceLevel, PreferenceSubject } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { Standing } from './relevance.ts';

export interface PreferenceRow {
  subject: PreferenceSubject;
  subjectId: string;
  name: string;
  level: PreferenceLevel;
}
interface Kept extends Omit<PreferenceRow, 'name'> {
  personId: string;
}

/** What somebody wants to hear more or less of. Nobody else sees it. */
@Injectable()
export class Preferences {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  async set({ personId }: Actor, { subject, subjectId, level }: Inputs['setPreference']): Promise<void> {
    await this.writes.transact(async (tx) => {
      if (!(await isThere(tx.db, subject, subjectId))) throw fail('not_found');
      const key = { personId, subject, subjectId };
      if (level)
        await tx.db.relevancePreference.upsert({
          where: { personId_subject_subjectId: key },
          create: { ...key, level },
          update: { level },
        });
      else await tx.db.relevancePreference.deleteMany({ where: key });
      tx.announce('preferences.changed', personId, { personId });
    });
  }

  /** By name; topics first. */
  async of(personId: string): Promise<PreferenceRow[]> {
    return this.database.prisma.$queryRaw<PreferenceRow[]>`
      SELECT p.subject, p.subject_id AS "subjectId", COALESCE(t.name, o.name) AS name, p.level
        FROM relevance_preference p
        LEFT JOIN topic t ON p.subject = 'TOPIC' AND t.id = p.subject_id
        LEFT JOIN organisation o ON p.subject = 'OFFICE' AND o.id = p.subject_id
       WHERE p.person_id = ${personId}::uuid AND COALESCE(t.name, o.name) IS NOT NULL ORDER BY p.subject, 3, p.subject_id`;
  }

  /** For many people at once, as digests need it. */
  async standings(personIds: readonly string[]): Promise<Map<string, Standing>> {
    const { rows } = await this.database.pool.query<Kept>({
      name: 'preferences_of_people',
      text: `SELECT person_id AS "personId", subject, subject_id AS "subjectId", level FROM relevance_preference WHERE person_id = ANY($1::uuid[])`,
      values: [personIds],
    });
    const byPerson = Map.groupBy(rows, (row) => row.personId);
    return new Map(personIds.map((id) => [id, standingOf(byPerson.get(id) ?? [])]));
  }
}

/** Topics, and offices that may announce something: ministries and authorities of the Land. */
async function isThere(db: Db, subject: PreferenceSubject, id: string): Promise<boolean> {
  if (subject === 'TOPIC') return (await db.topic.count({ where: { id } })) > 0;
  return (await db.organisation.count({ where: { id, kind: { in: ['LAND_MINISTRY', 'LAND_AUTHORITY'] } } })) > 0;
}

function standingOf(kept: readonly Kept[]): Standing {
  const those = (subject: PreferenceSubject, level: PreferenceLevel) =>
    new Set(kept.filter((k) => k.subject === subject && k.level === level).map((k) => k.subjectId));
  return { followedTopics: those('TOPIC', 'FOLLOW'), lessTopics: those('TOPIC', 'LESS'), lessOffices: those('OFFICE', 'LESS') };
}

import { Injectable } from '@nestjs/common';
import { limits, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { fail } from '../../platform/fail.ts';
import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { readableGroups, visibleGroups } from '../working-groups/index.ts';
import type { Organisation, Person } from '../../generated/prisma/client.ts';
import { audienceOf, type AudienceSpec } from './audience.ts';
import { becauseOf, withParents } from './because.ts';
import { writesAnnouncements } from './policy.ts';

interface FoundOrganisation {
  id: string;
  people: number;
  coordinated: boolean;
  /** Of the whole audience. */
  everybody: number;
  total: number;
}
interface FoundPerson {
  id: string;
  name: string;
  organisationId: string | null;
  total: number;
}
export interface AudiencePerson {
  person: Person;
  organisation: Organisation | null;
}

export interface Reached {
  people: number;
  organisations: number;
}

/** How many an audience reaches at this moment. */
export async function countReached(sql: Sql, spec: AudienceSpec): Promise<Reached> {
  const { sql: audience, values } = audienceOf(spec);
  const [row] = await sql.$queryRawUnsafe<Reached[]>(
    `WITH ${audience} SELECT (SELECT count(*)::int FROM reached) AS people, (SELECT count(*)::int FROM addressed) AS organisations`,
    ...values,
  );
  return row!;
}

/** Before it is published: who will get it, by name and count (R14). */
@Injectable()
export class ReachService {
  constructor(private readonly database: Database) {}

  async reach(actor: Actor, { audience, dueAt }: Inputs['audienceReach']) {
    await this.known(actor, audience);
    const { sql, values } = audienceOf(audience);
    const found = await this.database.sql.$queryRawUnsafe<FoundOrganisation[]>(
      `WITH ${sql}, counted AS (SELECT organisation_id, count(*)::int AS people FROM reached GROUP BY organisation_id)
       SELECT o.id, COALESCE(c.people, 0) AS people, (SELECT count(*)::int FROM reached) AS everybody, (count(*) OVER ())::int AS total,
              EXISTS (SELECT FROM affiliation f WHERE f.organisation_id = o.id AND f.role = 'COORDINATOR' AND f.ended_at IS NULL) AS coordinated
         FROM addressed d JOIN organisation o ON o.id = d.id LEFT JOIN counted c ON c.organisation_id = o.id
        ORDER BY o.name, o.id LIMIT ${limits.announcement.places.max}`,
      ...values,
    );
    const personCount = found[0]?.everybody ?? (await countReached(this.database.sql, audience)).people;
    const ids = found.map((o) => o.id);
    const organisations = inOrder(
      ids,
      await this.database.prisma.organisation.findMany({ where: { id: { in: ids } }, include: withParents }),
      (o) => o.id,
    );
    return {
      organisationCount: found[0]?.total ?? 0,
      organisations: found.map(({ people, coordinated }, i) => {
        const organisation = organisations[i]!;
        return { organisation, personCount: people, coordinated, because: becauseOf(organisation, audience) };
      }),
      personCount,
      atOnce: dueAt && isUrgent(new Date(dueAt)) ? personCount : 0,
    };
  }

  async people(actor: Actor, audience: Inputs['audience'], { first, after }: PageArgs): Promise<Page<AudiencePerson>> {
    await this.known(actor, audience);
    const { sql, values } = audienceOf(audience);
    const take = pageSize(first);
    // Who sits in a closed group, only its readers may know; the others are counted.
    const readable = await this.database.prisma.workingGroup.findMany({
      where: { AND: [{ id: { in: [...audience.groupIds] } }, readableGroups(actor)] },
      select: { id: true },
    });
    const found = await this.database.sql.$queryRawUnsafe<FoundPerson[]>(
      `WITH ${sql}, named AS (SELECT * FROM reached WHERE group_id IS NULL OR group_id = ANY($10::uuid[]))
       SELECT p.id, p.name, r.organisation_id AS "organisationId", (SELECT count(*)::int FROM named) AS total
         FROM named r JOIN person p ON p.id = r.person_id
        WHERE $7::text IS NULL OR (p.name, p.id) > ($7::text, $8::uuid) ORDER BY p.name, p.id LIMIT $9`,
      ...values,
      ...(cursorKeys(after, ['text', 'id']) ?? [null, null]),
      take + 1,
      readable.map((group) => group.id),
    );
    const { nodes, ...rest } = toPage(found, take, found[0]?.total ?? 0, (p) => [p.name, p.id], !!after);
    const people = await personsById(
      this.database.sql,
      nodes.map((p) => p.id),
    );
    const organisations = await organisationsById(
      this.database.sql,
      nodes.map((p) => p.organisationId),
    );
    return { ...rest, nodes: nodes.map((_, i) => ({ person: people[i]!, organisation: organisations[i]! })) };
  }

  private async known(actor: Actor, audience: AudienceSpec): Promise<void> {
    if (!writesAnnouncements(actor)) throw fail('forbidden');
    await knownPlaces(this.database.prisma, actor, audience);
  }
}

/** Refuses organisations that do not exist, and groups that the writer may not see: a preview would tell who their members are. */
export async function knownPlaces(db: Db, actor: Actor, audience: AudienceSpec): Promise<void> {
  const organisations = [...new Set([...audience.kreisIds, ...audience.organisationIds, ...audience.exceptIds])];
  const groups = [...new Set(audience.groupIds)];
  if (organisations.length > 0 && (await db.organisation.count({ where: { id: { in: organisations } } })) < organisations.length)
    throw fail('invalid', { fields: ['audience.organisationIds'] });
  const seen = { AND: [{ id: { in: groups } }, visibleGroups(actor)] };
  if (groups.length > 0 && (await db.workingGroup.count({ where: seen })) < groups.length)
    throw fail('invalid', { fields: ['audience.groupIds'] });
}

/** Whether a deadline is so near that mails go out at once. */
export const isUrgent = (dueAt: Date, now = new Date()): boolean => dueAt.getTime() - now.getTime() <= limits.urgentHours * 3_600_000;

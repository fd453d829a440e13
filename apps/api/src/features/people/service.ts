import { Injectable } from '@nestjs/common';
import { has, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { page, type Page } from '../../platform/graphql/page.ts';
import type { PersonFilter, QueryPeopleArgs } from '../../generated/graphql.ts';
import type { Person, Prisma } from '../../generated/prisma/client.ts';
import { personGate } from './gate.ts';

@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<Person> {
    const { id: seen } = await personGate.look(this.database.prisma, actor, id);
    return this.database.prisma.person.findUniqueOrThrow({ where: { id: seen } });
  }

  list(actor: Actor, { filter, ...args }: QueryPeopleArgs): Promise<Page<Person>> {
    if (!has(actor, 'LAND_ADMIN')) throw fail('forbidden');
    const where = matching(filter ?? {});
    return page(
      args,
      [
        { column: 'name', kind: 'text', direction: 'asc', key: (p) => p.name },
        { column: 'id', kind: 'id', direction: 'asc', key: (p) => p.id },
      ],
      (part) => this.database.prisma.person.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.person.count({ where }),
    );
  }
}

function matching({ text, globalRole, unaffiliated }: PersonFilter): Prisma.PersonWhereInput {
  const conditions: Prisma.PersonWhereInput[] = [];
  const words = (text ?? '').normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, 8);
  for (const word of words) {
    // The signs that mean something in LIKE are text here.
    const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
    conditions.push({ OR: [{ name: contains }, { email: contains }] });
  }
  if (globalRole) conditions.push({ globalRoles: { some: { role: globalRole } } });
  if (unaffiliated === true) conditions.push({ affiliations: { none: { endedAt: null } } });
  return { AND: conditions };
}

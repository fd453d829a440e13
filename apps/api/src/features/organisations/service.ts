import { Injectable } from '@nestjs/common';
import { administrationKinds, limits, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { isUuid } from '../../platform/fail.ts';
import { page, type Page } from '../../platform/graphql/page.ts';
import type { OrganisationFilter, Participation, QueryOrganisationsArgs } from '../../generated/graphql.ts';
import type { Organisation, Prisma } from '../../generated/prisma/client.ts';
import { organisationGate } from './gate.ts';

/** Asked by whoever comes to the door, so it is read at most once in this time. */
const participationLasts = 60_000;

@Injectable()
export class OrganisationService {
  private participating: { readAt: number; answer: Promise<Participation> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  async one(actor: Actor, id: string): Promise<Organisation> {
    const { id: seen } = await organisationGate.look(this.database.prisma, actor, id);
    return this.database.prisma.organisation.findUniqueOrThrow({ where: { id: seen } });
  }

  list({ filter, ...args }: QueryOrganisationsArgs): Promise<Page<Organisation>> {
    const where = matching(filter ?? {});
    return page(
      args,
      [
        { column: 'name', kind: 'text', direction: 'asc', key: (o) => o.name },
        { column: 'id', kind: 'id', direction: 'asc', key: (o) => o.id },
      ],
      (part) => this.database.prisma.organisation.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.organisation.count({ where }),
      limits.directoryPage.max,
    );
  }

  participation(): Promise<Participation> {
    if (this.participating && Date.now() - this.participating.readAt < participationLasts) return this.participating.answer;
    const answer = this.readParticipation();
    this.participating = { readAt: Date.now(), answer };
    answer.catch(() => (this.participating = undefined));
    return answer;
  }

  private async readParticipation(): Promise<Participation> {
    const all: Prisma.OrganisationWhereInput = { kind: { in: [...administrationKinds] } };
    const { organisation } = this.database.prisma;
    const [active, administrations] = await Promise.all([
      organisation.findMany({
        where: { ...all, affiliations: { some: { endedAt: null, role: { not: 'PROVIDER' } } } },
        select: { key: true },
        orderBy: { key: 'asc' },
      }),
      organisation.count({ where: all }),
    ]);
    return { keys: active.map(({ key }) => key), administrations };
  }

  async setMailDomains(actor: Actor, input: Inputs['setMailDomains']): Promise<Organisation> {
    return this.writes.transact(async (tx) => {
      const may = await organisationGate.may(tx, actor, 'manage', input.organisationId);
      const before = await may.tx.db.organisation.findUniqueOrThrow({ where: { id: may.row.id } });
      const mailDomains = [...new Set(input.domains)].sort();
      if (mailDomains.join() === before.mailDomains.join()) return before;
      const organisation = await may.tx.db.organisation.update({ where: { id: before.id }, data: { mailDomains } });
      tx.announce('organisation.changed', null, { organisationId: before.id });
      tx.audit({
        actorId: actor.personId,
        action: 'organisation.mail_domains_set',
        subject: { kind: 'organisation', id: before.id },
        details: { organisation: before.title, before: before.mailDomains.join(', '), domains: mailDomains.join(', ') },
      });
      return organisation;
    });
  }
}

/** The signs that mean something in LIKE are text here. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function matching({ text, kinds, parentId, administrations, withoutCoordinator }: OrganisationFilter): Prisma.OrganisationWhereInput {
  const conditions: Prisma.OrganisationWhereInput[] = [];
  const words = (text ?? '').normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, 8);
  for (const word of words) {
    const contains = { contains: literal(word), mode: 'insensitive' as const };
    const begins = { startsWith: literal(word) };
    conditions.push({
      OR: [
        { name: contains },
        { title: contains },
        { code: { equals: literal(word), mode: 'insensitive' } },
        { ags: begins },
        { ars: begins },
      ],
    });
  }
  if (kinds) conditions.push({ kind: { in: kinds } });
  // What is no id is nobody's parent.
  if (parentId) conditions.push(isUuid(parentId) ? { parentId } : { id: { in: [] } });
  if (administrations === true || withoutCoordinator === true) conditions.push({ kind: { in: [...administrationKinds] } });
  if (withoutCoordinator) conditions.push({ affiliations: { none: { role: 'COORDINATOR', endedAt: null } } });
  return { AND: conditions };
}

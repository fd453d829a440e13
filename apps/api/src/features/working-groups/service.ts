import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { parse } from '../../platform/fail.ts';
import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { literally } from '../../platform/graphql/pages-below.ts';
import type { Prisma, WorkingGroup } from '../../generated/prisma/client.ts';
import { groupGate } from './gate.ts';
import { activeSeat, readableGroups, visibleGroups } from './policy.ts';

@Injectable()
export class WorkingGroupService {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<WorkingGroup> {
    const { id: seen } = await groupGate.look(this.database.prisma, actor, id);
    return this.database.prisma.workingGroup.findUniqueOrThrow({ where: { id: seen } });
  }

  /** By number, then those without a number by name. */
  async list(actor: Actor, { first, after, filter }: PageArgs & { filter?: unknown }): Promise<Page<WorkingGroup>> {
    const where = { AND: [visibleGroups(actor), ...filtered(actor, parse(inputs.workingGroupFilter, filter ?? {}))] };
    const keys = cursorKeys(after, ['integerOrNone', 'text', 'id']);
    const take = pageSize(first);
    const rows = await this.database.prisma.workingGroup.findMany({
      where: { AND: [where, keys ? beyond(...(keys as [number | null, string, string])) : {}] },
      orderBy: [{ number: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }, { id: 'asc' }],
      take: take + 1,
    });
    const isWhole = !keys && rows.length <= take;
    const total = isWhole ? rows.length : await this.database.prisma.workingGroup.count({ where });
    return toPage(rows, take, total, (g) => [g.number, g.name, g.id], !!after);
  }
}

/** Numbers are unique: name and id decide only among the groups without one. */
const beyond = (number: number | null, name: string, id: string): Prisma.WorkingGroupWhereInput =>
  number !== null
    ? { OR: [{ number: { gt: number } }, { number: null }] }
    : { number: null, OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };

function filtered(
  actor: Actor,
  { text, mine, followed, joinable, statuses }: Inputs['workingGroupFilter'],
): Prisma.WorkingGroupWhereInput[] {
  const own = { memberships: { some: activeSeat(actor.personId) } };
  const enters = isInsider(actor) && actor.affiliations.length > 0;
  return [
    ...(text ? [matching(text)] : []),
    ...(mine === true ? [own] : mine === false ? [{ NOT: own }] : []),
    ...(followed ? [{ OR: [own, { AND: [{ follows: { some: { personId: actor.personId } } }, readableGroups(actor)] }] }] : []),
    ...(statuses ? [{ status: { in: statuses } }] : []),
    ...(joinable ? [enters ? joinableBy(actor) : { id: { in: [] } }] : []),
  ];
}

const matching = (text: string): Prisma.WorkingGroupWhereInput => {
  const part = { contains: literally(text), mode: 'insensitive' as const };
  const number = /^(?:AG\s*)?(\d{1,3})$/i.exec(text)?.[1];
  return { OR: [{ name: part }, { goal: part }, ...(number ? [{ number: Number(number) }] : [])] };
};

const joinableBy = ({ personId }: Actor): Prisma.WorkingGroupWhereInput => ({
  joinPolicy: { in: ['OPEN', 'REQUEST'] },
  status: { in: ['PLANNED', 'ACTIVE'] },
  memberships: { none: { OR: [activeSeat(personId), { personId, status: 'REQUESTED' }] } },
});

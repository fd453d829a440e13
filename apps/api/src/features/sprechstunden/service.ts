import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { parse } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { literally } from '../../platform/graphql/pages-below.ts';
import type { Prisma, Sprechstunde } from '../../generated/prisma/client.ts';
import { eventGate } from './gate.ts';
import { visibleEvents } from './policy.ts';

/** Events as signed-in people read them. */
@Injectable()
export class SprechstundenService {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<Sprechstunde> {
    const { id: seen } = await eventGate.look(this.database.prisma, actor, id);
    return this.database.prisma.sprechstunde.findUniqueOrThrow({ where: { id: seen } });
  }

  list(actor: Actor, { filter, ...args }: PageArgs & { filter?: unknown }): Promise<Page<Sprechstunde>> {
    const wanted = parse(inputs.sprechstundenFilter, filter ?? {});
    const where = { AND: [visibleEvents(actor), ...filtered(actor, wanted)] };
    return inTime(
      wanted.past === true,
      args,
      (part) => this.database.prisma.sprechstunde.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.sprechstunde.count({ where }),
    );
  }

  /** The one that runs, or the next one; past its end it is none any more. */
  async next(actor: Actor): Promise<Sprechstunde | null> {
    return this.database.prisma.sprechstunde.findFirst({
      where: { AND: [visibleEvents(actor), { status: { in: ['ANNOUNCED', 'LIVE'] }, endsAt: { gt: new Date() } }] },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
  }
}

/** Coming ones soonest first, past ones latest first. */
export const inTime = <T extends { startsAt: Date; id: string }>(
  past: boolean,
  args: PageArgs,
  find: (part: { where: object; orderBy: object[]; take: number }) => Promise<T[]>,
  count: () => Promise<number>,
): Promise<Page<T>> => {
  const direction = past ? 'desc' : 'asc';
  return page(
    args,
    [
      { column: 'startsAt', kind: 'instant', direction, key: (e) => e.startsAt.toISOString() },
      { column: 'id', kind: 'id', direction, key: (e) => e.id },
    ],
    find,
    count,
  );
};

/** What runs longer than planned is not past. */
export const isPast = (past: boolean, now = new Date()): Prisma.SprechstundeWhereInput =>
  past
    ? { OR: [{ endsAt: { lte: now }, status: { not: 'LIVE' } }, { status: 'DONE' }] }
    : { status: { not: 'DONE' }, OR: [{ endsAt: { gt: now } }, { status: 'LIVE' }] };

function filtered(actor: Actor, { past, seriesId, statuses, text, registered }: Inputs['sprechstundenFilter']) {
  const own: Prisma.RegistrationWhereInput = { personId: actor.personId, status: { in: ['REGISTERED', 'WAITING'] } };
  const conditions: Prisma.SprechstundeWhereInput[] = [isPast(past === true)];
  if (seriesId) conditions.push({ seriesId });
  if (statuses) conditions.push({ status: { in: statuses } });
  if (text) conditions.push(matching(text));
  if (registered === true) conditions.push({ registrations: { some: own } });
  if (registered === false) conditions.push({ registrations: { none: own } });
  return conditions;
}

function matching(text: string): Prisma.SprechstundeWhereInput {
  const part = { contains: literally(text), mode: 'insensitive' as const };
  const no = /^(\d{1,4})\.?$/.exec(text)?.[1];
  return { OR: [{ title: part }, { summary: part }, { topics: { has: text } }, ...(no ? [{ no: Number(no) }] : [])] };
}

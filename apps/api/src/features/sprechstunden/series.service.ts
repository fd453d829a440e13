import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import { berlinDay, berlinInstant } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { Prisma, SprechstundenSeries } from '../../generated/prisma/client.ts';
import { tellCard, tellSeries } from './announce.ts';
import { holidayOn } from './calendar/holidays.ts';
import { daysOf } from './calendar/recurrence.ts';
import { seriesGate } from './gate.ts';
import { editsEvents } from './policy.ts';

type Input = Inputs['series'];
const day = 86_400_000;
/** So far ahead an office may plan. */
const plannedDays = 731;

/** Series with their rhythm, and the drafts that come of it. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  async list(actor: Actor): Promise<SprechstundenSeries[]> {
    if (!isInsider(actor)) return [];
    return this.database.prisma.sprechstundenSeries.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 100 });
  }

  create(actor: Actor, given: object): Promise<SprechstundenSeries> {
    const input = parse(inputs.series, given);
    if (!editsEvents(actor)) throw fail('forbidden');
    return this.writes.transact(async (tx) => {
      const key = { createdById: actor.personId, clientMutationId: input.clientMutationId };
      const made = await tx.db.sprechstundenSeries.findUnique({ where: { createdById_clientMutationId: key } });
      if (made) return made;
      const series = await tx.db.sprechstundenSeries.create({ data: { ...key, ...(await this.columns(tx, input)) } });
      tellSeries(tx, series.id);
      return series;
    });
  }

  edit(actor: Actor, id: string, version: number, given: object): Promise<SprechstundenSeries> {
    const input = parse(inputs.series, given);
    return this.writes.transact(async (tx) => {
      const { row } = await seriesGate.may(tx, actor, 'edit', id);
      if (row.version !== version) {
        const { rights: _, ...current } = row;
        throw fail('stale', { current });
      }
      tellSeries(tx, row.id);
      return tx.db.sprechstundenSeries.update({
        where: { id: row.id },
        data: { ...(await this.columns(tx, input)), version: { increment: 1 } },
      });
    });
  }

  /** Twice the same call makes nothing twice: a day has one event, wherever that was moved since. */
  plan(actor: Actor, args: object): Promise<SprechstundenSeries> {
    const { seriesId, until } = parse(inputs.planSprechstunden, args);
    return this.writes.transact(async (tx) => {
      const { row } = await seriesGate.may(tx, actor, 'edit', seriesId);
      const days = daysAhead(row, until);
      const taken = await plannedDaysOf(tx.db, row.id, days);
      const free = days.filter((d) => !taken.has(d) && !row.exceptions.includes(d) && holidayOn(d) === null);
      const drafts = free.map((originalDay, i) => draftOf(row, originalDay, row.nextNo + i, actor.personId));
      if (drafts.length === 0) return tx.db.sprechstundenSeries.findUniqueOrThrow({ where: { id: row.id } });
      for (const { id } of await tx.db.sprechstunde.createManyAndReturn({ data: drafts, select: { id: true } })) tellCard(tx, id);
      tellSeries(tx, row.id);
      return tx.db.sprechstundenSeries.update({ where: { id: row.id }, data: { nextNo: { increment: drafts.length } } });
    });
  }

  /** What `plan` would do, and what is planned. */
  async days(actor: Actor, args: object) {
    const { seriesId, until } = parse(inputs.planSprechstunden, args);
    const series = await seriesGate.look(this.database.prisma, actor, seriesId, 'edit');
    const days = daysAhead(series, until);
    const taken = await plannedDaysOf(this.database.prisma, series.id, days);
    return days.map((d) => ({
      day: d,
      startsAt: berlinInstant(d, series.startTime),
      holiday: holidayOn(d),
      excepted: series.exceptions.includes(d),
      planned: taken.has(d),
    }));
  }

  private async columns(tx: Tx, { clientMutationId: _, ...input }: Input) {
    const first = new Date(`${input.firstDay}T00:00:00Z`).getTime();
    const until = new Date(first + plannedDays * day).toISOString().slice(0, 10);
    if (!daysOf(input.rule, input.firstDay, input.firstDay, until)?.length) throw fail('series.rule_invalid', { fields: ['rule'] });
    if (!(await tx.db.organisation.findUnique({ where: { id: input.organiserId } }))) throw fail('not_found');
    return { ...input, exceptions: [...new Set(input.exceptions)].toSorted(), joinUrl: input.joinUrl ?? null };
  }
}

type Rhythm = Pick<SprechstundenSeries, 'id' | 'rule' | 'firstDay' | 'startTime'>;

/** The rule's days from now on whose start is still to come. */
function daysAhead({ rule, firstDay, startTime }: Rhythm, until: string): string[] {
  const now = new Date();
  if (until > berlinDay(new Date(now.getTime() + plannedDays * day))) throw fail('invalid', { fields: ['until'] });
  const days = daysOf(rule, firstDay, berlinDay(now), until);
  if (!days) throw fail('series.rule_invalid', { fields: ['rule'] });
  return days.filter((d) => berlinInstant(d, startTime) > now);
}

async function plannedDaysOf(db: Prisma.TransactionClient, seriesId: string, days: string[]): Promise<Set<string>> {
  const found = await db.sprechstunde.findMany({ where: { seriesId, originalDay: { in: days } }, select: { originalDay: true } });
  return new Set(found.map((e) => e.originalDay!));
}

function draftOf(series: SprechstundenSeries, originalDay: string, no: number, createdById: string): Prisma.SprechstundeCreateManyInput {
  const startsAt = berlinInstant(originalDay, series.startTime);
  const open = no % series.openEvery === 0;
  return {
    seriesId: series.id,
    no,
    originalDay,
    format: open ? 'OPEN' : 'TOPIC',
    title: open ? 'Offene Sprechstunde' : 'Thema folgt',
    startsAt,
    endsAt: new Date(startsAt.getTime() + series.minutes * 60_000),
    place: series.place,
    joinUrl: series.joinUrl,
    hostId: series.organiserId,
    createdById,
    clientMutationId: randomUUID(),
  };
}

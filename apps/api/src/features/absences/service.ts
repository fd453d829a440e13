import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { dateOf, dayOf, daysAfter } from '../../platform/days.ts';
import { fail } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { job, Jobs } from '../../platform/jobs/jobs.ts';
import type { Absence, Person } from '../../generated/prisma/client.ts';
import { phaseOf, type AbsencePhase } from './days.ts';
import { colleaguesOf } from './deputies.ts';
import { deputyNamed } from './jobs.ts';

const forgetAbsences = job('absences.forget');
/** Days after its end for which the person still sees an absence, and for which it is kept. The page Datenschutz names the latter. */
const toldDays = 14;
const keptDays = 31;

export interface AbsenceView {
  id: string;
  personId: string;
  deputyId: string | null;
  from: string;
  until: string;
  phase: AbsencePhase;
}

/** When people are away. Everybody enters only their own absence; nobody sets or ends another's. */
@Injectable()
export class Absences implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(forgetAbsences, () => this.forgets(), '50 3 * * *');
  }

  private get today(): string {
    return berlinDay(this.clock.now());
  }

  /** An absence that has begun keeps its first day or gets a later one: it cannot be dated back. */
  async sets({ personId }: Actor, { from, until, deputyId = null }: Inputs['setAbsence']): Promise<void> {
    await this.writes.transact(async (tx) => {
      const before = await this.locked(tx, personId);
      const { today } = this;
      if (from < today && !(before && from === dayOf(before.fromDay))) throw fail('invalid', { fields: ['from'] });
      if (until < today) throw fail('invalid', { fields: ['until'] });
      if (deputyId) await demandDeputy(tx.db, personId, deputyId, { from, until });
      const data = { personId, deputyId, fromDay: dateOf(from), untilDay: dateOf(until) };
      if (before && isSame(before, data)) return;
      const { id } = before ? await tx.db.absence.update({ where: { id: before.id }, data }) : await tx.db.absence.create({ data });
      tells(tx, personId, before?.deputyId, deputyId);
      if (deputyId) tx.enqueue(deputyNamed, { absenceId: id });
    });
  }

  async ends({ personId }: Actor): Promise<void> {
    await this.writes.transact(async (tx) => {
      const before = await this.locked(tx, personId);
      if (!before) return;
      const { id, deputyId } = before;
      if (dayOf(before.fromDay) >= this.today) await tx.db.absence.delete({ where: { id } });
      else await tx.db.absence.update({ where: { id }, data: { untilDay: dateOf(daysAfter(this.today, -1)) } });
      tells(tx, personId, deputyId);
    });
  }

  async of(personId: string): Promise<AbsenceView | null> {
    const row = await this.database.prisma.absence.findFirst({
      where: { personId, untilDay: { gte: dateOf(daysAfter(this.today, -toldDays)) } },
      orderBy: [{ untilDay: 'desc' }, { id: 'desc' }],
    });
    return row && this.view(row);
  }

  async deputisedBy(deputyId: string): Promise<AbsenceView[]> {
    const rows = await this.database.prisma.absence.findMany({
      where: { deputyId, untilDay: { gte: dateOf(this.today) } },
      orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => this.view(row));
  }

  candidates({ personId }: Actor, text: string, args: PageArgs): Promise<Page<Person>> {
    const words = text.normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, 8);
    // Characters with a meaning in LIKE are searched for as they are.
    const named = words.map((word) => ({ name: { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const } }));
    const where = { AND: [colleaguesOf(personId), ...named] };
    return page(
      args,
      [
        { column: 'name', kind: 'text', direction: 'asc', key: (p: Person) => p.name },
        { column: 'id', kind: 'id', direction: 'asc', key: (p: Person) => p.id },
      ],
      (part) => this.database.prisma.person.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.person.count({ where }),
    );
  }

  private view({ id, personId, deputyId, fromDay, untilDay }: Absence): AbsenceView {
    const days = { from: dayOf(fromDay), until: dayOf(untilDay) };
    return { id, personId, deputyId, ...days, phase: phaseOf(days, this.clock.now()) };
  }

  /** The absence that is not over. Writes of one person wait for each other, so that there is at most one. */
  private async locked({ db }: Tx, personId: string): Promise<Absence | null> {
    await db.$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
    return db.absence.findFirst({ where: { personId, untilDay: { gte: dateOf(this.today) } } });
  }

  private async forgets(): Promise<void> {
    await this.database.prisma.absence.deleteMany({ where: { untilDay: { lt: dateOf(daysAfter(this.today, -keptDays)) } } });
  }
}

/** Refuses a deputy who is no colleague, or is away in these days too. */
async function demandDeputy(db: Db, personId: string, deputyId: string, { from, until }: { from: string; until: string }): Promise<void> {
  const fields = { fields: ['deputyId'] };
  if ((await db.person.count({ where: { AND: [{ id: deputyId }, colleaguesOf(personId)] } })) === 0)
    throw fail('absence.deputy_impossible', fields);
  const overlapping = { personId: deputyId, fromDay: { lte: dateOf(until) }, untilDay: { gte: dateOf(from) } };
  if ((await db.absence.count({ where: overlapping })) > 0) throw fail('absence.deputy_absent', fields);
}

const isSame = (a: Absence, b: Pick<Absence, 'deputyId' | 'fromDay' | 'untilDay'>): boolean =>
  a.deputyId === b.deputyId && a.fromDay.getTime() === b.fromDay.getTime() && a.untilDay.getTime() === b.untilDay.getTime();

function tells(tx: Tx, ...people: (string | null | undefined)[]): void {
  for (const personId of new Set(people)) if (personId) tx.announce('absence.changed', personId, { personId });
}

import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, known } from '../../platform/fail.ts';
import { present, questionGate, stageGate } from './gate.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { tellsHome } from './steps.ts';

/** What the host of an event, or the editor, does with its queue while everybody looks at it. */
@Injectable()
export class StageService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
  ) {}

  /** What was current counts as dealt with, unless it is said otherwise: then it is the next one again. */
  async setCurrent(actor: Actor, { sprechstundeId, questionId, instead, done }: Inputs['setCurrentQuestion']): Promise<Sprechstunde> {
    const next = questionId ?? null;
    return this.writes.transact(async (tx) => {
      const { row: event } = await stageGate.may(tx, actor, 'steer', sprechstundeId);
      const before = await lockStage(tx, event.id);
      const answer = () => tx.db.sprechstunde.findUniqueOrThrow({ where: { id: event.id } });
      // Said twice is said once: a lost answer, two who press the same key.
      if (before === next) return answer();
      if (before !== (instead ?? null)) throw fail('stale', { current: { questionId: before } });
      if (next) {
        const { row } = await questionGate.may(tx, await present(tx, actor), 'steer', next);
        if (row.sprechstundeId !== event.id) throw fail('question.other_home');
        await tx.db.question.update({ where: { id: row.id }, data: { place: null, discussedAt: null } });
      }
      const since = new Date();
      await tx.db.eventStage.update({ where: { sprechstundeId: event.id }, data: { questionId: next, since } });
      if (before && done) await tx.db.question.update({ where: { id: before }, data: { place: null, discussedAt: since } });
      else if (before) await arrange(tx, event.id, before, 1);
      tx.announce('stage.changed', event.id, { sprechstundeId: event.id });
      return answer();
    });
  }

  async place(actor: Actor, { id, place }: Inputs['placeQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      // The stage first, as where the current one is set: they never wait for each other in a circle.
      const home = await tx.db.question.findUnique({ where: { id: known(id) }, select: { sprechstundeId: true } });
      if (home?.sprechstundeId) await lockStage(tx, home.sprechstundeId);
      const { row } = await questionGate.may(tx, now, 'steer', id);
      await arrange(tx, row.sprechstundeId!, row.id, place ?? null);
      tellsHome(tx, 'question.changed', row);
    });
    return this.rows.one(actor, id);
  }
}

/** Whoever orders the queue does it alone. Answers with what is current, as everybody sees it. */
async function lockStage(tx: Tx, sprechstundeId: string): Promise<string | null> {
  await tx.db.$executeRaw`INSERT INTO event_stage (sprechstunde_id) VALUES (${sprechstundeId}::uuid) ON CONFLICT DO NOTHING`;
  await tx.db.$queryRaw`SELECT FROM event_stage WHERE sprechstunde_id = ${sprechstundeId}::uuid FOR UPDATE`;
  const stage = await tx.db.eventStage.findUniqueOrThrow({ where: { sprechstundeId }, include: { question: true } });
  return stage.question && isShown(stage.question) ? stage.question.id : null;
}

/** A hidden or withdrawn one leaves the stage by itself. */
export const isShown = ({ hiddenAt, state }: { hiddenAt: Date | null; state: string }): boolean =>
  hiddenAt === null && state !== 'WITHDRAWN' && state !== 'MERGED';

/** Puts it at its place among those that have one, counted from 1 without a gap; null: takes its place away. */
async function arrange(tx: Tx, sprechstundeId: string, questionId: string, place: number | null): Promise<void> {
  const placed = await tx.db.question.findMany({
    where: {
      sprechstundeId,
      id: { not: questionId },
      place: { not: null },
      state: { in: ['OPEN', 'ASSIGNED'] },
      hiddenAt: null,
      discussedAt: null,
    },
    select: { id: true },
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
  });
  const ids = placed.map((q) => q.id);
  if (place !== null) ids.splice(place - 1, 0, questionId);
  await tx.db.question.update({ where: { id: questionId }, data: { place: null, discussedAt: null } });
  await tx.db.$executeRawUnsafe(
    `UPDATE question SET place = o.place::int FROM unnest($1::uuid[]) WITH ORDINALITY AS o(id, place) WHERE question.id = o.id AND question.place IS DISTINCT FROM o.place`,
    ids,
  );
}

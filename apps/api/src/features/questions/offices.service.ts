import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { dateOf } from '../../platform/days.ts';
import { futureDay, openDay } from './days.ts';
import { present, questionGate } from './gate.ts';
import { questionAssigned, questionDeferred, questionReturned } from './jobs.ts';
import { answersFor } from './policy.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { takesStep, tellsHome, tellsOffices } from './steps.ts';

/** Who is to answer: offices of the Land, of the Bund and others; a Kommune answers as a peer. */
async function officeOf(db: Db, id: string): Promise<{ id: string; title: string }> {
  const office = await db.organisation.findUnique({ where: { id }, select: { id: true, title: true } });
  if (!office) throw fail('invalid', { fields: ['officeId'] });
  return office;
}

/** Questions on their way between offices. */
@Injectable()
export class OfficeService {
  constructor(
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
  ) {}

  /** To an office, or from one to the next with a reason (N12). */
  async assign(actor: Actor, { id, officeId, dueOn, reason }: Inputs['assignQuestion']): Promise<QuestionRow> {
    const before = await this.rows.one(actor, id);
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'read', id);
      const takes = row.officeId === null && answersFor(now, officeId);
      await questionGate.may(tx, now, takes ? 'take' : 'assign', id);
      const office = await officeOf(tx.db, officeId);
      const passedOn = row.officeId !== null && row.officeId !== office.id;
      if (passedOn && !reason) throw fail('invalid', { fields: ['reason'] });
      const due = openDay(dueOn, 'dueOn');
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'ASSIGNED', officeId: office.id, dueOn: due, reason, version: { increment: 1 } },
      });
      const stepId = await takesStep(tx, row.id, {
        kind: passedOn ? 'FORWARDED' : 'ASSIGNED',
        officeId: office.id,
        fromOfficeId: passedOn ? row.officeId : null,
        reason,
        day: due,
        byId: now.personId,
      });
      tx.audit({
        actorId: now.personId,
        action: 'question.assigned',
        subject: { kind: 'question', id: row.id },
        details: { officeId: office.id, fromOfficeId: passedOn ? row.officeId : null, reason },
      });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, office.id, row.officeId);
      tx.enqueue(questionAssigned, { questionId: row.id, stepId });
    });
    return this.after(actor, before, { state: 'ASSIGNED', officeId, dueOn, reason });
  }

  async giveBack(actor: Actor, { id, reason }: Inputs['returnQuestion']): Promise<QuestionRow> {
    const before = await this.rows.one(actor, id);
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'return', id);
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'OPEN', officeId: null, dueOn: null, reason, version: { increment: 1 } },
      });
      const stepId = await takesStep(tx, row.id, { kind: 'RETURNED', fromOfficeId: row.officeId, reason, byId: now.personId });
      tx.audit({
        actorId: now.personId,
        action: 'question.returned',
        subject: { kind: 'question', id: row.id },
        details: { officeId: row.officeId, reason },
      });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
      tx.enqueue(questionReturned, { questionId: row.id, stepId });
    });
    return this.after(actor, before, { state: 'OPEN', officeId: null, dueOn: null, reason });
  }

  async defer(actor: Actor, { id, officeId, recheckOn, reason }: Inputs['deferQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'defer', id);
      const wanted = row.officeId ?? officeId;
      if (!wanted) throw fail('invalid', { fields: ['officeId'] });
      const office = await officeOf(tx.db, wanted);
      const day = futureDay(recheckOn, 'recheckOn');
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'DEFERRED', officeId: office.id, dueOn: null, recheckOn: day, dueAgainAt: null, reason, version: { increment: 1 } },
      });
      const stepId = await takesStep(tx, row.id, { kind: 'DEFERRED', officeId: office.id, reason, day, byId: now.personId });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, office.id, row.officeId);
      tx.enqueue(questionDeferred, { questionId: row.id, stepId });
    });
    return this.rows.one(actor, id);
  }

  /** By hand: a deferred one before its day, or an outdated one. */
  async resume(actor: Actor, { id, dueOn }: Inputs['resumeQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'resume', id);
      openDay(dueOn, 'dueOn');
      const day = dateOf(dueOn);
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'ASSIGNED', dueOn: day, recheckOn: null, reason: '', version: { increment: 1 } },
      });
      const stepId = await takesStep(tx, row.id, { kind: 'RESUMED', officeId: row.officeId, day, byId: now.personId });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
      tx.enqueue(questionAssigned, { questionId: row.id, stepId });
    });
    return this.rows.one(actor, id);
  }

  /** What an office gives away may be out of its sight: then the answer is what it had, as it left it. */
  private async after(
    actor: Actor,
    before: QuestionRow,
    left: Pick<QuestionRow, 'state' | 'officeId' | 'dueOn' | 'reason'>,
  ): Promise<QuestionRow> {
    const [now] = await this.rows.readable(actor, [before.id]);
    return now ?? { ...before, ...left, overdue: false };
  }
}

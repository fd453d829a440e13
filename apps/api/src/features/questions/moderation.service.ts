import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail, known } from '../../platform/fail.ts';
import { present, questionGate } from './gate.ts';
import { homeIn } from './homes.ts';
import { questionHidden, questionMerged } from './jobs.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { takesStep, tellsHome, tellsOffices } from './steps.ts';
import { VoteTeller } from './vote-teller.ts';

/** What is done with questions of others (R12). Nobody learns by it who asked. */
@Injectable()
export class QuestionModeration {
  constructor(
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
    private readonly teller: VoteTeller,
  ) {}

  async hide(actor: Actor, { id, reason }: Inputs['hideQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'hide', id);
      const hiddenAt = new Date();
      await tx.db.question.update({ where: { id: row.id }, data: { hiddenAt, hiddenReason: reason, version: { increment: 1 } } });
      tx.audit({ actorId: now.personId, action: 'question.hidden', subject: { kind: 'question', id: row.id }, details: { reason } });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
      tx.enqueue(questionHidden, { questionId: row.id, at: hiddenAt.getTime() });
    });
    return this.rows.one(actor, id);
  }

  async show(actor: Actor, id: string): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'show', id);
      await tx.db.question.update({ where: { id: row.id }, data: { hiddenAt: null, hiddenReason: '', version: { increment: 1 } } });
      tx.audit({ actorId: now.personId, action: 'question.shown', subject: { kind: 'question', id: row.id } });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
    });
    return this.rows.one(actor, id);
  }

  /** The votes move over, each person's once; whoever asked hears of the other question from now on. */
  async merge(actor: Actor, { id, intoId }: Inputs['mergeQuestion']): Promise<QuestionRow> {
    const [from, into] = [known(id), known(intoId)];
    if (from === into) throw fail('invalid', { fields: ['intoId'] });
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      // Both are locked in a fixed order: two who merge them into each other do not wait in a circle.
      for (const each of [from, into].toSorted()) await questionGate.may(tx, now, 'read', each);
      const { row } = await questionGate.may(tx, now, 'merge', from);
      const { row: target } = await questionGate.may(tx, now, 'absorb', into);
      if (homeIn(row).id !== homeIn(target).id) throw fail('question.other_home');
      await tx.db.$executeRawUnsafe(
        `WITH moved AS (DELETE FROM question_vote WHERE question_id = $1::uuid RETURNING person_id)
         INSERT INTO question_vote (question_id, person_id) SELECT $2::uuid, person_id FROM moved ON CONFLICT DO NOTHING`,
        row.id,
        target.id,
      );
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'MERGED', mergedIntoId: target.id, officeId: null, dueOn: null, voteCount: 0, version: { increment: 1 } },
      });
      // Who sees it answered just now sees the other one from here on.
      const { count: onStage } = await tx.db.eventStage.updateMany({ where: { questionId: row.id }, data: { questionId: target.id } });
      if (onStage > 0) tx.announce('stage.changed', row.sprechstundeId, { sprechstundeId: row.sprechstundeId! });
      // Whatever was merged into it before goes along, so that one look leads to the question that is left.
      await tx.db.question.updateMany({ where: { mergedIntoId: row.id }, data: { mergedIntoId: target.id } });
      const stepId = await takesStep(tx, row.id, { kind: 'MERGED', fromOfficeId: row.officeId, byId: now.personId });
      tx.audit({
        actorId: now.personId,
        action: 'question.merged',
        subject: { kind: 'question', id: row.id },
        details: { intoId: target.id },
      });
      tellsHome(tx, 'question.changed', row);
      tellsHome(tx, 'question.changed', target);
      tellsOffices(tx, row.officeId, target.officeId);
      tx.enqueue(questionMerged, { questionId: row.id, stepId });
    });
    this.teller.moved(into);
    return this.rows.one(actor, id);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits } from '@kollab/contract';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { dateOf, daysAfter } from '../../platform/days.ts';
import { tellsFaq } from './answers.service.ts';
import { faqReviewDue, questionDueAgain, questionOutdated, turnPages } from './jobs.ts';
import { takesStep, tellsHome, tellsOffices } from './steps.ts';

/** What the calendar does by itself. The clock is handed in: tests turn the pages themselves. */
@Injectable()
export class Turning implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(turnPages, () => this.turn(new Date()), '3 * * * *');
  }

  async turn(now: Date): Promise<void> {
    const today = berlinDay(now);
    await this.deferredReturn(today, now);
    await this.validityEnds(today, now);
    await this.reviewsAreDue(today);
  }

  /** Deferred questions come back to their office on their day. */
  private async deferredReturn(today: string, now: Date): Promise<void> {
    const where = { state: 'DEFERRED', recheckOn: { lte: dateOf(today) } } as const;
    const due = await this.database.prisma.question.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
    for (const { id } of due)
      await this.writes.transact(async (tx) => {
        await tx.db.$queryRaw`SELECT FROM question WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
        const question = await tx.db.question.findFirst({ where: { id, ...where } });
        if (!question) return;
        const day = dateOf(daysAfter(today, limits.answerDays));
        await tx.db.question.update({
          where: { id },
          data: { state: 'ASSIGNED', dueOn: day, recheckOn: null, dueAgainAt: now, version: { increment: 1 } },
        });
        const stepId = await takesStep(tx, id, { kind: 'DUE_AGAIN', officeId: question.officeId, reason: question.reason, day });
        tellsHome(tx, 'question.changed', question);
        tellsOffices(tx, question.officeId);
        tx.enqueue(questionDueAgain, { questionId: id, stepId });
      });
  }

  /** After its last day an answer holds no longer. */
  private async validityEnds(today: string, now: Date): Promise<void> {
    const ended = { supersededBy: null, endedAt: null, validTo: { lt: dateOf(today) } } as const;
    const answers = await this.database.prisma.officialAnswer.findMany({
      where: { ...ended, question: { state: 'ANSWERED' } },
      select: { id: true, questionId: true },
      orderBy: { id: 'asc' },
    });
    for (const { id, questionId } of answers)
      await this.writes.transact(async (tx) => {
        await tx.db.$queryRaw`SELECT FROM question WHERE id = ${questionId}::uuid FOR NO KEY UPDATE`;
        const question = await tx.db.question.findFirst({ where: { id: questionId, state: 'ANSWERED' } });
        const { count } = await tx.db.officialAnswer.updateMany({ where: { id, ...ended }, data: { endedAt: now } });
        if (!question || count === 0) return;
        const reason = 'Die Gültigkeit der amtlichen Antwort ist abgelaufen.';
        await tx.db.question.update({ where: { id: questionId }, data: { state: 'OUTDATED', reason, version: { increment: 1 } } });
        const stepId = await takesStep(tx, questionId, { kind: 'OUTDATED', officeId: question.officeId, reason });
        tellsHome(tx, 'question.changed', question);
        tellsOffices(tx, question.officeId);
        await tellsFaq(tx.db, questionId, (entryId) => tx.announce('faq.changed', null, { entryId }));
        tx.enqueue(questionOutdated, { questionId, stepId });
      });
  }

  /** Each review day reminds once. */
  private async reviewsAreDue(today: string): Promise<void> {
    const { rows } = await this.database.pool.query<{ id: string; day: string }>({
      name: 'faq_reviews_due',
      text: `SELECT id, review_on::text AS day FROM faq_entry WHERE review_on <= $1::date AND reminded_on IS DISTINCT FROM review_on ORDER BY id`,
      values: [today],
    });
    for (const { id, day } of rows)
      await this.writes.transact(async (tx) => {
        const reminded = { id, reviewOn: dateOf(day), OR: [{ remindedOn: null }, { remindedOn: { not: dateOf(day) } }] };
        const { count } = await tx.db.faqEntry.updateMany({ where: reminded, data: { remindedOn: dateOf(day) } });
        if (count === 0) return;
        tx.announce('faq.changed', null, { entryId: id });
        tx.enqueue(faqReviewDue, { entryId: id, day });
      });
  }
}

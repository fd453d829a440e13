import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { dayOf, germanDay } from '../../platform/days.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import {
  faqReviewDue,
  questionAnswered,
  questionAssigned,
  questionDeferred,
  questionDueAgain,
  questionHidden,
  questionMerged,
  questionOutdated,
  questionReturned,
} from '../questions/jobs.ts';
import { Audience } from './audience.ts';
import { causeOf, type NoticeFact } from './description.ts';
import { Notifier, recipient, type Recipient } from './notifier.ts';
import { detailOf } from './question-part.ts';

const german = (date: Date | null): string => (date ? germanDay(dayOf(date)) : '');

/**
 * Notices about what became of questions. This is the only place that looks up who asked, in order to tell them. No notice of a
 * question names anybody, and mails have no title.
 */
@Injectable()
export class QuestionFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(questionAnswered, ({ questionId, answerId }) => this.answered(questionId, answerId));
    this.jobs.handle(questionAssigned, ({ questionId, stepId }) => this.assigned(questionId, stepId));
    this.jobs.handle(questionReturned, ({ questionId, stepId }) => this.returned(questionId, stepId));
    this.jobs.handle(questionDeferred, ({ questionId, stepId }) => this.deferred(questionId, stepId));
    this.jobs.handle(questionDueAgain, ({ questionId, stepId }) => this.both('question_due_again', questionId, stepId));
    this.jobs.handle(questionOutdated, ({ questionId, stepId }) => this.both('question_outdated', questionId, stepId));
    this.jobs.handle(questionMerged, ({ questionId, stepId }) => this.toAskers('question_merged', questionId, stepId, detailOf('ASKED')));
    this.jobs.handle(questionHidden, ({ questionId, at }) => this.hidden(questionId, at));
    this.jobs.handle(faqReviewDue, ({ entryId, day }) => this.reviewDue(entryId, day));
  }

  /** First to those who asked it or a question merged into it, then to those who voted. */
  private async answered(questionId: string, answerId: string): Promise<void> {
    const answer = await this.database.prisma.officialAnswer.findUnique({ where: { id: answerId }, select: { authorId: true } });
    if (!answer) return;
    const notice = { kind: 'ANSWER', cause: causeOf('question_answered', answerId), questionId } as const;
    const others = (people: Recipient[]) => people.filter((p) => p.id !== answer.authorId);
    await this.notifier.tells(others(await this.askersOf(questionId)), { ...notice, detail: detailOf('ASKED') }, {});
    await this.notifier.tells(others(await this.votersOf(questionId)), { ...notice, detail: detailOf('VOTED') }, {});
  }

  private async assigned(questionId: string, stepId: string): Promise<void> {
    const step = await this.step(stepId);
    if (!step?.officeId) return;
    const people = (await this.audience.answerersOf(step.officeId)).filter((p) => p.id !== step.byId);
    await this.tell('question_assigned', people, questionId, stepId, detailOf('OFFICE', german(step.day)), step.byId);
  }

  private async returned(questionId: string, stepId: string): Promise<void> {
    const step = await this.step(stepId);
    const question = await this.database.prisma.question.findUnique({ where: { id: questionId }, select: { groupId: true } });
    if (!step || !question) return;
    const leads = question.groupId ? await this.audience.leadsOf(question.groupId) : [];
    const people = leads.length > 0 ? leads : await this.audience.editors();
    await this.tell(
      'question_returned',
      people.filter((p) => p.id !== step.byId),
      questionId,
      stepId,
      detailOf('LEADS', step.reason),
      step.byId,
    );
  }

  private async deferred(questionId: string, stepId: string): Promise<void> {
    const step = await this.step(stepId);
    if (step) await this.toAskers('question_deferred', questionId, stepId, detailOf('ASKED', german(step.day)));
  }

  private async hidden(questionId: string, at: number): Promise<void> {
    const question = await this.database.prisma.question.findUnique({
      where: { id: questionId },
      select: { hiddenAt: true, hiddenReason: true },
    });
    // It was shown again, or hidden anew, before this job ran.
    if (question?.hiddenAt?.getTime() !== at) return;
    await this.toAskers('question_hidden', questionId, `${questionId}:${at}`, detailOf('ASKED', question.hiddenReason));
  }

  /** To those who asked, and to the office. */
  private async both(fact: NoticeFact, questionId: string, stepId: string): Promise<void> {
    const step = await this.step(stepId);
    await this.toAskers(fact, questionId, stepId, detailOf('ASKED'));
    if (step?.officeId) await this.tell(fact, await this.audience.answerersOf(step.officeId), questionId, stepId, detailOf('OFFICE'));
  }

  private async reviewDue(entryId: string, day: string): Promise<void> {
    const entry = await this.database.prisma.faqEntry.findUnique({ where: { id: entryId }, select: { officeId: true, question: true } });
    if (!entry) return;
    await this.notifier.tells(
      await this.audience.answerersOf(entry.officeId),
      { kind: 'QUESTION', cause: causeOf('faq_review_due', entryId, day), faqEntryId: entryId },
      { faq: entry.question },
    );
  }

  private async toAskers(fact: NoticeFact, questionId: string, cause: string, detail: string): Promise<void> {
    await this.tell(fact, await this.askersOf(questionId), questionId, cause, detail);
  }

  private tell(
    fact: NoticeFact,
    people: Recipient[],
    questionId: string,
    cause: string,
    detail: string,
    by?: string | null,
  ): Promise<void> {
    return this.notifier.tells(people, { kind: 'QUESTION', cause: causeOf(fact, cause), questionId, detail }, {}, by);
  }

  private step(id: string) {
    return this.database.prisma.questionStep.findUnique({ where: { id } });
  }

  private askersOf(questionId: string): Promise<Recipient[]> {
    return this.database.prisma.person.findMany({
      select: recipient,
      where: { questionsAsked: { some: { question: { OR: [{ id: questionId }, { mergedIntoId: questionId }] } } } },
    });
  }

  private votersOf(questionId: string): Promise<Recipient[]> {
    return this.database.prisma.person.findMany({
      select: recipient,
      where: { questionVotes: { some: { questionId } } },
    });
  }
}

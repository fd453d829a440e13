import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { dateOf, dayOf } from '../../platform/days.ts';
import { present, questionGate } from './gate.ts';
import { questionAnswered, questionOutdated } from './jobs.ts';
import { answersFor } from './policy.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { takesStep, tellsHome, tellsOffices } from './steps.ts';

/** The answer that holds, or held last: nobody superseded it. */
const lastAnswer = (db: Db, questionId: string) =>
  db.officialAnswer.findFirst({
    where: { questionId, supersededBy: null },
    include: { author: true, organisation: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });

/** Official answers (R4): text, office, legal basis, validity. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
  ) {}

  async answer(actor: Actor, input: Inputs['answerOfficially']): Promise<QuestionRow> {
    const { clientMutationId, questionId, organisationId, body, legalBasis, supersedesId } = input;
    const key = { authorId_clientMutationId: { authorId: actor.personId, clientMutationId } };
    const first = await this.database.prisma.officialAnswer.findUnique({ where: key, select: { questionId: true } });
    if (first) return this.rows.one(actor, first.questionId);
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'answer', questionId);
      if (!answersFor(now, organisationId)) throw fail('forbidden');
      if (row.officeId !== null && row.officeId !== organisationId) throw fail('question.other_office');
      // The same sent twice at once: the lock let the first one through.
      if (await tx.db.officialAnswer.findUnique({ where: key, select: { id: true } })) return;
      const last = await lastAnswer(tx.db, row.id);
      if ((last?.id ?? null) !== (supersedesId ?? null)) throw fail('stale', { current: last && seen(last) });
      const at = new Date();
      const answer = await tx.db.officialAnswer.create({
        data: {
          clientMutationId,
          questionId: row.id,
          organisationId,
          authorId: now.personId,
          function: now.affiliations.find((a) => a.organisationId === organisationId)?.function ?? '',
          body,
          legalBasis,
          validFrom: dateOf(input.validFrom),
          validTo: input.validTo ? dateOf(input.validTo) : null,
          supersedesId: last?.id ?? null,
          createdAt: at,
        },
      });
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'ANSWERED', officeId: organisationId, dueOn: null, dueAgainAt: null, reason: '', version: { increment: 1 } },
      });
      await tx.db.question.updateMany({ where: { id: row.id, officialAnswerAt: null }, data: { officialAnswerAt: at } });
      await takesStep(tx, row.id, { kind: 'ANSWERED', officeId: organisationId, byId: now.personId });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, organisationId);
      await tellsFaq(tx.db, row.id, (entryId) => tx.announce('faq.changed', null, { entryId }));
      tx.enqueue(questionAnswered, { questionId: row.id, answerId: answer.id });
    });
    return this.rows.one(actor, questionId);
  }

  /** By the asker, the lead or a moderator: which of them is written nowhere. */
  async accept(actor: Actor, { answerId, accepted }: Inputs['acceptAnswer']): Promise<QuestionRow> {
    const found = await this.database.prisma.officialAnswer.findUnique({ where: { id: answerId }, select: { questionId: true } });
    if (!found) throw fail('not_found');
    await this.writes.transact(async (tx) => {
      const { row } = await questionGate.may(tx, await present(tx, actor), 'accept', found.questionId);
      const { count } = await tx.db.officialAnswer.updateMany({
        where: { id: answerId, questionId: row.id, acceptedAt: accepted ? null : { not: null } },
        data: { acceptedAt: accepted ? new Date() : null },
      });
      if (count > 0) tellsHome(tx, 'question.changed', row);
    });
    return this.rows.one(actor, found.questionId);
  }

  /** It holds no longer; its office looks at it again. */
  async reportOutdated(actor: Actor, { id, reason }: Inputs['reportOutdated']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await questionGate.may(tx, await present(tx, actor), 'reportOutdated', id);
      const last = await lastAnswer(tx.db, row.id);
      if (last) await tx.db.officialAnswer.update({ where: { id: last.id }, data: { endedAt: new Date() } });
      await tx.db.question.update({ where: { id: row.id }, data: { state: 'OUTDATED', reason, version: { increment: 1 } } });
      const stepId = await takesStep(tx, row.id, { kind: 'OUTDATED', officeId: row.officeId, reason });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
      await tellsFaq(tx.db, row.id, (entryId) => tx.announce('faq.changed', null, { entryId }));
      tx.enqueue(questionOutdated, { questionId: row.id, stepId });
    });
    return this.rows.one(actor, id);
  }
}

type Last = NonNullable<Awaited<ReturnType<typeof lastAnswer>>>;
/** The other answer, to be shown beside one's own. */
const seen = ({ id, body, legalBasis, validFrom, validTo, createdAt, author, organisation }: Last) => ({
  id,
  body,
  legalBasis,
  validFrom: dayOf(validFrom),
  validTo: validTo && dayOf(validTo),
  createdAt: createdAt.toISOString(),
  author: author.name,
  organisation: organisation.title,
});

/** The entry made of a question says whether its answer still holds. */
export async function tellsFaq(db: Db, questionId: string, tell: (entryId: string) => void): Promise<void> {
  const entry = await db.faqEntry.findUnique({ where: { questionId }, select: { id: true } });
  if (entry) tell(entry.id);
}

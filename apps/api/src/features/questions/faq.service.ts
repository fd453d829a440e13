import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { futureDay } from './days.ts';
import { FaqRows, type FaqRow } from './faq-rows.ts';
import { faqGate, present, questionGate } from './gate.ts';
import { homeIn, homeLabels } from './homes.ts';
import { knownTopics } from './service.ts';
import { tellsHome } from './steps.ts';

/** The official answer that holds, or held last. */
const answerOf = (db: Db, questionId: string) =>
  db.officialAnswer.findFirstOrThrow({ where: { questionId, supersededBy: null }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });

/** Answered questions, edited for everybody, in versions. */
@Injectable()
export class FaqService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly rows: FaqRows,
  ) {}

  async publish(actor: Actor, input: Inputs['publishFaq']): Promise<FaqRow> {
    const { clientMutationId, questionId, question, answer } = input;
    const first = await this.database.prisma.faqEntry.findFirst({
      where: { questionId, clientMutationId, versions: { some: { version: 1, byId: actor.personId } } },
      select: { id: true },
    });
    if (first) return this.rows.one(actor, first.id);
    const id = await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await questionGate.may(tx, now, 'publishFaq', questionId);
      const topics = await knownTopics(tx.db, input.topicIds);
      const official = await answerOf(tx.db, row.id);
      const label = (await homeLabels(tx.db, [row])).get(homeIn(row).id);
      const entry = await tx.db.faqEntry.create({
        data: {
          questionId: row.id,
          question,
          answer,
          clientMutationId,
          officialAnswerId: official.id,
          officeId: official.organisationId,
          source: label?.isPublic ? label.title : '',
          askedAt: row.createdAt,
          reviewOn: futureDay(input.reviewOn, 'reviewOn'),
          topics: { create: topics.map((topicId) => ({ topicId })) },
          versions: { create: { version: 1, question, answer, byId: now.personId } },
        },
        select: { id: true },
      });
      tx.announce('faq.changed', null, { entryId: entry.id });
      tellsHome(tx, 'question.changed', row);
      return entry.id;
    });
    return this.rows.one(actor, id);
  }

  /** Edited or only looked at again: it is checked now, against the answer that holds now. */
  async edit(actor: Actor, { id, version, question, answer, topicIds, reviewOn }: Inputs['editFaq']): Promise<FaqRow> {
    await this.writes.transact(async (tx) => {
      const now = await present(tx, actor);
      const { row } = await faqGate.may(tx, now, 'edit', id);
      if (row.version !== version) throw fail('stale', { current: { question: row.question, answer: row.answer, version: row.version } });
      const topics = await knownTopics(tx.db, topicIds);
      const official = await answerOf(tx.db, row.questionId);
      await tx.db.faqTopic.deleteMany({ where: { entryId: row.id } });
      await tx.db.faqEntry.update({
        where: { id: row.id },
        data: {
          question,
          answer,
          officialAnswerId: official.id,
          officeId: official.organisationId,
          checkedAt: new Date(),
          reviewOn: futureDay(reviewOn, 'reviewOn'),
          version: { increment: 1 },
          topics: { create: topics.map((topicId) => ({ topicId })) },
          versions: { create: { version: row.version + 1, question, answer, byId: now.personId } },
        },
      });
      tx.announce('faq.changed', null, { entryId: row.id });
    });
    return this.rows.one(actor, id);
  }
}

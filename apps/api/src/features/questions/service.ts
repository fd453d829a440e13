import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import { actingFor, belongsTo, type Actor } from '../../platform/auth/actor.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { questionGate } from './gate.ts';
import { homeIn, homeView, type HomeView } from './homes.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import { takesStep, tellsHome, tellsOffices } from './steps.ts';

/** As posts do: the one chosen, the one whose seat it is, the one acted for. */
function asksFor(actor: Actor, home: HomeView, chosen: string | null | undefined) {
  const organisationId = chosen ?? home.seatOf ?? actingFor(actor)?.organisationId;
  if (!organisationId || (!belongsTo(actor, organisationId) && organisationId !== home.seatOf))
    throw fail('invalid', { fields: ['organisationId'] });
  return {
    authorId: actor.personId,
    organisationId,
    function: actor.affiliations.find((a) => a.organisationId === organisationId)?.function ?? '',
  };
}

/** What askers do. Nothing here names them, apart from `question_asker`. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly rows: QuestionRows,
  ) {}

  async ask(actor: Actor, input: Inputs['askQuestion']): Promise<QuestionRow> {
    const { clientMutationId, home: place, title, body, anonymous } = input;
    const key = { personId_clientMutationId: { personId: actor.personId, clientMutationId } };
    const before = () => this.database.prisma.questionAsker.findUnique({ where: key, select: { questionId: true } });
    const first = await before();
    if (first) return this.rows.one(actor, first.questionId);
    try {
      const id = await this.writes.transact(async (tx) => {
        const home = await homeView(tx.db, actor, place, 'share');
        if (!home?.reads) throw fail('not_found');
        if (home.writes !== true) throw fail(home.writes);
        const topics = await knownTopics(tx.db, input.topicIds);
        const question = await tx.db.question.create({
          data: {
            ...homeIn(place).kind.reference(home.id),
            agendaItemId: await knownItem(tx.db, place),
            title,
            body,
            anonymous,
            ...(anonymous ? {} : asksFor(actor, home, input.organisationId)),
            topics: { create: topics.map((topicId) => ({ topicId })) },
            thread: { create: { kind: 'QUESTION', title } },
          },
          select: { id: true, groupId: true, sprechstundeId: true },
        });
        await tx.db.questionAsker.create({ data: { questionId: question.id, personId: actor.personId, clientMutationId } });
        tellsHome(tx, 'question.asked', question);
        return question.id;
      });
      return await this.rows.one(actor, id);
    } catch (error) {
      if ((error as { code?: string }).code !== 'P2002') throw error;
      const repeated = await before();
      if (!repeated) throw error;
      return this.rows.one(actor, repeated.questionId);
    }
  }

  async edit(actor: Actor, { id, version, title, body, topicIds }: Inputs['editQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await questionGate.may(tx, actor, 'edit', id);
      if (row.version !== version) throw fail('stale', { current: { title: row.title, body: row.body, version: row.version } });
      const topics = await knownTopics(tx.db, topicIds);
      await tx.db.questionTopic.deleteMany({ where: { questionId: row.id } });
      await tx.db.question.update({
        where: { id: row.id },
        data: {
          title,
          body,
          editedAt: new Date(),
          version: { increment: 1 },
          topics: { create: topics.map((topicId) => ({ topicId })) },
          thread: { update: { title } },
        },
      });
      tellsHome(tx, 'question.changed', row);
    });
    return this.rows.one(actor, id);
  }

  async add(actor: Actor, { clientMutationId, questionId, body }: Inputs['addToQuestion']): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await questionGate.may(tx, actor, 'add', questionId);
      const { count } = await tx.db.questionAddition.createMany({
        data: [{ questionId: row.id, body, clientMutationId }],
        skipDuplicates: true,
      });
      if (count === 0) return;
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
    });
    return this.rows.one(actor, questionId);
  }

  async withdraw(actor: Actor, id: string): Promise<QuestionRow> {
    await this.writes.transact(async (tx) => {
      const { row } = await questionGate.may(tx, actor, 'withdraw', id);
      await tx.db.question.update({
        where: { id: row.id },
        data: { state: 'WITHDRAWN', officeId: null, dueOn: null, reason: '', version: { increment: 1 } },
      });
      await takesStep(tx, row.id, { kind: 'WITHDRAWN', fromOfficeId: row.officeId });
      tellsHome(tx, 'question.changed', row);
      tellsOffices(tx, row.officeId);
    });
    return this.rows.one(actor, id);
  }
}

/** An item of that event's agenda. */
async function knownItem(db: Db, { sprechstundeId, agendaItemId }: Inputs['askQuestion']['home']): Promise<string | null> {
  if (!agendaItemId) return null;
  if (!(await db.agendaItem.findFirst({ where: { id: agendaItemId, sprechstundeId: sprechstundeId! }, select: { id: true } })))
    throw fail('invalid', { fields: ['home.agendaItemId'] });
  return agendaItemId;
}

/** Each once; what is no topic is refused. */
export async function knownTopics(db: Db, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length > 0 && (await db.topic.count({ where: { id: { in: wanted } } })) < wanted.length)
    throw fail('invalid', { fields: ['topicIds'] });
  return wanted;
}

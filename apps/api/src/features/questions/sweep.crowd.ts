import { randomUUID } from 'node:crypto';
import type { Sprechstunde, WorkingGroup } from '../../generated/prisma/client.ts';
import { indexes } from '../../../test/sweeps/making.ts';
import type { Crowd } from '../../../test/sweeps/sweep.ts';
import type { Colleague } from '../../../test/world.ts';

export interface Gathered {
  question: string;
  event: Sprechstunde;
}
const day = (i: number) => new Date(Date.UTC(2027, 0, i + 1));

/** Answered questions that are in the FAQ, over some years; the first one has as many rows in each of its lists. */
export async function crowd({ world, group, viewer, people, tag }: Crowd): Promise<Gathered> {
  const { db } = world;
  const count = people.length;
  const topicIds: string[] = [];
  for (const i of indexes(count))
    topicIds.push((await db.topic.create({ data: { key: randomUUID(), name: `${tag} Thema`, position: i } })).id);
  const topics = (all: boolean) => ({ create: (all ? topicIds : topicIds.slice(0, 1)).map((topicId) => ({ topicId })) });
  const questionIds: string[] = [];
  for (const [i, person] of people.entries()) {
    const all = i === 0;
    const officeId = person.organisation.id;
    const question = await db.question.create({
      data: {
        ...basis(group, person),
        title: `${tag} Frage ${i}`,
        state: 'OUTDATED',
        officeId,
        createdAt: new Date(Date.UTC(2020, i * 3, 1)),
        officialAnswerAt: new Date(Date.UTC(2020, i * 3, 5)),
        topics: topics(all),
        asker: { create: { personId: person.id, clientMutationId: randomUUID() } },
      },
      include: { thread: true },
    });
    const questionId = question.id;
    for (const other of all ? people : [person]) {
      await world.posts(question.thread!, other, 1);
      await db.question.create({ data: { ...basis(group, other), title: 'Gleiche Frage', state: 'MERGED', mergedIntoId: questionId } });
    }
    questionIds.push(questionId);
    let supersedesId: string | null = null;
    for (const n of indexes(all ? count : 1)) {
      await db.questionAddition.create({ data: { questionId, body: 'Noch etwas', clientMutationId: randomUUID() } });
      const step = { questionId, kind: 'FORWARDED' as const, officeId, fromOfficeId: viewer.actsForId, byId: person.id };
      await db.questionStep.create({ data: { ...step, reason: `${n}` } });
      await db.questionVote.create({ data: { questionId, personId: people[n]!.id } });
      const answer: { id: string } = await db.officialAnswer.create({
        data: {
          questionId,
          organisationId: officeId,
          authorId: person.id,
          body: 'So geht das.',
          validFrom: day(0),
          supersedesId,
          clientMutationId: randomUUID(),
          createdAt: day(n),
        },
      });
      supersedesId = answer.id;
    }
    await db.faqEntry.create({
      data: {
        questionId,
        question: `${tag} Frage ${i}`,
        answer: 'So geht das.',
        officialAnswerId: supersedesId!,
        officeId,
        askedAt: day(0),
        reviewOn: day(i),
        clientMutationId: randomUUID(),
        publishedAt: day(i),
        topics: topics(i === count - 1),
        versions: {
          create: indexes(i === count - 1 ? count : 1).map((v) => ({
            version: v + 1,
            question: 'Früher',
            answer: 'Früher',
            byId: person.id,
          })),
        },
      },
    });
  }
  const event = await world.event(viewer);
  for (const person of people) {
    const home = { sprechstundeId: event.id, organisationId: person.organisation.id };
    await db.question.create({
      data: { ...home, authorId: person.id, title: 'Anliegen', thread: { create: { kind: 'QUESTION', title: 'Anliegen' } } },
    });
  }
  return { question: questionIds[0]!, event };
}

const basis = (group: WorkingGroup, person: Colleague) => ({
  groupId: group.id,
  authorId: person.id,
  organisationId: person.organisation.id,
  thread: { create: { kind: 'QUESTION' as const, title: 'Frage' } },
});

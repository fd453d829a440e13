import { randomUUID } from 'node:crypto';
import { questions, type DemoQuestion, type DemoStep } from './questions.ts';
import type { Stage } from './stage.ts';

const editor = 'redaktion.land';
const expertOf: Readonly<Record<string, string>> = { 'st-mi': 'fach.inneres', 'st-mid': editor };
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks the questions and lets them go their way; the clock is set back afterwards. */
export async function loadQuestions(stage: Stage, groupIds: ReadonlyMap<string, string>): Promise<number> {
  const { prisma } = stage.database;
  const offices = new Map((await prisma.organisation.findMany({ select: { id: true, key: true } })).map((o) => [o.key, o.id]));
  const topics = new Map((await prisma.topic.findMany()).map((t) => [t.key, t.id]));
  const past = await prisma.sprechstunde.findFirst({ where: { status: 'DONE' }, orderBy: { startsAt: 'desc' } });
  const next = await prisma.sprechstunde.findFirst({ where: { status: { in: ['ANNOUNCED', 'LIVE'] } }, orderBy: { startsAt: 'asc' } });
  const homeOf = (home: DemoQuestion['home']) =>
    home === 'past' ? { sprechstundeId: past!.id } : home === 'next' ? { sprechstundeId: next!.id } : { groupId: groupIds.get(home) };
  const asked = new Map<string, string>();
  for (const question of questions) {
    const { askQuestion } = await stage.as(question.by, 'mutation($input: AskQuestionInput!) { askQuestion(input: $input) { id } }', {
      input: {
        clientMutationId: randomUUID(),
        home: homeOf(question.home),
        title: question.title,
        body: question.body,
        topicIds: question.topics.flatMap((key) => topics.get(key) ?? []),
        anonymous: question.anonymous ?? false,
      },
    });
    const id = askQuestion.id as string;
    asked.set(question.title, id);
    await vote(stage, id, question.votes);
    for (const step of question.steps) await take(stage, { id, by: question.by, offices, asked }, step);
    await setBackQuestion(stage, id, question.day);
  }
  return asked.size;
}

interface Way {
  id: string;
  by: string;
  offices: ReadonlyMap<string, string>;
  asked: ReadonlyMap<string, string>;
}

async function take(stage: Stage, { id, by, offices, asked }: Way, step: DemoStep): Promise<void> {
  const { prisma } = stage.database;
  const question = await prisma.question.findUniqueOrThrow({ where: { id }, include: { office: true } });
  const expert = expertOf[question.office?.key ?? ''] ?? editor;
  switch (step.do) {
    case 'assign':
    case 'pass':
      await stage.as(
        editor,
        'mutation($id: ID!, $o: ID!, $d: String!, $r: String!) { assignQuestion(id: $id, officeId: $o, dueOn: $d, reason: $r) { id } }',
        { id, o: offices.get(step.office), d: inDays(step.days), r: step.reason },
      );
      return;
    case 'return':
      await stage.as(expert, 'mutation($id: ID!, $r: String!) { returnQuestion(id: $id, reason: $r) { id } }', { id, r: step.reason });
      return;
    case 'defer':
      await stage.as(
        editor,
        'mutation($id: ID!, $o: ID, $d: String!, $r: String!) { deferQuestion(id: $id, officeId: $o, recheckOn: $d, reason: $r) { id } }',
        { id, o: offices.get(step.office), d: inDays(step.days), r: step.reason },
      );
      return;
    case 'answer': {
      const before = await prisma.officialAnswer.findFirst({ where: { questionId: id, supersededBy: null } });
      await stage.as(expert, 'mutation($input: OfficialAnswerInput!) { answerOfficially(input: $input) { id } }', {
        input: {
          clientMutationId: randomUUID(),
          questionId: id,
          organisationId: question.officeId,
          body: step.text,
          legalBasis: step.basis,
          validFrom: inDays(0),
          validTo: step.until ? inDays(step.until) : null,
          supersedesId: before?.id ?? null,
        },
      });
      return;
    }
    case 'accept': {
      const held = await prisma.officialAnswer.findFirstOrThrow({ where: { questionId: id, supersededBy: null } });
      await stage.as(by, 'mutation($id: ID!) { acceptAnswer(answerId: $id, accepted: true) { id } }', { id: held.id });
      return;
    }
    case 'peer': {
      const thread = await prisma.thread.findUniqueOrThrow({ where: { questionId: id } });
      const input = { clientMutationId: randomUUID(), threadId: thread.id, body: step.text };
      const { reply } = await stage.as(step.by, 'mutation($input: ReplyInput!) { reply(input: $input) { id } }', { input });
      if (step.helped) await stage.as(by, 'mutation($id: ID!) { acceptPost(id: $id, accepted: true) { id } }', { id: reply.id });
      return;
    }
    case 'withdraw':
      await stage.as(by, 'mutation($id: ID!) { withdrawQuestion(id: $id) { id } }', { id });
      return;
    case 'faq': {
      const topics = await prisma.questionTopic.findMany({ where: { questionId: id } });
      await stage.as(editor, 'mutation($input: PublishFaqInput!) { publishFaq(input: $input) { id } }', {
        input: {
          clientMutationId: randomUUID(),
          questionId: id,
          question: step.question,
          answer: step.answer,
          topicIds: topics.map((t) => t.topicId),
          reviewOn: inDays(step.days),
        },
      });
      return;
    }
    case 'outdate':
      await stage.as(by, 'mutation($id: ID!, $r: String!) { reportOutdated(id: $id, reason: $r) { id } }', { id, r: step.reason });
      return;
    case 'merge':
      await stage.as(editor, 'mutation($id: ID!, $into: ID!) { mergeQuestion(id: $id, intoId: $into) { id } }', {
        id,
        into: asked.get(step.into),
      });
  }
}

/** Always the same ones, as many as wished. */
async function vote(stage: Stage, id: string, votes: number): Promise<void> {
  const people = await stage.database.prisma.person.findMany({
    where: { affiliations: { some: { role: 'COORDINATOR' } } },
    orderBy: { name: 'asc' },
  });
  await stage.database.prisma.questionVote.createMany({ data: people.slice(0, votes).map((p) => ({ questionId: id, personId: p.id })) });
  await stage.database.prisma.question.update({ where: { id }, data: { voteCount: Math.min(votes, people.length) } });
}

/** Everything was done a moment ago: the question as many days ago as wished, each step a part of the way to now. */
async function setBackQuestion({ database }: Stage, id: string, days: number): Promise<void> {
  const asked = `now() - make_interval(days => $2::int)`;
  const answered = (column: string) => `CASE WHEN ${column} IS NOT NULL THEN ${asked} + make_interval(days => ($2::int + 2) / 3) END`;
  await database.pool.query(
    `UPDATE question SET created_at = ${asked}, official_answer_at = ${answered('official_answer_at')} WHERE id = $1`,
    [id, days],
  );
  for (const [table, column] of [
    ['question_step', 'at'],
    ['official_answer', 'created_at'],
  ] as const)
    await database.pool.query(
      `UPDATE ${table} t SET ${column} = ${asked} + make_interval(hours => (n.no * $2::int * 8)::int)
         FROM (SELECT id, row_number() OVER (ORDER BY ${column}, id) AS no FROM ${table} WHERE question_id = $1) n
        WHERE t.id = n.id AND ${asked} + make_interval(hours => (n.no * $2::int * 8)::int) < now()`,
      [id, days],
    );
  // Others answered within some hours, each a little later than the one before.
  await database.pool.query(
    `UPDATE post p SET created_at = ${asked} + make_interval(hours => 3 * p.no + 2) FROM thread t
      WHERE t.question_id = $1 AND p.thread_id = t.id AND ${asked} + make_interval(hours => 3 * p.no + 2) < now()`,
    [id, days],
  );
  await database.pool.query(
    `UPDATE thread t SET created_at = ${asked}, last_post_at = COALESCE((SELECT max(created_at) FROM post WHERE thread_id = t.id), ${asked})
      WHERE t.question_id = $1`,
    [id, days],
  );
}

import { randomUUID } from 'node:crypto';
import { inDays } from '../../platform/days.ts';
import { earlierQuestions, type EarlierQuestion } from './earlier-questions.ts';
import { people } from './people.ts';
import { questions, type DemoQuestion, type DemoStep } from './questions.ts';
import type { Stage } from './stage.ts';

const editor = 'redaktion.land';
const expertOf: Readonly<Record<string, string>> = { 'st-mi': 'fach.inneres', 'st-mid': editor };

const idsByKey = (rows: readonly { id: string; key: string | null }[]): Map<string, string> =>
  new Map(rows.flatMap(({ id, key }) => (key ? [[key, id] as const] : [])));
const knownOf = async ({ database: { prisma } }: Stage) => ({
  offices: idsByKey(await prisma.organisation.findMany({ select: { id: true, key: true } })),
  topics: idsByKey(await prisma.topic.findMany()),
});

interface Asked {
  title: string;
  body: string;
  topics: readonly string[];
  anonymous?: boolean;
}
async function ask(stage: Stage, by: string, home: object, topics: ReadonlyMap<string, string>, question: Asked): Promise<string> {
  const { askQuestion } = await stage.as(by, 'mutation($input: AskQuestionInput!) { askQuestion(input: $input) { id } }', {
    input: {
      clientMutationId: randomUUID(),
      home,
      title: question.title,
      body: question.body,
      topicIds: question.topics.flatMap((key) => topics.get(key) ?? []),
      anonymous: question.anonymous ?? false,
    },
  });
  return askQuestion.id as string;
}

/** Asks the questions and lets them go their way; the clock is set back afterwards. `turn`: what the calendar does by itself. */
export async function loadQuestions(stage: Stage, groupIds: ReadonlyMap<string, string>, turn: () => Promise<void>): Promise<number> {
  const { prisma } = stage.database;
  const { offices, topics } = await knownOf(stage);
  const past = await prisma.sprechstunde.findFirst({ where: { status: 'DONE' }, orderBy: { startsAt: 'desc' } });
  const next = await prisma.sprechstunde.findFirst({ where: { status: { in: ['ANNOUNCED', 'LIVE'] } }, orderBy: { startsAt: 'asc' } });
  const homeOf = (home: DemoQuestion['home']) =>
    home === 'past' ? { sprechstundeId: past!.id } : home === 'next' ? { sprechstundeId: next!.id } : { groupId: groupIds.get(home) };
  const asked = new Map<string, string>();
  for (const question of questions) {
    const id = await ask(stage, question.by, homeOf(question.home), topics, question);
    asked.set(question.title, id);
    await vote(stage, id, question.votes);
    for (const step of question.steps) await take(stage, { id, by: question.by, offices, asked }, step);
    await setBackQuestion(stage, id, question.day);
  }
  return asked.size + (await loadEarlierQuestions(stage, turn));
}

/** One of each Sprechstunde that was held before, asked the day before it. */
async function loadEarlierQuestions(stage: Stage, turn: () => Promise<void>): Promise<number> {
  const { prisma, pool } = stage.database;
  const { offices, topics } = await knownOf(stage);
  const held = await prisma.sprechstunde.findMany({ where: { status: 'DONE' }, orderBy: { no: 'asc' } });
  for (const question of earlierQuestions) {
    const event = held.find(({ no }) => no === question.no)!;
    const id = await ask(stage, question.by, { sprechstundeId: event.id }, topics, { ...question, body: '' });
    await vote(stage, id, 2 + ((question.no * 5) % 11), /^koordination\.\d/);
    for (const step of stepsOf(question)) await take(stage, { id, by: question.by, offices, asked: new Map() }, step);
    if (question.end === 'overdue') {
      await pool.query('UPDATE question SET due_on = current_date - 4 WHERE id = $1', [id]);
      await pool.query('UPDATE question_step SET day = current_date - 4 WHERE question_id = $1', [id]);
    }
    if (question.end === 'again') {
      await pool.query('UPDATE question SET recheck_on = current_date - 1 WHERE id = $1', [id]);
      await pool.query('UPDATE question_step SET day = current_date - 1 WHERE question_id = $1', [id]);
      await turn();
    }
    const days = Math.ceil((Date.now() - event.startsAt.getTime()) / 86_400_000) + 1;
    await setBackQuestion(stage, id, days, question.days > 0 ? 2 * question.days : days);
  }
  return earlierQuestions.length;
}

function stepsOf({ no, end, text, faq }: EarlierQuestion): DemoStep[] {
  const answer = { do: 'answer', text, basis: '' } as const;
  const published: DemoStep[] = faq ? [{ do: 'faq', question: faq, answer: text, days: 60 + no }] : [];
  switch (end) {
    case 'st-mid':
    case 'st-mi':
      return [{ ...answer, office: end }, { do: 'accept' }, ...published];
    case 'outdated':
      return [
        { ...answer, office: 'st-mid' },
        { do: 'outdate', reason: 'Inzwischen gilt ein neues Modell.' },
      ];
    case 'peer':
      return [{ do: 'peer', by: 'koordination.15090', text, helped: true }];
    case 'overdue':
      return [{ do: 'assign', office: 'st-mi', days: 5, reason: '' }];
    case 'again':
      return [{ do: 'defer', office: 'st-mid', days: 5, reason: text }];
  }
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
  const office = question.office?.key ?? (step.do === 'answer' ? step.office : undefined) ?? 'st-mid';
  const expert = expertOf[office] ?? editor;
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
          organisationId: question.officeId ?? offices.get(office),
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
async function vote(stage: Stage, id: string, votes: number, of = /^/): Promise<void> {
  const { prisma } = stage.database;
  const voters = people
    .filter(({ role, login }) => role === 'COORDINATOR' && of.test(login))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, votes);
  await prisma.questionVote.createMany({ data: voters.map(({ login }) => ({ questionId: id, personId: stage.personId(login) })) });
  await prisma.question.update({ where: { id }, data: { voteCount: voters.length } });
}

/** Everything was done a moment ago: the question as many days ago as wished, its steps evenly within `reach` days. */
async function setBackQuestion({ database: { pool } }: Stage, id: string, days: number, reach = days): Promise<void> {
  const asked = `now() - make_interval(days => $2::int)`;
  await pool.query(`UPDATE question SET created_at = ${asked} WHERE id = $1`, [id, days]);
  await pool.query(
    `UPDATE question_step t SET at = ${asked} + make_interval(hours => 24 * $3::int * n.no::int / (n.all + 1)::int)
       FROM (SELECT id, row_number() OVER (ORDER BY at, id) AS no, count(*) OVER () AS all FROM question_step WHERE question_id = $1) n
      WHERE t.id = n.id`,
    [id, days, reach],
  );
  // An answer stands since the step in which it was given, and holds from that day on.
  await pool.query(
    `UPDATE official_answer a SET created_at = s.at, valid_from = (s.at AT TIME ZONE 'Europe/Berlin')::date,
            accepted_at = CASE WHEN a.accepted_at IS NOT NULL THEN s.at + interval '5 hours' END,
            ended_at = CASE WHEN a.ended_at IS NOT NULL THEN (SELECT max(at) FROM question_step WHERE question_id = $1) END
       FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS no FROM official_answer WHERE question_id = $1) n,
            (SELECT at, row_number() OVER (ORDER BY at) AS no FROM question_step WHERE question_id = $1 AND kind = 'ANSWERED') s
      WHERE a.id = n.id AND s.no = n.no`,
    [id],
  );
  await pool.query(
    `UPDATE question SET official_answer_at = (SELECT min(created_at) FROM official_answer WHERE question_id = $1) WHERE id = $1`,
    [id],
  );
  const published = `LEAST(now(), (SELECT max(created_at) FROM official_answer WHERE question_id = $1) + interval '1 day')`;
  await pool.query(
    `WITH entry AS (UPDATE faq_entry SET asked_at = ${asked}, published_at = ${published}, checked_at = ${published} WHERE question_id = $1 RETURNING id)
     UPDATE faq_version SET at = ${published} WHERE entry_id IN (SELECT id FROM entry)`,
    [id, days],
  );
  // Others answered within some hours, each a little later than the one before.
  await pool.query(
    `UPDATE post p SET created_at = ${asked} + make_interval(hours => 3 * p.no + 2) FROM thread t
      WHERE t.question_id = $1 AND p.thread_id = t.id AND ${asked} + make_interval(hours => 3 * p.no + 2) < now()`,
    [id, days],
  );
  await pool.query(
    `UPDATE thread t SET created_at = ${asked}, last_post_at = COALESCE((SELECT max(created_at) FROM post WHERE thread_id = t.id), ${asked})
      WHERE t.question_id = $1`,
    [id, days],
  );
}

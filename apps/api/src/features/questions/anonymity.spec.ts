import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import { threadsOf } from '../../../test/threads.ts';
import { cast, roles, setScene, type Role, type Scene } from '../../../test/sweeps/cast.ts';
import { readSchema } from '../../../test/sweeps/schema.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import { Turning } from './turning.ts';
import { VoteTeller } from './vote-teller.ts';

const schema = readSchema();
let api: Api;
let scene: Scene;
let asker: Colleague;
let expert: Colleague;
let actors: Record<Role, Someone | null>;
let ids: { question: string; merged: string; target: string };
let traces: string[];
const { ask, answering, asked, publishing } = questionsOf(() => api);
const { ask: inThread, reply, refusal: refusesInThread, replying } = threadsOf(() => api);
const logged: string[] = [];

/** Everything that one can do with an anonymous question has happened, with the asker's hands where only theirs can. */
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10', LOG_LEVEL: 'info' });
  const log = api.app.getHttpAdapter().getInstance().log as unknown as Record<symbol, { write: (line: string) => void }>;
  log[pino.symbols.streamSym]!.write = (line) => logged.push(line);
  scene = await setScene(api.world);
  actors = {} as typeof actors;
  for (const role of roles) actors[role] = await cast[role](scene);
  const organisation = await api.world.organisation({ name: 'Unverwechselbach', title: 'Gemeinde Unverwechselbach', code: 'UVB' });
  const person = await api.world.person('Erna Unverwechselbar');
  await api.world.belongs(person, organisation, 'MEMBER', 'Unverwechselamt');
  asker = { ...person, organisation };
  await api.world.seat(scene.group, asker);
  expert = await api.world.official('LAND_EXPERT');
  traces = [asker.id, asker.name, asker.email, asker.sub, organisation.id, organisation.name, organisation.title, 'Unverwechselamt'];

  const { lead, moderator } = actors as Record<Role, Someone>;
  const group = scene.group.id;
  const { id } = await asked(asker, group, { title: 'Ohne Namen gefragt?', anonymous: true });
  await ask(asker, 'edit', { id, version: 1, title: 'Ohne Namen anders gefragt?', body: 'Genauer.', topicIds: [] });
  await ask(asker, 'vote', { id, on: true });
  await ask(asker, 'add', { input: { clientMutationId: randomUUID(), questionId: id, body: 'Ergänzt.' } });
  const threadId = (await api.world.db.thread.findUniqueOrThrow({ where: { questionId: id } })).id;
  await inThread(asker, 'follow', { threadId, level: 'ALL' });
  const { id: postId } = await reply(actors.member!, threadId, 'So geht es bei uns.');
  await reply(lead, threadId, 'Und so bei uns.');
  await api.work();
  await inThread(asker, 'markRead', { threadId, no: 2 });
  await inThread(asker, 'react', { postId, kind: 'THANKS', on: true });
  const accepting = 'mutation($id: ID!) { acceptPost(id: $id, accepted: true) { accepted } }';
  expect(await api.get(asker, accepting, { id: postId })).toEqual({ acceptPost: { accepted: true } });
  // The one thing that would show who they are.
  expect(await refusesInThread(asker, 'reply', replying(threadId, 'Danke.'))).toBe('question.asked_anonymously');
  await ask(lead, 'assign', { id, officeId: expert.organisation.id, dueOn: '2099-01-01', reason: 'Bitte.' });
  await ask(expert, 'defer', { id, recheckOn: '2099-01-02', reason: 'Noch nicht.' });
  await api.app.get(Turning).turn(new Date('2099-01-02T10:00:00Z'));
  await ask(expert, 'answer', answering(id, expert.organisation.id));
  const { answer } = await ask(asker, 'one', { id });
  await ask(asker, 'accept', { answerId: answer.id, accepted: true });
  await ask(expert, 'publish', publishing(id));
  await ask(asker, 'report', { id, reason: 'Stimmt nicht mehr.' });
  await ask(moderator, 'hide', { id, reason: 'Prüfung' });
  await api.work();
  await ask(moderator, 'show', { id });
  const merged = await asked(asker, group, { title: 'Ohne Namen doppelt?', anonymous: true });
  const target = await ask(lead, 'ask', {
    input: { clientMutationId: randomUUID(), home: { groupId: group }, title: 'Schon gefragt?', body: '', topicIds: [], anonymous: false },
  });
  await ask(asker, 'vote', { id: merged['id'], on: true });
  await ask(lead, 'merge', { id: merged['id'], intoId: target['id'] });
  const gone = await asked(asker, group, { title: 'Ohne Namen zurück?', anonymous: true });
  await ask(asker, 'withdraw', { id: gone['id'] });
  ids = { question: id, merged: merged['id'], target: target['id'] };
  await api.app.get(VoteTeller).settled();
  await api.work();
});
afterAll(() => api.close());

/** All fields of a question that lead nowhere else, and one step further. */
function everything(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .filter((field) => field.args.every((arg) => arg.defaultValue !== undefined || !String(arg.type).endsWith('!')))
    .map((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return field.name;
      if (!isObjectType(named) || depth === 0) return '';
      const inner = everything(named, depth - 1);
      return inner && `${field.name} { ${inner} }`;
    })
    .filter(Boolean)
    .join(' ');
}
const found = (text: string): string[] => traces.filter((trace) => text.includes(trace));

describe('who asked without a name', () => {
  it('stands in no answer about the question to anybody else, whatever their role', async () => {
    const question = schema.getType('Question') as GraphQLObjectType;
    const faq = schema.getType('FaqEntry') as GraphQLObjectType;
    const threads = (await api.world.db.thread.findMany({ where: { questionId: { in: Object.values(ids) } } })).map((t) => t.id);
    expect(threads).toHaveLength(3);
    const documents = [
      ...Object.values(ids).map((id) => `{ question(id: "${id}") { ${everything(question, 2)} } }`),
      ...threads.map((id) => `{ thread(id: "${id}") { ${everything(schema.getType('Thread') as GraphQLObjectType, 2)} } }`),
      `{ unansweredQuestions { nodes { ${everything(question, 1)} } } }`,
      `{ similarQuestions(text: "Ohne Namen gefragt") { ${everything(question, 1)} } }`,
      `{ faqEntries { nodes { ${everything(faq, 1)} } } }`,
      `{ workingGroup(id: "${scene.group.id}") { questions(filter: { states: [OPEN, ASSIGNED, ANSWERED, OUTDATED, MERGED, WITHDRAWN] }) {
          nodes { ${everything(question, 1)} } } } }`,
      `{ notices { nodes { sentence reason path } } }`,
      `{ home { actions { title detail reason path } deadlines { title detail reason path } } }`,
      `{ auditEntries { nodes { actorName action sentence subjectId } } }`,
      `{ answerTimes { quarter asked answered } }`,
    ];
    const answers: [string, string, string[]][] = [];
    let shown = 0;
    for (const [who, actor] of [...Object.entries(actors), ['expert in charge', expert] as const])
      for (const document of documents) {
        const text = JSON.stringify(await api.ask(actor, document));
        shown += text.includes('Ohne Namen anders gefragt?') ? 1 : 0;
        if (found(text).length > 0) answers.push([who, document.slice(0, 60), found(text)]);
      }
    expect(answers).toEqual([]);
    // The search had something to search.
    expect(shown).toBeGreaterThan(20);
  });

  it('stands in no event, audit row, job or log line, and in no mail or notice but their own', async () => {
    const { db } = api.world;
    const events = await db.event.findMany({ where: { NOT: { room: `person:${asker.id}` } } });
    const audits = await db.auditEntry.findMany();
    const mails = await db.outboxMail.findMany({ where: { NOT: { to: asker.email } } });
    const notices = await db.notice.findMany({ where: { NOT: { personId: asker.id } } });
    const jobs = await db.$queryRaw<Data[]>`SELECT name, data::text FROM pgboss.job`;
    const rows = { events, audits, mails, notices, jobs, logged };
    for (const [where, all] of Object.entries(rows)) expect([where, found(JSON.stringify(all))]).toEqual([where, []]);
    expect(events.filter((e) => e.name.startsWith('question.')).length).toBeGreaterThan(10);
    expect(jobs.length).toBeGreaterThan(3);
    expect(logged.length).toBeGreaterThan(20);
    const own = await db.notice.findMany({ where: { personId: asker.id } });
    expect(own.map((n) => n.cause.split(':')[0]).toSorted()).toEqual([
      'post',
      'post',
      'question_answered',
      'question_deferred',
      'question_due_again',
      'question_hidden',
      'question_merged',
      'question_outdated',
    ]);
  });

  it('stands in no row of a table that is about the question, save where it is kept for them alone', async () => {
    const { db } = api.world;
    const ofThreads = ['thread', 'thread_participant', 'post'];
    const tables = ['question', 'question_addition', 'question_step', 'official_answer', 'faq_entry', 'faq_version', ...ofThreads];
    for (const table of tables) {
      const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect([table, rows.length > 0, found(JSON.stringify(rows))]).toEqual([table, true, []]);
    }
    await expect(db.question.update({ where: { id: ids.question }, data: { authorId: asker.id } })).rejects.toThrow(/question_anonymous/);
    // Random, not in the order of time.
    for (const id of Object.values(ids)) expect(id[14]).toBe('4');
  });

  it('is in their own export, and in nobody else’s', async () => {
    const exporting = 'mutation { exportOwnData { text } }';
    const own = (await api.get(asker, exporting))['exportOwnData'].text as string;
    expect(own).toContain('Ohne Namen anders gefragt?');
    expect(own).toContain('Ohne Namen zurück?');
    for (const actor of [actors.lead, actors.moderator, actors.admin, expert]) {
      const { text } = (await api.get(actor!, exporting))['exportOwnData'];
      expect([found(text), (text as string).includes('Ohne Namen anders gefragt?')]).toEqual([[], false]);
    }
  });

  it('knows it as theirs, and so does nobody else', async () => {
    expect(await ask(asker, 'one', { id: ids.question })).toMatchObject({ mine: true, asker: null, viewerCan: { reportOutdated: false } });
    for (const actor of [actors.lead, actors.moderator, actors.editor])
      expect(await ask(actor!, 'one', { id: ids.question })).toMatchObject({ mine: false, asker: null, anonymous: true });
  });
});

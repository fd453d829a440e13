import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Question, Sprechstunde, WorkingGroup } from '../../generated/prisma/client.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { questionsOf } from '../../../test/questions.ts';
import { threadsOf } from '../../../test/threads.ts';
import type { Colleague } from '../../../test/world.ts';
import { EventLog } from '../../platform/events/log.ts';

let api: Api;
let group: WorkingGroup;
let event: Sprechstunde;
let asker: Colleague;
let peer: Colleague;
let lead: Colleague;
beforeAll(async () => {
  api = await openApi();
  const { world } = api;
  group = await world.group();
  lead = await world.member(group, 'LEAD');
  asker = await world.member(group);
  peer = await world.member(group);
  event = await world.event(lead);
});
afterAll(() => api.close());
const { ask, refusal, reply, replying } = threadsOf(() => api);
const { ask: askQuestion, asked, refusal: refusesQuestion } = questionsOf(() => api);

const inEvent = async (by: Colleague, more: object = {}): Promise<string> => {
  const input = { clientMutationId: randomUUID(), home: { sprechstundeId: event.id }, title: 'Wer hat das schon?', body: '', topicIds: [] };
  return (await askQuestion(by, 'ask', { input: { ...input, anonymous: false, ...more } }))['id'] as string;
};
const threadOf = async (questionId: string): Promise<string> => (await api.world.db.thread.findUniqueOrThrow({ where: { questionId } })).id;
const page = (who: Colleague, id: string) =>
  api
    .get(
      who,
      'query($id: ID!) { question(id: $id) { viewerCan { edit } merged { id } thread { id title kind path lastNo question { id } viewerCan { reply accept } posts { nodes { body accepted author { name } viewerCan { edit } } } } } }',
      {
        id,
      },
    )
    .then((data) => data['question'] as Data);
const heardIn = async (room: string) => {
  const { last } = await api.app.get(EventLog).extent(room);
  return async () =>
    (await api.app.get(EventLog).after(new Map([[room, last]]))).map(({ name, payload, fragment }) => ({ name, payload, fragment }));
};

describe.each(['group', 'event'] as const)('a question of a %s', (kind) => {
  const place = async (by: Colleague, more: object = {}): Promise<{ id: string; room: string }> =>
    kind === 'group'
      ? { id: (await asked(by, group.id, { title: 'Wer hat das schon?', ...more }))['id'] as string, room: `group:${group.id}` }
      : { id: await inEvent(by, more), room: `event:${event.id}` };

  it('has a thread of its own, in which its readers answer, told in the room where it was asked', async () => {
    const { id, room } = await place(asker);
    const empty = await page(asker, id);
    expect(empty).toMatchObject({
      viewerCan: { edit: true },
      thread: { title: 'Wer hat das schon?', kind: 'QUESTION', path: `/fragen/${id}`, lastNo: 0, question: { id }, posts: { nodes: [] } },
    });
    const threadId = empty['thread'].id as string;
    const heard = await heardIn(room);
    const post = await reply(peer, threadId, 'Wir, seit Mai.');
    expect(await heard()).toEqual([
      {
        name: 'post.written',
        payload: { homeId: room.split(':')[1], threadId, postId: post['id'], no: 1 },
        fragment: expect.objectContaining({ body: 'Wir, seit Mai.', accepted: false }),
      },
    ]);
    expect(await page(asker, id)).toMatchObject({
      viewerCan: { edit: false },
      thread: { lastNo: 1, viewerCan: { accept: true }, posts: { nodes: [{ body: 'Wir, seit Mai.', viewerCan: { edit: false } }] } },
    });
    // Of no list of discussions.
    expect(await ask(peer, 'threads', { id: group.id })).toMatchObject({ threadCount: 0, unreadThreadCount: 0, threads: { total: 0 } });
  });

  it('names an answer that helped, and nobody who said so', async () => {
    const { id, room } = await place(asker, { anonymous: true });
    const { id: postId } = await reply(peer, await threadOf(id), 'So geht es.');
    const accept = (who: Colleague, accepted: boolean) =>
      api.get(who, 'mutation($id: ID!, $accepted: Boolean!) { acceptPost(id: $id, accepted: $accepted) { accepted } }', {
        id: postId,
        accepted,
      });
    const heard = await heardIn(room);
    expect(await accept(asker, true)).toEqual({ acceptPost: { accepted: true } });
    await accept(asker, true);
    const told = await heard();
    expect(told.map((e) => e.name)).toEqual(['post.accepted']);
    expect(JSON.stringify(told)).not.toContain(asker.id);
    const row = await api.world.db.post.findUniqueOrThrow({ where: { id: postId as string } });
    expect(JSON.stringify(row)).not.toContain(asker.id);
    expect(await api.refusal(peer, 'mutation($id: ID!) { acceptPost(id: $id, accepted: false) { id } }', { id: postId })).toBe('forbidden');
    await accept(asker, false);
    expect(await page(peer, id)).toMatchObject({ thread: { posts: { nodes: [{ accepted: false }] } } });
  });

  it('asked without a name is not discussed by who asked it: their name would stand there', async () => {
    const { id } = await place(asker, { anonymous: true });
    const threadId = await threadOf(id);
    expect(await refusal(asker, 'reply', replying(threadId, 'Danke.'))).toBe('question.asked_anonymously');
    expect(await page(asker, id)).toMatchObject({ thread: { viewerCan: { reply: false } } });
    expect(await page(peer, id)).toMatchObject({ thread: { viewerCan: { reply: true } } });
    await askQuestion(asker, 'add', { input: { clientMutationId: randomUUID(), questionId: id, body: 'Danke.' } });
  });

  it('takes no answer when it is withdrawn, and shows none when it is hidden', async () => {
    const { id } = await place(asker);
    const threadId = await threadOf(id);
    await reply(peer, threadId, 'Vorher.');
    await api.world.db.question.update({ where: { id }, data: { hiddenAt: new Date() } });
    expect(await refusal(peer, 'thread', { id: threadId })).toBe('not_found');
    expect(await refusal(peer, 'reply', replying(threadId, 'Doch.'))).toBe('not_found');
    await api.world.db.question.update({ where: { id }, data: { hiddenAt: null, state: 'WITHDRAWN' } });
    expect(await refusal(peer, 'reply', replying(threadId, 'Doch.'))).toBe('question.closed');
  });

  it('is followed, read and mentioned in as any other', async () => {
    const { id } = await place(asker);
    const threadId = await threadOf(id);
    await reply(peer, threadId, 'Eins.');
    expect(await ask(asker, 'thread', { id: threadId })).toMatchObject({
      readNo: 0,
      unreadCount: 1,
      viewerFollow: 'IMPORTANT',
      viewerFollowOwn: false,
    });
    expect(await ask(asker, 'markRead', { threadId, no: 1 })).toEqual({ readNo: 1, unreadCount: 0 });
    expect(await ask(asker, 'follow', { threadId, level: 'ALL' })).toEqual({ viewerFollow: 'ALL', viewerFollowOwn: true });
    const found = await api.get(peer, 'query($id: ID!, $text: String!) { mentionCandidates(questionId: $id, text: $text) { targetId } }', {
      id,
      text: asker.name,
    });
    expect(found['mentionCandidates']).toContainEqual({ targetId: asker.id });
    const body = `[@${asker.name}](person:${asker.id}) und [@Fremd](person:${(await api.world.person()).id})`;
    const check = 'query($id: ID!, $body: String!) { checkMentions(questionId: $id, body: $body) { recipients unreachable } }';
    expect(await api.get(peer, check, { id, body })).toEqual({ checkMentions: { recipients: 1, unreachable: ['Fremd'] } });
  });
});

describe('the thread of a question', () => {
  it('carries its title on', async () => {
    const id = await inEvent(asker);
    await askQuestion(asker, 'edit', { id, version: 1, title: 'Wer hat es schon?', body: '', topicIds: [] });
    expect(await page(asker, id)).toMatchObject({ thread: { title: 'Wer hat es schon?' } });
  });

  it('decides between an edit of the question and its first answer', async () => {
    const id = await inEvent(asker);
    const threadId = await threadOf(id);
    const edit = { id, version: 1, title: 'Anders?', body: '', topicIds: [] };
    const [, edited] = await Promise.all([reply(peer, threadId, 'Zugleich.'), refusesQuestion(asker, 'edit', edit)]);
    // Before the answer or not at all.
    expect([undefined, 'question.not_editable']).toContain(edited);
    expect(await refusesQuestion(asker, 'edit', { ...edit, version: 2 })).toBe('question.not_editable');
  });

  it('numbers what many write at once, and makes one post of one sent twice', async () => {
    const threadId = await threadOf(await inEvent(asker));
    const twice = replying(threadId, 'Doppelt.');
    await Promise.all([
      ...Array.from({ length: 6 }, (_, i) => reply(peer, threadId, `Nr. ${i}`)),
      ask(lead, 'reply', twice),
      ask(lead, 'reply', twice),
    ]);
    const posts = await api.world.db.post.findMany({ where: { threadId }, orderBy: { no: 'asc' } });
    expect(posts.map((p) => p.no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('stays readable when its question was merged, and is found from the other one', async () => {
    const editor = await api.world.official('LAND_EDITOR');
    const [from, into] = [await inEvent(asker), await inEvent(asker)];
    await reply(peer, await threadOf(from), 'Schon geantwortet.');
    await askQuestion(editor, 'merge', { id: from, intoId: into });
    expect(await page(peer, from)).toMatchObject({
      thread: { viewerCan: { reply: false }, posts: { nodes: [{ body: 'Schon geantwortet.' }] } },
    });
    expect(await page(peer, into)).toMatchObject({ merged: [{ id: from }] });
  });

  it('belongs to nobody: the database holds that it is either of a group or of a question', async () => {
    const { db } = api.world;
    const { id } = await db.thread.findFirstOrThrow({ where: { questionId: await inEvent(asker) } });
    for (const data of [{ openedById: asker.id }, { groupId: group.id }, { questionId: null }])
      await expect(db.thread.update({ where: { id }, data })).rejects.toThrow(/thread_one_place/);
  });
});

describe('who is told of an answer', () => {
  const noticesOf = async (who: Colleague, question: Pick<Question, 'id'>) => {
    const { nodes } = (await api.get(who, '{ notices { nodes { kind sentence reason path question { id } } } }'))['notices'] as {
      nodes: Data[];
    };
    return nodes
      .filter((n) => (n['path'] as string).startsWith(`/fragen/${question.id}`))
      .map(({ kind, sentence, reason, path }) => [kind, sentence, reason, path]);
  };

  it('are who asked, also without a name, who follows it, and who is answered; each by the page of the question', async () => {
    const id = await inEvent(asker, { anonymous: true });
    const threadId = await threadOf(id);
    const follower = await api.world.colleague();
    await ask(follower, 'follow', { threadId, level: 'ALL' });
    await reply(peer, threadId, 'Wir.');
    await api.work();
    await ask(lead, 'reply', replying(threadId, 'Wirklich?', { replyToNo: 1 }));
    await api.work();
    expect(await noticesOf(asker, { id })).toEqual([
      [
        'ANSWER',
        `${lead.name} hat auf Ihre Frage „Wer hat das schon?“ geantwortet. Dazu ein weiterer Hinweis.`,
        'Sie haben die Frage gestellt',
        `/fragen/${id}?beitrag=2`,
      ],
    ]);
    expect(await noticesOf(follower, { id })).toEqual([
      ['POST', `2 neue Beiträge in „Wer hat das schon?“, zuletzt von ${lead.name}.`, 'Sie folgen dem Thema', `/fragen/${id}?beitrag=1`],
    ]);
    expect(await noticesOf(peer, { id })).toEqual([
      [
        'REPLY',
        `${lead.name} hat in „Wer hat das schon?“ auf Ihren Beitrag geantwortet.`,
        'Antwort auf Ihren Beitrag',
        `/fragen/${id}?beitrag=2`,
      ],
    ]);
    await ask(asker, 'markRead', { threadId, no: 2 });
    expect(await api.world.db.notice.count({ where: { personId: asker.id, questionId: id, readAt: null } })).toBe(0);
  });

  it('is nobody while the question is hidden', async () => {
    const id = await inEvent(asker);
    await reply(peer, await threadOf(id), 'Wir.');
    await api.world.db.question.update({ where: { id }, data: { hiddenAt: new Date() } });
    await api.work();
    expect(await api.world.db.notice.count({ where: { questionId: id } })).toBe(0);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowLevel } from '@kollab/contract';
import type { Thread } from '../../generated/prisma/client.ts';
import { openApi, type Api } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const replying = 'mutation($input: ReplyInput!) { reply(input: $input) { id no version } }';
const editing = 'mutation($input: EditPostInput!) { editPost(input: $input) { id version } }';
const marking = 'mutation($threadId: ID!, $no: Int!) { markRead(threadId: $threadId, no: $no) { readNo } }';
const stand = 'mutation($id: ID!, $version: Int!, $text: String!) { writeStand(id: $id, version: $version, text: $text) { id } }';

const reply = async (
  by: Colleague,
  thread: Thread,
  body: string,
  replyToNo?: number,
): Promise<{ id: string; no: number; version: number }> =>
  (await api.get(by, replying, { input: { clientMutationId: randomUUID(), threadId: thread.id, body, replyToNo } }))['reply'];
/** What somebody was told of a thread, oldest first. */
const told = async (person: { id: string }, thread: Thread): Promise<(string | null)[][]> =>
  (await api.world.db.notice.findMany({ where: { personId: person.id, threadId: thread.id }, orderBy: { id: 'asc' } })).map((n) => [
    n.kind,
    n.detail,
  ]);
const follows = (person: { id: string }, thread: Thread, level: FollowLevel) =>
  api.world.db.threadFollow.create({ data: { personId: person.id, threadId: thread.id, level } });
const followsGroup = (person: { id: string }, thread: Thread, level: FollowLevel) =>
  api.world.db.groupFollow.create({ data: { personId: person.id, groupId: thread.groupId!, level } });
const person = ({ id, name }: { id: string; name: string }) => `[@${name}](person:${id})`;

describe('a post', () => {
  it('is told by the level of the thread, then of the group, then as important; never to its author', async () => {
    const { world, work } = api;
    const group = await world.group();
    const author = await world.member(group);
    const thread = await world.thread(group, author);
    const [plain, all, allByGroup, mutedHere, mentions] = await Promise.all([1, 2, 3, 4, 5].map(() => world.member(group)));
    await follows(author, thread, 'ALL');
    await follows(all!, thread, 'ALL');
    await followsGroup(allByGroup!, thread, 'ALL');
    await followsGroup(mutedHere!, thread, 'ALL');
    await follows(mutedHere!, thread, 'MUTED');
    await follows(mentions!, thread, 'MENTIONS');
    await reply(author, thread, 'Ein Beitrag');
    await work();
    expect(await Promise.all([author, plain!, all!, allByGroup!, mutedHere!, mentions!].map((p) => told(p, thread)))).toEqual([
      [],
      [],
      [['POST', 'THREAD']],
      [['POST', 'GROUP']],
      [],
      [],
    ]);
    // Everybody who is told hears it, by one event in their own room.
    const heard = await world.db.event.findMany({ where: { name: 'notice.changed' }, select: { room: true } });
    expect(heard.map((e) => e.room).sort()).toEqual([`person:${all!.id}`, `person:${allByGroup!.id}`].sort());

    await reply(
      author,
      thread,
      `Fragen Sie ${person(mentions!)}, ${person(mutedHere!)}, ${person(plain!)} und [@Organisation](organisation:${all!.organisation.id})`,
    );
    await work();
    expect(await Promise.all([plain!, all!, mutedHere!, mentions!].map((p) => told(p, thread)))).toEqual([
      [['MENTION', 'PERSON']],
      [
        ['POST', 'THREAD'],
        ['MENTION', 'ORGANISATION'],
      ],
      [],
      [['MENTION', 'PERSON']],
    ]);
  });

  it('that answers mine is told me; a role of mine is mine', async () => {
    const { world, work } = api;
    const group = await world.group();
    const [lead, asker] = [await world.member(group, 'LEAD'), await world.member(group)];
    const thread = await world.thread(group, asker);
    const question = await reply(asker, thread, 'Eine Frage');
    await reply(lead, thread, 'Eine Antwort', question.no);
    await reply(lead, thread, 'Noch etwas, an niemanden');
    await reply(asker, thread, 'Danke, [@Leitung](role:GROUP_LEADS)');
    await work();
    expect(await told(asker, thread)).toEqual([['REPLY', 'GROUP']]);
    expect(await told(lead, thread)).toEqual([['MENTION', 'ROLE']]);
  });

  it('is told only to who may read it when the job runs', async () => {
    const { world, work } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const [author, goes, stays] = [await world.member(group), await world.member(group), await world.member(group)];
    const stranger = await world.colleague();
    const thread = await world.thread(group, author);
    for (const each of [goes, stays, stranger]) await follows(each, thread, 'ALL');
    await reply(author, thread, `${person(goes)} ${person(stays)} ${person(stranger)}`);
    await world.db.groupMembership.updateMany({ where: { groupId: group.id, personId: goes.id }, data: { status: 'REMOVED' } });
    await work();
    expect(await Promise.all([goes, stays, stranger].map((p) => told(p, thread)))).toEqual([[], [['MENTION', 'PERSON']], []]);
  });

  it('that is deleted before the job runs is told to nobody', async () => {
    const { world, work } = api;
    const group = await world.group();
    const [author, reader] = [await world.member(group), await world.member(group)];
    const thread = await world.thread(group, author);
    const { id } = await reply(author, thread, person(reader));
    await world.db.post.update({ where: { id }, data: { deletedAt: new Date() } });
    await work();
    expect(await told(reader, thread)).toEqual([]);
  });

  it('tells of an edit only who was not mentioned before, and nobody twice', async () => {
    const { world, work, get, app } = api;
    const group = await world.group();
    const [author, before, added, all] = await Promise.all([1, 2, 3, 4].map(() => world.member(group)));
    const thread = await world.thread(group, author!);
    await follows(all!, thread, 'ALL');
    const post = await reply(author!, thread, person(before!));
    await work();
    await get(author!, editing, {
      input: { id: post.id, version: post.version, body: `${person(before!)} ${person(added!)} ${person(all!)}` },
    });
    await work();
    expect(await Promise.all([before!, added!, all!].map((p) => told(p, thread)))).toEqual([
      [['MENTION', 'PERSON']],
      [['MENTION', 'PERSON']],
      [
        ['POST', 'THREAD'],
        ['MENTION', 'PERSON'],
      ],
    ]);
    // The queue delivers at least once.
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    const { postMentioned, postWritten } = await import('../threads/jobs.ts');
    const events = () => world.db.event.count({ where: { name: 'notice.changed' } });
    const count = await events();
    await app.get(Jobs).send(postWritten, { postId: post.id });
    await app.get(Jobs).send(postMentioned, { postId: post.id });
    await work();
    expect((await told(all!, thread)).length).toBe(2);
    expect(await events()).toBe(count);
  });
});

describe('the Stand der Diskussion', () => {
  it('is told to who follows more than mentions', async () => {
    const { world, work, get } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const [plain, all, mentions, muted] = await Promise.all([1, 2, 3, 4].map(() => world.member(group)));
    const thread = await world.thread(group, lead);
    await follows(all!, thread, 'ALL');
    await follows(mentions!, thread, 'MENTIONS');
    await followsGroup(muted!, thread, 'MUTED');
    await get(lead, stand, { id: thread.id, version: 1, text: 'Wir sind uns einig.' });
    await work();
    expect(await Promise.all([lead, plain!, all!, mentions!, muted!].map((p) => told(p, thread)))).toEqual([
      [],
      [['SUMMARY', 'GROUP']],
      [['SUMMARY', 'THREAD']],
      [],
      [],
    ]);
  });
});

describe('reading the thread', () => {
  it('reads the notices up to that post', async () => {
    const { world, work, get } = api;
    const group = await world.group();
    const [author, reader] = [await world.member(group), await world.member(group)];
    const thread = await world.thread(group, author);
    await follows(reader, thread, 'ALL');
    for (const n of [1, 2, 3]) await reply(author, thread, `Beitrag ${n}`);
    await work();
    await get(reader, marking, { threadId: thread.id, no: 2 });
    const unread = await world.db.notice.findMany({ where: { personId: reader.id, readAt: null } });
    expect(unread.map((n) => n.postNo)).toEqual([3]);
    expect(await world.db.event.count({ where: { room: `person:${reader.id}`, name: 'notice.changed' } })).toBe(4);
    // What was read as it came in is no news when the job runs.
    const { no } = await reply(author, thread, 'Beitrag 4');
    await get(reader, marking, { threadId: thread.id, no });
    await work();
    expect(await world.db.notice.count({ where: { personId: reader.id } })).toBe(4);
    expect(await world.db.notice.count({ where: { personId: reader.id, readAt: null } })).toBe(0);
  });
});

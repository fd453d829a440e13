import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { threadsOf } from '../../../test/threads.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { ask, events } = threadsOf(() => api);

it('a thread is read forwards only, up to its last post', async () => {
  const { world } = api;
  const group = await world.group();
  const [author, reader] = [await world.member(group), await world.member(group)];
  const thread = await world.thread(group, author);
  await world.posts(thread, author, 10);
  const mark = (no: number) => ask(reader, 'markRead', { threadId: thread.id, no });
  await Promise.all([mark(3), mark(7), mark(5)]);
  expect(await mark(2)).toEqual({ readNo: 7, unreadCount: 3 });
  expect(await mark(99)).toEqual({ readNo: 10, unreadCount: 0 });
  const moves = await world.db.event.findMany({ where: { room: `person:${reader.id}` }, orderBy: { seq: 'asc' } });
  const to = moves.map((e) => (e.payload as { readNo: number }).readNo);
  expect(to.at(-1)).toBe(10);
  expect(to).toEqual([...new Set(to)].toSorted((a, b) => a - b));
});

it('a thread is followed as itself, else as its group, else as the seat suggests', async () => {
  const { world } = api;
  const group = await world.group();
  const [member, guest] = [await world.member(group), await world.colleague()];
  const thread = await world.thread(group, member);
  const level = async (who: typeof member) => {
    const { viewerFollow, viewerFollowOwn } = await ask(who, 'thread', { id: thread.id });
    return [viewerFollow, viewerFollowOwn];
  };
  expect([await level(member), await level(guest)]).toEqual([
    ['IMPORTANT', false],
    ['MENTIONS', false],
  ]);
  await world.db.groupFollow.create({ data: { groupId: group.id, personId: member.id, level: 'MUTED' } });
  expect(await level(member)).toEqual(['MUTED', false]);
  expect(await ask(member, 'follow', { threadId: thread.id, level: 'ALL' })).toEqual({ viewerFollow: 'ALL', viewerFollowOwn: true });
  expect(await ask(member, 'follow', { threadId: thread.id, level: null })).toEqual({ viewerFollow: 'MUTED', viewerFollowOwn: false });
});

it('a thread stands among those with a level of their own, in pages, as long as it may be read', async () => {
  const { world } = api;
  const [open, closed] = [await world.group(), await world.group({ visibility: 'MEMBERS' })];
  const [reader, other] = [await world.member(open), await world.member(closed)];
  await world.seat(closed, reader);
  const threads = [await world.thread(open, reader), await world.thread(closed, other), await world.thread(open, reader)];
  await world.thread(open, reader);
  for (const { id: threadId } of threads) await ask(reader, 'follow', { threadId, level: 'MUTED' });
  await ask(other, 'follow', { threadId: threads[1]!.id, level: 'ALL' });
  const list = async (variables: Data = {}) =>
    (await ask(reader, 'followed', variables)) as {
      nodes: { id: string }[];
      total: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
  const newest = threads
    .map(({ id }) => id)
    .sort()
    .reverse();
  const first = await list({ first: 2 });
  expect([ids(first), first.total, first.pageInfo.hasNextPage]).toEqual([newest.slice(0, 2), 3, true]);
  const second = await list({ first: 2, after: first.pageInfo.endCursor });
  expect([ids(second), second.pageInfo.hasNextPage]).toEqual([newest.slice(2), false]);
  await world.db.groupMembership.updateMany({ where: { groupId: closed.id, personId: reader.id }, data: { status: 'LEFT' } });
  const left = await list();
  expect([ids(left), left.total]).toEqual([newest.filter((id) => id !== threads[1]!.id), 2]);
  await ask(reader, 'follow', { threadId: threads[0]!.id, level: null });
  expect((await list()).total).toBe(1);
  expect(await events(`person:${reader.id}`)).toEqual(Array.from({ length: 4 }, () => 'follows.changed'));
});

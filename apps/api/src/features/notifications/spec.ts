import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice, NoticeKind } from '../../generated/prisma/client.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { queriesOf } from '../../../test/queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const list = `query($filter: NoticeFilter, $first: Int, $after: String) { notices(filter: $filter, first: $first, after: $after) {
  total pageInfo { endCursor hasNextPage } nodes { id kind sentence reason path read bundle createdAt thread { id title } group { id name } } } }`;
const mark = 'mutation($id: ID!, $read: Boolean!) { markNoticeRead(id: $id, read: $read) { id read bundle } }';
const markAll = 'mutation { markAllNoticesRead { unreadNoticeCount } }';
let minute = 0;
const noticeOf = (personId: string, kind: NoticeKind, data: Partial<Notice> = {}): Promise<Notice> =>
  api.world.db.notice.create({
    data: { personId, kind, cause: `accepted:${randomUUID()}`, createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute++)), ...data },
  });
const heard = (personId: string) => api.world.db.event.count({ where: { room: `person:${personId}`, name: 'notice.changed' } });
const sentences = (answer: Awaited<ReturnType<Api['get']>>): string[] =>
  (answer['notices'].nodes as { sentence: string }[]).map((n) => n.sentence);

describe('the list', () => {
  it('shows one row a thread for what is unread, newest first, with the strongest reason', async () => {
    const { world, get } = api;
    const group = await world.group({ name: 'Kommunikation', number: 4 });
    const [me, other] = [await world.member(group), await world.member(group)];
    const thread = await world.thread(group, other, { title: 'Newsletter' });
    const about = { groupId: group.id, threadId: thread.id, actorName: 'Kim Muster' };
    await noticeOf(me.id, 'POST', { ...about, postNo: 1, cause: 'post:1', readAt: new Date() });
    await noticeOf(me.id, 'POST', { ...about, postNo: 2, cause: 'post:2' });
    await noticeOf(me.id, 'MENTION', { ...about, postNo: 3, cause: 'post:3' });
    await noticeOf(me.id, 'ACCESS', { groupId: group.id, cause: 'read_with_reason:x', detail: 'Beschwerde' });
    await noticeOf(me.id, 'POST', { ...about, postNo: 4, cause: 'post:4', actorName: 'Sascha Probe' });
    await noticeOf(other.id, 'POST', { ...about, postNo: 4, cause: 'post:4' });

    const all = await get(me, list);
    expect(all['notices'].total).toBe(3);
    expect(all['notices'].nodes).toMatchObject([
      {
        kind: 'MENTION',
        bundle: 3,
        read: false,
        sentence: 'Kim Muster hat Sie in „Newsletter“ erwähnt. Dazu 2 weitere Hinweise.',
        path: `/arbeitsgruppen/${group.id}/diskussionen/${thread.id}?beitrag=3`,
        thread: { id: thread.id, title: 'Newsletter' },
        group: { id: group.id },
      },
      {
        kind: 'ACCESS',
        bundle: 1,
        sentence: 'Die Verwaltung des Landes hat „AG 4 Kommunikation“ gelesen. Grund: Beschwerde',
        thread: null,
      },
      { kind: 'POST', bundle: 1, read: true, sentence: 'Kim Muster hat in „Newsletter“ geschrieben.' },
    ]);
    // Of several posts, the way leads to the first.
    const posts = await get(me, list, { filter: { kinds: ['POST'], unread: true } });
    expect(posts['notices'].nodes).toMatchObject([
      { bundle: 2, sentence: '2 neue Beiträge in „Newsletter“, zuletzt von Sascha Probe.', path: expect.stringMatching(/beitrag=2$/) },
    ]);
  });

  it('goes on after a cursor without gaps or repetitions', async () => {
    const me = await api.world.colleague();
    for (let i = 0; i < 5; i++) await noticeOf(me.id, 'DECISION', { createdAt: new Date(Date.UTC(2025, 0, 1)) });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { notices } = await api.get(me, list, { first: 2, after });
      expect(notices.total).toBe(5);
      seen.push(...(notices.nodes as { id: string }[]).map((n) => n.id));
      ({ endCursor: after, hasNextPage: more } = notices.pageInfo);
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect(await api.refusal(me, list, { after: 'quatsch' })).toBe('invalid');
    expect(await api.refusal(null, list)).toBe('unauthenticated');
  });

  it('names nothing any more when the right to read has gone', async () => {
    const { world, get } = api;
    const group = await world.group({ name: 'Geheim', visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const me = await world.member(group);
    const thread = await world.thread(group, me, { title: 'Verborgen' });
    await noticeOf(me.id, 'POST', { groupId: group.id, threadId: thread.id, postNo: 1, actorName: 'Kim Muster', cause: 'post:9' });
    await noticeOf(me.id, 'DECISION', { groupId: group.id, cause: 'accepted:9' });
    expect(sentences(await get(me, list)).join()).toMatch(/Geheim.*Verborgen/);
    await world.db.groupMembership.updateMany({ where: { groupId: group.id }, data: { status: 'REMOVED' } });
    const after = await get(me, list);
    expect(sentences(after)).toEqual([
      'Ihre Anfrage an eine Arbeitsgruppe wurde angenommen.',
      'Ein Thema, das Sie nicht mehr lesen können.',
    ]);
    expect(after['notices'].nodes).toMatchObject([
      { thread: null, group: null, path: '/arbeitsgruppen' },
      { thread: null, group: null, path: '/mein-tag' },
    ]);
  });

  it('costs as many queries for thirty as for one', async () => {
    const { world } = api;
    const group = await world.group();
    const [few, many] = [await world.member(group), await world.member(group)];
    const thread = async () => (await world.thread(group, few)).id;
    await noticeOf(few.id, 'POST', { groupId: group.id, threadId: await thread() });
    for (let i = 0; i < 30; i++) await noticeOf(many.id, 'POST', { groupId: group.id, threadId: await thread() });
    const counted = (person: typeof few) => queriesOf(() => api.get(person, list));
    const one = await counted(few);
    expect(one).toBeGreaterThan(0);
    expect(await counted(many)).toBe(one);
  });
});

describe('marking', () => {
  it('a row as read takes the unread ones of its thread along, and tells the badge', async () => {
    const { world, get, refusal } = api;
    const group = await world.group();
    const me = await world.member(group);
    const [thread, elsewhere] = [await world.thread(group, me), await world.thread(group, me)];
    const first = await noticeOf(me.id, 'POST', { groupId: group.id, threadId: thread.id, postNo: 1 });
    const second = await noticeOf(me.id, 'POST', { groupId: group.id, threadId: thread.id, postNo: 2 });
    const apart = await noticeOf(me.id, 'POST', { groupId: group.id, threadId: elsewhere.id, postNo: 1 });
    const read = async () =>
      (await world.db.notice.findMany({ where: { personId: me.id, readAt: { not: null } }, orderBy: { createdAt: 'asc' } })).map(
        (n) => n.id,
      );

    expect(await refusal(await world.colleague(), mark, { id: first.id, read: true })).toBe('not_found');
    expect(await refusal(me, mark, { id: randomUUID(), read: true })).toBe('not_found');
    expect(await read()).toEqual([]);
    expect((await get(me, mark, { id: second.id, read: true }))['markNoticeRead']).toEqual({ id: second.id, read: true, bundle: 1 });
    expect(await read()).toEqual([first.id, second.id]);
    expect(await heard(me.id)).toBe(1);
    // Nothing changes, nobody hears.
    await get(me, mark, { id: second.id, read: true });
    expect(await heard(me.id)).toBe(1);
    await get(me, mark, { id: first.id, read: false });
    expect(await read()).toEqual([second.id]);
    expect((await get(me, markAll))['markAllNoticesRead']).toEqual({ unreadNoticeCount: 0 });
    expect(await read()).toEqual([first.id, second.id, apart.id]);
    expect(await heard(me.id)).toBe(3);
  });
});

describe('forgetting', () => {
  it('goes 180 days after reading, and a year after it came', async () => {
    const { world, app } = api;
    const me = await world.colleague();
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    await noticeOf(me.id, 'POST', { createdAt: ago(200), readAt: ago(181) });
    await noticeOf(me.id, 'POST', { createdAt: ago(366), readAt: ago(1) });
    await noticeOf(me.id, 'POST', { createdAt: ago(366) });
    const kept = [
      await noticeOf(me.id, 'POST', { createdAt: ago(364), readAt: ago(179) }),
      await noticeOf(me.id, 'POST', { createdAt: ago(364) }),
    ];
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await app.get(Jobs).send({ name: 'notices.forget' }, {});
    await api.work();
    const left = (await world.db.notice.findMany({ where: { personId: me.id } })).map((n) => n.id);
    expect(left.sort()).toEqual(kept.map((n) => n.id).sort());
  });
});

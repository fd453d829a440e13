import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { statementsOf } from '../../../test/queries.ts';
import { documents, threadsOf } from '../../../test/threads.ts';
import { Database } from '../../platform/database/database.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { ask, answer, refusal, reply, events } = threadsOf(() => api);

describe('the threads of a group', () => {
  it('come pinned first, then by last post, in pages, under a filter', async () => {
    const { world } = api;
    const group = await world.group();
    const [viewer, lead] = [await world.member(group), await world.member(group, 'LEAD')];
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes));
    for (const [title, minutes, more] of [
      ['Alt 100%', 1, {}],
      ['Frage', 2, {}],
      ['Neu', 3, {}],
      ['Zu', 4, { closedAt: at(5) }],
      ['Angeheftet', 0, { pinnedAt: at(1) }],
    ] as const)
      await world.thread(group, lead, { title, lastPostAt: at(minutes), ...more });
    const list = async (variables: Data = {}) =>
      (await ask(viewer, 'threads', { id: group.id, ...variables })) as {
        threads: { nodes: { title: string }[]; total: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
      } & Data;
    const titles = async (variables?: Data) => (await list(variables)).threads.nodes.map((t) => t.title);
    expect(await titles()).toEqual(['Angeheftet', 'Zu', 'Neu', 'Frage', 'Alt 100%']);
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.threads.pageInfo.endCursor });
    const third = await list({ first: 2, after: second.threads.pageInfo.endCursor });
    expect([first, second, third].map(({ threads: t }) => [t.nodes.map((n) => n.title), t.total, t.pageInfo.hasNextPage])).toEqual([
      [['Angeheftet', 'Zu'], 5, true],
      [['Neu', 'Frage'], 5, true],
      [['Alt 100%'], 5, false],
    ]);
    expect(await titles({ filter: { text: '0%' } })).toEqual(['Alt 100%']);
    expect(await titles({ filter: { text: 'FRAG' } })).toEqual(['Frage']);
    expect(await titles({ filter: { closed: true } })).toEqual(['Zu']);
    expect((await list({ filter: { closed: false } })).threads.total).toBe(4);
    expect(await titles({ filter: { unread: true } })).toEqual([]);
    const { id } = await world.db.thread.findFirstOrThrow({ where: { groupId: group.id, title: 'Neu' } });
    await reply(lead, id, 'Etwas Neues');
    expect(await titles({ filter: { unread: true } })).toEqual(['Neu']);
    expect(await list()).toMatchObject({ threadCount: 5, unreadThreadCount: 1 });
    await ask(viewer, 'markRead', { threadId: id, no: 1 });
    expect(await list()).toMatchObject({ threadCount: 5, unreadThreadCount: 0 });
    expect(await refusal(viewer, 'threads', { id: group.id, after: 'kein Zeiger' })).toBe('invalid');
  });

  it('are none for who sees only the card', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const [member, stranger] = [await world.member(group), await world.colleague()];
    const thread = await world.thread(group, member);
    await reply(member, thread.id, 'Intern');
    const counts = async (viewer: typeof member) => {
      const { threadCount, unreadThreadCount, threads } = await ask(viewer, 'threads', { id: group.id });
      return [threadCount, unreadThreadCount, (threads as { total: number }).total];
    };
    expect(await counts(stranger)).toEqual([0, 0, 0]);
    expect(await counts(member)).toEqual([1, 0, 1]);
  });
});

describe('a thread', () => {
  it('is pinned and closed by its lead, once', async () => {
    const { world } = api;
    const group = await world.group();
    const [opener, lead] = [await world.member(group), await world.member(group, 'LEAD')];
    const { id } = await world.thread(group, opener);
    for (const [name, variables] of [
      ['pin', { id, pinned: true }],
      ['close', { id, closed: true }],
    ] as const) {
      expect(await refusal(opener, name, variables)).toBe('forbidden');
      await ask(lead, name, variables);
      await ask(lead, name, variables);
    }
    expect(await ask(opener, 'thread', { id })).toMatchObject({
      pinned: true,
      closed: true,
      version: 3,
      viewerCan: { reply: false, retitle: true },
    });
    expect(await events(`group:${group.id}`)).toEqual(['thread.changed', 'thread.changed']);
  });

  it('gets its title and its Stand from lead or opener, upon the version they saw', async () => {
    const { world } = api;
    const group = await world.group();
    const [opener, lead, other] = [await world.member(group), await world.member(group, 'LEAD'), await world.member(group)];
    const { id, title } = await world.thread(group, opener);
    await reply(other, id, 'Ein Beitrag');
    expect(await refusal(other, 'retitle', { id, version: 1, title: 'Anders' })).toBe('forbidden');
    expect(await refusal(opener, 'retitle', { id, version: 1, title: 'a' })).toBe('invalid');
    expect(await ask(opener, 'retitle', { id, version: 1, title: 'Besserer Titel' })).toMatchObject({
      title: 'Besserer Titel',
      version: 2,
    });
    const stale = await answer(lead, 'retitle', { id, version: 1, title: 'Anders' });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { title: 'Besserer Titel', version: 2 } });
    expect(title).not.toBe('Besserer Titel');
    await ask(lead, 'saveDraft', { input: { key: `stand:${id}`, title: '', body: 'Wir', version: 0 } });
    expect(await refusal(other, 'stand', { id, version: 2, text: 'Wir sind einig.' })).toBe('forbidden');
    expect(await ask(lead, 'stand', { id, version: 2, text: 'Wir sind einig.' })).toMatchObject({
      version: 3,
      stand: { text: 'Wir sind einig.', no: 1, by: { id: lead.id } },
    });
    expect(await ask(lead, 'draft', { key: `stand:${id}` })).toBeNull();
    const late = await answer(opener, 'stand', { id, version: 2, text: 'Noch nicht.' });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { stand: 'Wir sind einig.', version: 3 } });
    expect(await ask(opener, 'stand', { id, version: 3, text: '' })).toMatchObject({ version: 4, stand: null });
    const jobs = await world.db.$queryRaw<
      { data: object }[]
    >`SELECT data FROM pgboss.job WHERE name = 'threads.stand_written' AND data->>'threadId' = ${id}`;
    expect(jobs).toEqual([{ data: { threadId: id, personId: lead.id, version: 3 } }]);
  });
});

describe('drafts', () => {
  it('are never overwritten silently', async () => {
    const { world } = api;
    const group = await world.group();
    const writer = await world.member(group);
    const { id } = await world.thread(group, writer);
    const key = `reply:${id}`;
    const save = (body: string, version: number) => ({ input: { key, title: '', body, version } });
    const both = await Promise.all([answer(writer, 'saveDraft', save('Links', 0)), answer(writer, 'saveDraft', save('Rechts', 0))]);
    const kept = both.find((a) => !a.errors)!.data!['saveDraft'] as Data;
    expect(both.find((a) => a.errors)!.errors![0]!.extensions).toMatchObject({
      code: 'stale',
      current: { body: kept['body'], version: 1 },
    });
    expect(await ask(writer, 'saveDraft', save('Weiter', 1))).toMatchObject({ body: 'Weiter', version: 2 });
    expect((await answer(writer, 'saveDraft', save('Spät', 1))).errors?.[0]?.extensions).toMatchObject({
      code: 'stale',
      current: { body: 'Weiter', version: 2 },
    });
    expect(await ask(writer, 'draft', { key })).toMatchObject({ body: 'Weiter', thread: { id }, group: { id: group.id } });
    expect(await ask(await world.member(group), 'draft', { key })).toBeNull();
    expect(await ask(writer, 'discardDraft', { key })).toBe(true);
    expect(await ask(writer, 'discardDraft', { key })).toBe(false);
    expect((await answer(writer, 'saveDraft', save('Nach dem Senden', 2))).errors?.[0]?.extensions).toMatchObject({
      code: 'stale',
      current: { version: 0 },
    });
    expect(await events(`person:${writer.id}`)).toEqual(['draft.changed', 'draft.changed', 'draft.changed']);
  });

  it('belong to what their writer reads, and outlast it', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const [writer, stranger] = [await world.member(group), await world.colleague()];
    const thread = await world.thread(group, writer);
    const post = await reply(writer, thread.id, 'Hier');
    const keys = [`reply:${thread.id}`, `stand:${thread.id}`, `thread:${group.id}`, `edit:${post['id'] as string}`];
    for (const key of keys) {
      const input = { key, title: '', body: key, version: 0 };
      expect(['not_found', 'forbidden']).toContain(await refusal(stranger, 'saveDraft', { input }));
      await ask(writer, 'saveDraft', { input });
    }
    expect(await refusal(writer, 'saveDraft', { input: { key: 'reply:x', title: '', body: '', version: 0 } })).toBe('invalid');
    const list = async (variables: Data = {}) =>
      (await ask(writer, 'drafts', variables)) as { total: number; nodes: Data[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    const first = await list({ first: 3 });
    const rest = await list({ first: 3, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map((d) => d['key'] as string)).toEqual(keys.toReversed());
    expect([first.total, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([4, true, false]);
    for (const draft of first.nodes) expect(draft['group']).toEqual({ id: group.id });
    await world.db.groupMembership.updateMany({ where: { personId: writer.id }, data: { status: 'REMOVED' } });
    for (const draft of (await list()).nodes) expect(draft).toMatchObject({ thread: null, group: null, body: draft['key'] as string });
  });
});

describe('the number of statements', () => {
  it('is the same for one post as for forty, for one thread as for ten', async () => {
    const { world } = api;
    const group = await world.group();
    const [author, second] = [await world.member(group), await world.member(group)];
    const [few, many] = [await world.thread(group, author), await world.thread(group, author)];
    const all = `[@${second.name}](person:${second.id})`;
    const fill = async (thread: typeof few, count: number) => {
      for (let i = 0; i < count; i++) {
        const { id } = await reply(i % 2 ? author : second, thread.id, `Beitrag ${all}`, i ? { replyToNo: i } : {});
        await ask(second, 'react', { postId: id, kind: 'THANKS', on: true });
        if (i < 2 || i % 5 === 0) await ask(i % 2 ? author : second, 'edit', { input: { id, version: 1, body: `Geändert ${all}` } });
      }
    };
    await fill(few, 1);
    await fill(many, 40);
    const asked = async (document: string, variables: Data): Promise<string[]> => {
      await api.get(author, document, variables);
      const statements = await statementsOf(() => api.get(author, document, variables));
      return statements.map(({ text }) => text.replaceAll(/\$\d+(?:,\$\d+)*/g, '$')).toSorted();
    };
    const one = await asked(documents.thread, { id: few.id });
    expect(await asked(documents.thread, { id: many.id })).toEqual(one);
    const listing = `query($id: ID!, $first: Int!) { workingGroup(id: $id) { threads(first: $first) { nodes { title unreadCount stand { text by { name } }
      openedBy { name } lastAuthor { name } recentOrganisations { name } participantCount participants { person { name } organisation { name } }
      viewerCan { reply } posts(last: 2) { nodes { body } } } } } }`;
    const single = await asked(listing, { id: group.id, first: 1 });
    for (let i = 0; i < 8; i++) await fill(await world.thread(group, i % 2 ? author : second), 1);
    expect(await asked(listing, { id: group.id, first: 10 })).toEqual(single);
  });

  it('and their cost do not grow with the length of the thread', async () => {
    const { world, app } = api;
    const group = await world.group();
    const author = await world.member(group);
    const thread = await world.thread(group, author);
    await world.posts(thread, author, 10_000);
    const { pool } = app.get(Database);
    await pool.query('ANALYZE post');
    const explain = `EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM unnest($1::uuid[]) AS t(id) CROSS JOIN LATERAL
      (SELECT * FROM post WHERE thread_id = t.id AND no > $2 ORDER BY no LIMIT $3) p`;
    const { rows } = await pool.query<{ 'QUERY PLAN': unknown }>(explain, [[thread.id], 9_000, 50]);
    const plan = JSON.stringify(rows[0]!['QUERY PLAN']);
    expect(plan).toContain('post_thread_id_no_key');
    const read = (plan.match(/"Actual Rows":\s*([\d.]+)/g) ?? []).map((r) => Number(/[\d.]+$/.exec(r)![0]));
    expect(Math.max(...read)).toBeLessThanOrEqual(50);
    const page = (await ask(author, 'thread', { id: thread.id, first: 50, after: 9_000 })) as { posts: { nodes: { no: number }[] } };
    expect(page.posts.nodes[0]!.no).toBe(9_001);
  });
});

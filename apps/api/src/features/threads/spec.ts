import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const read = `query($id: ID!, $first: Int, $after: Int, $last: Int, $before: Int) { thread(id: $id) {
  id title lastNo readNo unreadCount pinned closed viewerFollow viewerFollowOwn participantCount
  openedBy { name } group { id name } lastAuthor { id } recentOrganisations { id } participants { person { id } organisation { id } function posts }
  stand { text no at by { id } }
  viewerCan { reply react close pin retitle writeStand }
  posts(first: $first, after: $after, last: $last, before: $before) { hasPrevious hasNext nodes {
    id threadId no body createdAt editedAt version deleted
    author { personId name function organisationId organisationName organisationCode organisationKind }
    replyTo { no authorName excerpt } reactions { kind count mine } mentions { kind targetId name mine } revisions { version body at }
    viewerCan { edit delete restore } } } } }`;
const replying = `mutation($input: ReplyInput!) { reply(input: $input) { id no body author { personId organisationId function } replyTo { no authorName excerpt } viewerCan { edit delete } } }`;

const thread = async (viewer: Colleague, id: string, variables: Data = {}): Promise<Data> =>
  (await api.get(viewer, read, { id, ...variables }))['thread'];
const reply = async (author: Colleague, threadId: string, body: string, more: Data = {}): Promise<Data> =>
  (await api.get(author, replying, { input: { clientMutationId: randomUUID(), threadId, body, ...more } }))['reply'];
const numbers = (page: Data): number[] => page['nodes'].map((p: { no: number }) => p.no);

describe('reading', () => {
  it('pages by number from either end', async () => {
    const { world } = api;
    const group = await world.group();
    const author = await world.member(group);
    const t = await world.thread(group, author);
    await world.posts(t, author, 120);
    const page = async (variables: Data) => (await thread(author, t.id, variables))['posts'];
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const first = await page({});
    expect([numbers(first), first.hasPrevious, first.hasNext]).toEqual([range(1, 50), false, true]);
    const middle = await page({ first: 10, after: 50 });
    expect([numbers(middle), middle.hasPrevious, middle.hasNext]).toEqual([range(51, 60), true, true]);
    const end = await page({ first: 500, after: 100 });
    expect([numbers(end), end.hasPrevious, end.hasNext]).toEqual([range(101, 120), true, false]);
    const last = await page({ last: 500 });
    expect([numbers(last), last.hasPrevious, last.hasNext]).toEqual([range(21, 120), true, false]);
    const before = await page({ last: 5, before: 4 });
    expect([numbers(before), before.hasPrevious, before.hasNext]).toEqual([range(1, 3), false, true]);
    const beyond = await page({ first: 5, after: 120 });
    expect([numbers(beyond), beyond.hasPrevious, beyond.hasNext]).toEqual([[], true, false]);
    expect(await api.refusal(author, read, { id: t.id, first: 3, last: 3 })).toBe('invalid');
    expect(await api.refusal(author, read, { id: t.id, first: -1 })).toBe('invalid');
  });
});

describe('replying', () => {
  it('writes a post with all that follows from it', async () => {
    const { world } = api;
    const group = await world.group();
    const [author, reader] = [await world.member(group), await world.member(group)];
    const t = await world.thread(group, author);
    const first = await reply(author, t.id, 'Guten Tag. Das ist der **erste** Beitrag, und er ist lang.');
    expect(first).toMatchObject({
      no: 1,
      author: { personId: author.id, organisationId: author.organisation.id, function: 'Sachbearbeitung' },
    });
    const second = await reply(reader, t.id, 'Danke', { replyToNo: 1 });
    expect(second).toMatchObject({ no: 2, replyTo: { no: 1, authorName: author.name }, viewerCan: { edit: true, delete: true } });
    const seen = await thread(author, t.id);
    expect(seen).toMatchObject({ lastNo: 2, readNo: 1, unreadCount: 1, participantCount: 2, lastAuthor: { id: reader.id } });
    expect(seen['recentOrganisations']).toEqual([{ id: reader.organisation.id }, { id: author.organisation.id }]);
    expect((await thread(reader, t.id))['unreadCount']).toBe(0);
    expect(numbers(seen['posts'])).toEqual([1, 2]);
    const events = await world.db.event.findMany({ where: { room: `group:${group.id}` }, orderBy: { seq: 'asc' } });
    expect(events.map((e) => e.name)).toEqual(['post.written', 'post.written']);
  });
});

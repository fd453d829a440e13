import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { threadsOf } from '../../../test/threads.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Thread, WorkingGroup } from '../../generated/prisma/client.ts';
import { PostService } from './posts.service.ts';

let api: Api;
let group: WorkingGroup;
let thread: Thread;
let author: Colleague;
let other: Colleague;
let lead: Colleague;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { ask, answer, refusal, reply, events } = threadsOf(() => api);

const scene = async () => {
  const { world } = api;
  group = await world.group();
  [author, other, lead] = [await world.member(group), await world.member(group), await world.member(group, 'LEAD')];
  thread = await world.thread(group, author);
  return (await reply(author, thread.id, 'Erste Fassung'))['id'] as string;
};
const edit = (id: string, version: number, body: string) => ({ input: { id, version, body } });

describe('editing', () => {
  it('keeps what was said before', async () => {
    const id = await scene();
    await ask(author, 'saveDraft', { input: { key: `edit:${id}`, title: '', body: 'Zwe', version: 0 } });
    expect(await ask(author, 'edit', edit(id, 1, 'Zweite Fassung'))).toMatchObject({ body: 'Zweite Fassung', version: 2 });
    await ask(author, 'edit', edit(id, 2, 'Dritte Fassung'));
    const seen = await ask(other, 'post', { id });
    expect(seen).toMatchObject({ body: 'Dritte Fassung', version: 3, editedAt: expect.any(String) });
    expect(seen['revisions']).toMatchObject([
      { version: 2, body: 'Zweite Fassung' },
      { version: 1, body: 'Erste Fassung', at: seen['createdAt'] },
    ]);
    expect(await ask(author, 'draft', { key: `edit:${id}` })).toBeNull();
    expect(await events(`group:${group.id}`)).toEqual(['post.written', 'post.edited', 'post.edited']);
    // The same text again is no edit.
    expect(await ask(author, 'edit', edit(id, 3, 'Dritte Fassung'))).toMatchObject({ version: 3 });
    expect(await events(`group:${group.id}`)).toHaveLength(3);
  });

  it('refuses a stale version with the other text at hand, also when two come at once', async () => {
    const id = await scene();
    const both = await Promise.all([answer(author, 'edit', edit(id, 1, 'Links')), answer(author, 'edit', edit(id, 1, 'Rechts'))]);
    const [refused] = both.filter((a) => a.errors);
    const [won] = both.filter((a) => !a.errors);
    const body = won!.data!['editPost'].body as string;
    expect(refused!.errors![0]!.extensions).toMatchObject({ code: 'stale', current: { body, version: 2 } });
    expect(await ask(other, 'post', { id })).toMatchObject({ body, version: 2, revisions: [{ version: 1 }] });
  });

  it('is for the author alone, as long as they may write there', async () => {
    const id = await scene();
    for (const somebody of [other, lead]) expect(await refusal(somebody, 'edit', edit(id, 1, 'Anders'))).toBe('forbidden');
    expect(await refusal(author, 'edit', edit(id, 1, ' '))).toBe('invalid');
    await ask(lead, 'close', { id: thread.id, closed: true });
    expect(await refusal(author, 'edit', edit(id, 1, 'Anders'))).toBe('thread.closed');
    await ask(lead, 'close', { id: thread.id, closed: false });
    expect(await ask(author, 'edit', edit(id, 1, 'Anders'))).toMatchObject({ version: 2 });
  });
});

describe('deleting', () => {
  it('leaves a placeholder at once, gives ten seconds to take it back, then empties the post', async () => {
    const id = await scene();
    await ask(author, 'edit', edit(id, 1, `Mit Geschichte für [@${other.name}](person:${other.id})`));
    await ask(other, 'react', { postId: id, kind: 'THANKS', on: true });
    const deleted = await ask(author, 'delete', { id });
    const placeholder = { deleted: true, body: '', reactions: [], mentions: [], revisions: [] };
    expect(deleted).toMatchObject({ ...placeholder, viewerCan: { edit: false, delete: false, restore: true } });
    expect(await ask(lead, 'post', { id })).toMatchObject({ ...placeholder, viewerCan: { restore: false } });
    expect((await ask(lead, 'thread', { id: thread.id }))['participantCount']).toBe(0);
    for (const [who, name, code] of [
      [author, 'delete', 'post.deleted'],
      [lead, 'restore', 'forbidden'],
    ] as const)
      expect(await refusal(who, name, { id })).toBe(code);
    expect(await refusal(author, 'edit', edit(id, 2, 'Doch'))).toBe('post.deleted');
    expect(await refusal(other, 'react', { postId: id, kind: 'AGREE', on: true })).toBe('post.deleted');
    const restored = {
      deleted: false,
      reactions: [{ kind: 'THANKS', count: 1 }],
      mentions: [{ name: other.name }],
      revisions: [{ version: 1 }],
    };
    expect(await ask(author, 'restore', { id })).toMatchObject(restored);
    // The job of the first deletion comes: nothing is deleted any more.
    await api.app.get(PostService).erase(id);
    expect(await ask(author, 'post', { id })).toMatchObject(restored);

    await ask(author, 'delete', { id });
    await api.app.get(PostService).erase(id);
    expect((await api.world.db.post.findUniqueOrThrow({ where: { id } })).body).not.toBe('');
    await api.world.db.post.update({ where: { id }, data: { deletedAt: new Date(Date.now() - 10_001) } });
    expect(await refusal(author, 'restore', { id })).toBe('post.undo_over');
    await api.world.db.post.update({ where: { id }, data: { deletedAt: new Date(Date.now() - 15_000) } });
    await api.app.get(PostService).erase(id);
    const { db } = api.world;
    expect((await db.post.findUniqueOrThrow({ where: { id } })).body).toBe('');
    expect([await db.postRevision.count(), await db.mention.count(), await db.reaction.count()]).toEqual([
      await db.postRevision.count({ where: { postId: { not: id } } }),
      0,
      0,
    ]);
    expect((await events(`group:${group.id}`)).slice(-3)).toEqual(['post.deleted', 'post.restored', 'post.deleted']);
    const jobs = await db.$queryRaw<{ late: boolean }[]>`SELECT start_after > now() + interval '8 seconds' AS late FROM pgboss.job
       WHERE name = 'threads.erase_post' AND data->>'postId' = ${id}`;
    expect(jobs).toEqual([{ late: true }, { late: true }]);
    expect(await db.auditEntry.count({ where: { subjectId: id } })).toBe(0);
  });

  it('names in lists who wrote last of those whose posts are left', async () => {
    await scene();
    const last = await reply(other, thread.id, 'Die letzte Antwort');
    await reply(author, thread.id, 'Noch etwas');
    const shown = async () => {
      const { lastAuthor, recentOrganisations } = await ask(lead, 'thread', { id: thread.id });
      return [lastAuthor?.id ?? null, (recentOrganisations as { id: string }[]).map((o) => o.id)];
    };
    const both = [author.id, [author.organisation.id, other.organisation.id]];
    expect(await shown()).toEqual(both);
    await ask(other, 'delete', { id: last['id'] });
    expect(await shown()).toEqual([author.id, [author.organisation.id]]);
    await ask(other, 'restore', { id: last['id'] });
    expect(await shown()).toEqual(both);
    for (const { id } of await api.world.db.post.findMany({ where: { threadId: thread.id, authorId: author.id } }))
      await ask(author, 'delete', { id });
    expect(await shown()).toEqual([other.id, [other.organisation.id]]);
    await ask(other, 'delete', { id: last['id'] });
    expect(await shown()).toEqual([null, []]);
  });

  it('of somebody else is moderation: for leads, audited', async () => {
    const id = await scene();
    expect(await refusal(other, 'delete', { id })).toBe('forbidden');
    await ask(lead, 'delete', { id });
    expect(await refusal(author, 'restore', { id })).toBe('forbidden');
    await ask(lead, 'restore', { id });
    const audited = await api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audited).toMatchObject([
      { actorId: lead.id, action: 'post.deleted', subjectKind: 'post', details: { authorId: author.id, no: 1, threadId: thread.id } },
      { actorId: lead.id, action: 'post.restored' },
    ]);
  });
});

describe('reactions', () => {
  it('are set and taken back once, however often it is asked', async () => {
    const id = await scene();
    const react = (who: Colleague, on: boolean) => ask(who, 'react', { postId: id, kind: 'AGREE', on });
    await Promise.all([react(other, true), react(other, true), react(lead, true)]);
    expect((await ask(other, 'post', { id }))['reactions']).toEqual([{ kind: 'AGREE', count: 2, mine: true }]);
    expect((await ask(author, 'post', { id }))['reactions']).toEqual([{ kind: 'AGREE', count: 2, mine: false }]);
    await Promise.all([react(other, false), react(other, false)]);
    expect((await ask(other, 'post', { id }))['reactions']).toEqual([{ kind: 'AGREE', count: 1, mine: false }]);
    expect((await events(`group:${group.id}`)).filter((e) => e === 'post.reacted')).toHaveLength(3);
    const told = (names: string[]) => names.filter((e) => e === 'reaction.changed').length;
    expect([told(await events(`person:${other.id}`)), told(await events(`person:${author.id}`))]).toEqual([2, 0]);
    const observer = await api.world.member(group, 'OBSERVER');
    expect(await refusal(observer, 'react', { postId: id, kind: 'AGREE', on: true })).toBe('forbidden');
    await ask(lead, 'close', { id: thread.id, closed: true });
    expect(await refusal(other, 'react', { postId: id, kind: 'AGREE', on: true })).toBe('thread.closed');
  });
});

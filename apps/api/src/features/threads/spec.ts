import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GroupRole, GroupStatus } from '@kollab/contract';
import { openApi, type Api } from '../../../test/api.ts';
import { numbers, threadsOf } from '../../../test/threads.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { homeOfGroup } from '../questions/index.ts';
import type { GroupView } from '../working-groups/index.ts';
import { GroupMovement } from './group-movement.ts';
import { postPolicy, threadPolicy } from './policy.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { ask, answer, refusal, reply, replying, events } = threadsOf(() => api);

describe('the rules', () => {
  const actor = (personId: string, inside = true): Actor => ({
    personId,
    name: '',
    email: '',
    emailVerified: true,
    actsForId: null,
    globalRoles: [],
    affiliations: inside ? [{ id: 'a', organisationId: 'o', role: 'MEMBER', function: '', deputy: false }] : [],
  });
  const view = (role: GroupRole | null, status: GroupStatus, closed: boolean, openedById = 'opener') => {
    const membership: GroupView['membership'] = role && { id: 'm', role, status: 'ACTIVE', organisationId: 'o', until: null };
    const group = {
      id: 'g',
      status,
      visibility: 'PLATFORM',
      joinPolicy: 'OPEN',
      proposedById: null,
      readingGrant: false,
      membership,
    } as GroupView;
    return (of: Actor) => ({ id: 't', openedById, closedAt: closed ? new Date() : null, home: homeOfGroup(of, group), question: null });
  };
  const all = (expected: string) => expected.trim().split(/\s+/);
  // Columns: reply and react, close and pin, retitle and writeStand.
  it.each<[string, GroupRole | null, GroupStatus, boolean, string]>([
    ['lead', 'LEAD', 'ACTIVE', false, 'true true true'],
    ['deputy', 'DEPUTY', 'ACTIVE', false, 'true true true'],
    ['member', 'MEMBER', 'ACTIVE', false, 'true forbidden forbidden'],
    ['guest', 'GUEST', 'ACTIVE', false, 'true forbidden forbidden'],
    ['observer', 'OBSERVER', 'ACTIVE', false, 'forbidden forbidden forbidden'],
    ['reader without a seat', null, 'ACTIVE', false, 'forbidden forbidden forbidden'],
    ['lead, closed thread', 'LEAD', 'ACTIVE', true, 'thread.closed true true'],
    ['member, closed thread', 'MEMBER', 'ACTIVE', true, 'thread.closed forbidden forbidden'],
    ['lead, paused group', 'LEAD', 'PAUSED', false, 'group.not_active group.not_active group.not_active'],
    ['member, closed group', 'MEMBER', 'CLOSED', false, 'group.not_active forbidden forbidden'],
  ])('%s', (_, role, status, closed, expected) => {
    const verdict = (action: (typeof threadPolicy.actions)[number]) =>
      String(threadPolicy.verdict(actor('p'), action, view(role, status, closed)(actor('p'))));
    const [speaks, leads, tends] = all(expected);
    expect([verdict('reply'), verdict('react')]).toEqual([speaks, speaks]);
    expect([verdict('close'), verdict('pin')]).toEqual([leads, leads]);
    expect([verdict('retitle'), verdict('writeStand')]).toEqual([tends, tends]);
  });

  it('who opened a thread tends it as long as they write in the group', () => {
    const opener = actor('opener');
    expect(threadPolicy.verdict(opener, 'writeStand', view('MEMBER', 'ACTIVE', false)(opener))).toBe(true);
    expect(threadPolicy.verdict(opener, 'retitle', view('OBSERVER', 'ACTIVE', false)(opener))).toBe('forbidden');
    expect(threadPolicy.verdict(opener, 'pin', view('MEMBER', 'ACTIVE', false)(opener))).toBe('forbidden');
  });

  it('answers what may not be read as absent, whatever is asked', () => {
    for (const action of threadPolicy.actions)
      expect(threadPolicy.verdict(actor('p', false), action, view(null, 'ACTIVE', false)(actor('p', false)))).toBe('not_found');
  });

  // Columns: edit, delete, restore.
  it.each<[string, string, GroupRole, boolean, boolean, 'no' | 'open' | 'over', string]>([
    ['own post', 'author', 'MEMBER', false, false, 'no', 'true true post.undo_over'],
    ['own post, closed thread', 'author', 'MEMBER', true, false, 'no', 'thread.closed true post.undo_over'],
    ['own post, no longer a writer', 'author', 'OBSERVER', false, false, 'no', 'forbidden true post.undo_over'],
    ['own post, deleted by oneself', 'author', 'MEMBER', false, true, 'open', 'post.deleted post.deleted true'],
    ['own post, deleted by oneself long ago', 'author', 'MEMBER', false, true, 'over', 'post.deleted post.deleted post.undo_over'],
    ['own post, deleted by the lead', 'author', 'MEMBER', false, false, 'open', 'post.deleted post.deleted forbidden'],
    ['somebody else', 'other', 'MEMBER', false, false, 'no', 'forbidden forbidden post.undo_over'],
    ['a lead', 'other', 'LEAD', false, false, 'no', 'forbidden true post.undo_over'],
    ['a lead who deleted it', 'other', 'LEAD', false, true, 'open', 'forbidden post.deleted true'],
  ])('post: %s', (_, who, role, closed, deletedBySelf, deletion, expected) => {
    const post = {
      id: 'p',
      authorId: 'author',
      deletedAt: deletion === 'no' ? null : new Date(),
      deletedById: deletion === 'no' ? null : deletedBySelf ? who : 'lead',
      undoOpen: deletion === 'open',
      thread: view(role, 'ACTIVE', closed)(actor(who)),
    };
    expect((['edit', 'delete', 'restore'] as const).map((a) => String(postPolicy.verdict(actor(who), a, post)))).toEqual(all(expected));
  });
});

describe('reading', () => {
  it('pages by number from either end', async () => {
    const { world } = api;
    const group = await world.group();
    const author = await world.member(group);
    const thread = await world.thread(group, author);
    await world.posts(thread, author, 120);
    const page = async (window: object) => {
      const { posts } = (await ask(author, 'thread', { id: thread.id, ...window })) as {
        posts: { nodes: []; hasPrevious: boolean; hasNext: boolean };
      };
      return [numbers(posts), posts.hasPrevious, posts.hasNext];
    };
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    expect(await page({})).toEqual([range(1, 50), false, true]);
    expect(await page({ first: 10, after: 50 })).toEqual([range(51, 60), true, true]);
    expect(await page({ first: 500, after: 100 })).toEqual([range(101, 120), true, false]);
    expect(await page({ last: 500 })).toEqual([range(21, 120), true, false]);
    expect(await page({ last: 5, before: 4 })).toEqual([range(1, 3), false, true]);
    expect(await page({ first: 5, after: 120 })).toEqual([[], true, false]);
    expect(await page({ last: 5, before: 1 })).toEqual([[], false, true]);
    for (const window of [{ first: 3, last: 3 }, { first: -1 }, { last: 3, after: 2 }, { first: 3, before: 2 }])
      expect(await refusal(author, 'thread', { id: thread.id, ...window })).toBe('invalid');
  });

  it('answers a thread that may not be read exactly like an absent one', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const [member, stranger] = [await world.member(group), await world.colleague()];
    const thread = await world.thread(group, member);
    const { id: postId } = await reply(member, thread.id, 'Nur für uns');
    const absent = '00000000-0000-7000-8000-000000000000';
    for (const [name, variables, none] of [
      ['thread', { id: thread.id }, { id: absent }],
      ['post', { id: postId as string }, { id: absent }],
      ['reply', replying(thread.id, 'Hallo'), replying(absent, 'Hallo')],
      ['delete', { id: postId as string }, { id: absent }],
      ['markRead', { threadId: thread.id, no: 1 }, { threadId: absent, no: 1 }],
    ] as const) {
      const answered = await answer(stranger, name, variables);
      expect(answered).toEqual(await answer(stranger, name, none));
      expect(answered.errors?.[0]?.extensions.code).toBe('not_found');
    }
    expect(await refusal(null, 'thread', { id: thread.id })).toBe('unauthenticated');
    expect((await ask(member, 'thread', { id: thread.id }))['title']).toBe(thread.title);
  });
});

describe('replying', () => {
  it('writes a post with all that follows from it', async () => {
    const { world } = api;
    const group = await world.group({ lastMovementAt: new Date(0) });
    const [author, reader] = [await world.member(group), await world.member(group)];
    const thread = await world.thread(group, author);
    const first = await reply(author, thread.id, 'Das ist der **erste** Beitrag, ein Satz. Und noch einer.');
    expect(first).toMatchObject({
      no: 1,
      author: {
        personId: author.id,
        organisationId: author.organisation.id,
        organisationName: author.organisation.name,
        function: 'Sachbearbeitung',
      },
    });
    await ask(reader, 'saveDraft', { input: { key: `reply:${thread.id}`, title: '', body: 'Dan', version: 0 } });
    const second = await reply(reader, thread.id, 'Danke', { replyToNo: 1 });
    expect(second).toMatchObject({
      no: 2,
      replyTo: { no: 1, authorName: author.name, excerpt: 'Das ist der erste Beitrag, ein Satz.' },
      viewerCan: { edit: true, delete: true, restore: false },
    });
    const seen = await ask(author, 'thread', { id: thread.id });
    expect(seen).toMatchObject({
      lastNo: 2,
      readNo: 1,
      unreadCount: 1,
      participantCount: 2,
      lastAuthor: { id: reader.id },
      recentOrganisations: [{ id: reader.organisation.id }, { id: author.organisation.id }],
      participants: [
        { person: { id: reader.id }, posts: 1 },
        { person: { id: author.id }, posts: 1 },
      ],
    });
    expect((await ask(reader, 'thread', { id: thread.id }))['unreadCount']).toBe(0);
    expect(await ask(reader, 'draft', { key: `reply:${thread.id}` })).toBeNull();
    expect(await events(`group:${group.id}`)).toEqual(['post.written', 'post.written']);
    expect(await events(`person:${reader.id}`)).toEqual(['draft.changed', 'draft.changed', 'read_state.changed']);
    await api.app.get(GroupMovement).settled();
    expect((await world.db.workingGroup.findUniqueOrThrow({ where: { id: group.id } })).lastMovementAt.getTime()).toBeGreaterThan(
      Date.now() - 60_000,
    );
  });

  it('keeps organisation and function as they were, of those that somebody may write for', async () => {
    const { world } = api;
    const group = await world.group();
    const author = await world.member(group);
    const second = await world.organisation();
    await world.belongs(author, second, 'MEMBER', 'IT-Leitung');
    const thread = await world.thread(group, author);
    const written = await reply(author, thread.id, 'Für die andere Stelle', { organisationId: second.id });
    expect(written['author']).toMatchObject({ organisationId: second.id, function: 'IT-Leitung' });
    await world.db.affiliation.updateMany({ where: { organisationId: second.id }, data: { endedAt: new Date(), function: 'Ruhestand' } });
    const later = await ask(author, 'post', { id: written['id'] });
    expect(later['author']).toMatchObject({ organisationId: second.id, function: 'IT-Leitung' });
    expect(await refusal(author, 'reply', replying(thread.id, 'Nicht mehr', { organisationId: second.id }))).toBe('invalid');
  });

  it('refuses what the input, the role or the state forbids', async () => {
    const { world } = api;
    const group = await world.group();
    const [member, observer, lead] = [await world.member(group), await world.member(group, 'OBSERVER'), await world.member(group, 'LEAD')];
    const thread = await world.thread(group, lead);
    expect(await refusal(member, 'reply', replying(thread.id, ' \n '))).toBe('invalid');
    expect(await refusal(member, 'reply', replying(thread.id, 'a\0b'))).toBe('invalid');
    expect(await refusal(member, 'reply', replying(thread.id, 'x'.repeat(40_001)))).toBe('invalid');
    expect(await refusal(member, 'reply', replying(thread.id, 'Antwort auf nichts', { replyToNo: 1 }))).toBe('invalid');
    expect(await refusal(observer, 'reply', replying(thread.id, 'Hallo'))).toBe('forbidden');
    await ask(lead, 'close', { id: thread.id, closed: true });
    expect(await refusal(lead, 'reply', replying(thread.id, 'Hallo'))).toBe('thread.closed');
    await ask(lead, 'close', { id: thread.id, closed: false });
    await world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'PAUSED' } });
    expect(await refusal(member, 'reply', replying(thread.id, 'Hallo'))).toBe('group.not_active');
    await world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'ACTIVE' } });
    expect((await reply(member, thread.id, 'x'.repeat(40_000)))['no']).toBe(1);
  });

  it('numbers posts without gaps, however many come at once', async () => {
    const { world } = api;
    const group = await world.group();
    const people = await Promise.all([world.member(group), world.member(group), world.member(group), world.member(group)]);
    const thread = await world.thread(group, people[0]);
    const other = await world.thread(group, people[0]);
    await Promise.all(people.flatMap((p) => [reply(p, thread.id, 'Eins'), reply(p, thread.id, 'Zwei'), reply(p, other.id, 'Drei')]));
    const { posts } = (await ask(people[0], 'thread', { id: thread.id })) as { posts: { nodes: { createdAt: string }[] } };
    expect(numbers(posts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const times = posts.nodes.map((p) => p.createdAt);
    expect(times).toEqual(times.toSorted());
  });

  it('makes one row of a repeated call, also when both come at once or the thread is closed meanwhile', async () => {
    const { world } = api;
    const group = await world.group();
    const [author, lead] = [await world.member(group), await world.member(group, 'LEAD')];
    const thread = await world.thread(group, author);
    const input = replying(thread.id, 'Nur einmal');
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(author, 'reply', input)));
    expect(new Set(answers.map((a) => a['id'] as string)).size).toBe(1);
    await ask(lead, 'close', { id: thread.id, closed: true });
    expect((await ask(author, 'reply', input))['id']).toBe(answers[0]!['id']);
    expect(await world.db.post.count({ where: { threadId: thread.id } })).toBe(1);
    expect((await events(`group:${group.id}`)).filter((e) => e === 'post.written')).toHaveLength(1);
  });

  it('lets a closing thread and a reply meet in one order only', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    for (let round = 0; round < 5; round++) {
      const thread = await world.thread(group, lead);
      const [closed, replied] = await Promise.all([
        answer(lead, 'close', { id: thread.id, closed: true }),
        answer(lead, 'reply', replying(thread.id, 'Noch schnell')),
      ]);
      expect(closed.errors).toBeUndefined();
      const order = (await events(`group:${group.id}`)).slice(-2);
      if (replied.errors) expect(replied.errors[0]?.extensions.code).toBe('thread.closed');
      else expect(order).toEqual(['post.written', 'thread.changed']);
    }
  });

  it('opens a thread with its first post, once', async () => {
    const { world } = api;
    const group = await world.group();
    const [member, observer] = [await world.member(group), await world.member(group, 'OBSERVER')];
    await ask(member, 'saveDraft', { input: { key: `thread:${group.id}`, title: 'Ein', body: 'Wor', version: 0 } });
    const input = { clientMutationId: randomUUID(), groupId: group.id, kind: 'DISCUSSION', title: ' Ein  Thema ', body: 'Worum es geht' };
    const answers = await Promise.all([1, 2, 3].map(() => ask(member, 'open', { input })));
    expect(new Set(answers.map((a) => a['id'] as string)).size).toBe(1);
    expect(answers[0]).toMatchObject({
      title: 'Ein Thema',
      kind: 'DISCUSSION',
      lastNo: 1,
      readNo: 1,
      posts: { nodes: [{ no: 1, body: 'Worum es geht' }] },
    });
    expect(await events(`group:${group.id}`)).toEqual(['thread.opened']);
    expect(await ask(member, 'draft', { key: `thread:${group.id}` })).toBeNull();
    expect(await refusal(observer, 'open', { input: { ...input, clientMutationId: randomUUID() } })).toBe('forbidden');
    expect(await refusal(member, 'open', { input: { ...input, clientMutationId: randomUUID(), title: 'ab' } })).toBe('invalid');
    const asQuestion = { ...input, clientMutationId: randomUUID(), kind: 'QUESTION' };
    expect(await refusal(member, 'open', { input: asQuestion })).toBe('thread.ask_instead');
    expect(await refusal(observer, 'open', { input: asQuestion })).toBe('forbidden');
    expect(await world.db.thread.count({ where: { groupId: group.id } })).toBe(1);
  });
});

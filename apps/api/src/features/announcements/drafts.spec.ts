import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, draftOf, hoursOn, nobodyIn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';

let api: Api;
let editor: Colleague;
let expert: Colleague;
let coordinator: Colleague;
const { ask, refusal, answer, events } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi();
  editor = await api.world.official('LAND_EDITOR');
  expert = await api.world.official('LAND_EXPERT');
  coordinator = await api.world.colleague(undefined, 'COORDINATOR');
});
afterAll(() => api.close());

const draft = (who: Colleague, more: object = {}): Promise<Data> =>
  ask(who, 'draft', { input: { clientMutationId: randomUUID(), officeId: who.organisation.id, ...more } });

describe('a draft', () => {
  it('begins empty, once, under an office for which one writes', async () => {
    const clientMutationId = randomUUID();
    const [one, other] = await Promise.all([draft(editor, { clientMutationId }), draft(editor, { clientMutationId })]);
    expect(one).toMatchObject({
      status: 'DRAFT',
      title: '',
      version: 1,
      office: { id: editor.organisation.id },
      author: { id: editor.id },
    });
    expect(other['id']).toBe(one['id']);
    expect(one['viewerCan']).toMatchObject({ edit: true, publish: true, discard: true, correct: false });
    expect(await events(`organisation:${editor.organisation.id}`)).toEqual(['announcement_desk.changed']);

    const town = (await api.world.organisation()).id;
    const input = { clientMutationId: randomUUID(), officeId: expert.organisation.id };
    expect((await ask(expert, 'draft', { input }))['office'].id).toBe(expert.organisation.id);
    expect((await ask(editor, 'draft', { input }))['office'].id).toBe(expert.organisation.id);
    expect(await refusal(expert, 'draft', { input: { ...input, officeId: editor.organisation.id } })).toBe('forbidden');
    expect(await refusal(coordinator, 'draft', { input: { ...input, officeId: coordinator.organisation.id } })).toBe('forbidden');
    expect(await refusal(editor, 'draft', { input: { ...input, clientMutationId: randomUUID(), officeId: town } })).toBe('invalid');
  });

  it('is not answered with the draft of an office that one writes for no more, whose number is sent again', async () => {
    const { db } = api.world;
    const moved = await api.world.official('LAND_EXPERT');
    const input = { clientMutationId: randomUUID(), officeId: moved.organisation.id };
    const { id } = await ask(moved, 'draft', { input });
    await ask(editor, 'save', { id, version: 1, draft: draftOf(nobodyIn, { classification: 'VERTRAULICH', body: 'Nur für das Haus.' }) });
    const next = await api.world.organisation({ kind: 'LAND_MINISTRY' });
    await db.globalRoleGrant.updateMany({ where: { personId: moved.id }, data: { organisationId: next.id } });
    expect(await refusal(moved, 'one', { id })).toBe('not_found');
    expect((await answer(moved, 'draft', { input: { ...input, officeId: next.id } })).errors?.[0]?.extensions).toEqual({
      code: 'invalid',
      fields: ['clientMutationId'],
    });
    expect(await db.announcement.count({ where: { officeId: next.id } })).toBe(0);
  });

  it('begins with what its template asks for', async () => {
    const [plain, operation] = [await draft(editor), await draft(editor, { template: 'OPERATION' })];
    expect([plain['kind'], plain['body']]).toEqual(['INFO', '']);
    expect([operation['kind'], operation['body']]).toEqual(['IMPORTANT', expect.stringMatching(/\*\*Was:\*\*[^]+\*\*Wann:\*\*/)]);
  });

  it('names the offices of whoever writes', async () => {
    const ids = ((await ask(editor, 'offices')) as unknown as Data[]).map((o) => o['id']);
    expect(ids).toEqual(expect.arrayContaining([editor.organisation.id, expert.organisation.id]));
    expect(ids).not.toContain(coordinator.organisation.id);
    expect(await ask(expert, 'offices')).toEqual([{ id: expert.organisation.id }]);
    expect(await ask(coordinator, 'offices')).toEqual([]);
    const writes = await Promise.all([editor, expert, coordinator].map(async (who) => (await ask(who, 'viewer'))['writesAnnouncements']));
    expect(writes).toEqual([true, true, false]);
  });

  it('keeps all that was typed, and nothing is required', async () => {
    const { db } = api.world;
    const topic = await db.topic.create({ data: { key: randomUUID(), name: 'Breitband', position: 99 } });
    const kreis = await api.world.organisation({ kind: 'LANDKREIS' });
    const group = await api.world.group();
    const { id, version } = await draft(editor, { template: 'REACHABILITY' });
    const audience = {
      kinds: ['VERBANDSGEMEINDE'],
      kreisIds: [kreis.id],
      organisationIds: [coordinator.organisation.id, coordinator.organisation.id],
      groupIds: [group.id],
      roles: ['COORDINATOR'],
      exceptIds: [expert.organisation.id],
    };
    const contact = { topicId: topic.id, name: ' Kim  Muster ', phone: '0391 1', email: 'Kim@Ort.example' };
    const dueAt = hoursOn(100);
    const given = draftOf(audience, {
      kind: 'ACTION',
      classification: 'VERTRAULICH',
      action: 'Melden',
      dueAt,
      topicIds: [topic.id],
      contact,
    });
    const links = [{ title: 'Handbuch', url: 'https://ort.example/a' }];
    const saved = await ask(editor, 'save', {
      id,
      version,
      draft: { ...given, links, expiresAt: hoursOn(200), asksAcknowledgement: true },
    });
    expect(saved).toMatchObject({
      ...{ version: 2, kind: 'ACTION', classification: 'VERTRAULICH', action: 'Melden', dueAt, links, topics: [{ id: topic.id }] },
      contact: { topic: { id: topic.id }, name: 'Kim Muster', phone: '0391 1', email: 'kim@ort.example' },
      audience: {
        ...{ kinds: ['VERBANDSGEMEINDE'], roles: ['COORDINATOR'], kreise: [{ id: kreis.id }], groups: [{ id: group.id }] },
        ...{ organisations: [{ id: coordinator.organisation.id }], except: [{ id: expert.organisation.id }] },
      },
    });
    const emptied = await ask(editor, 'save', { id, version: 2, draft: draftOf({}, { title: '', summary: '', body: '' }) });
    expect(emptied).toMatchObject({ version: 3, title: '', topics: [], contact: null, dueAt: null });
    expect(await events(`announcement:${String(id)}`)).toEqual(['announcement.changed', 'announcement.changed']);
  });

  it('refuses what is no place, no topic, hidden from the writer, too long or unreadable', async () => {
    const { id } = await draft(expert);
    const hidden = await api.world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const town = coordinator.organisation.id;
    const save = async (more: object, audience: object = {}) => {
      const { errors } = await answer(expert, 'save', { id, version: 1, draft: { ...draftOf({ ...audience }), ...more } });
      return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields];
    };
    expect(await save({ topicIds: [town] })).toEqual(['invalid', ['topicIds']]);
    expect(await save({ contact: { topicId: town, name: 'Kim Muster', phone: '', email: '' } })).toEqual(['invalid', ['topicIds']]);
    expect(await save({}, { organisationIds: [randomUUID()] })).toEqual(['invalid', ['audience.organisationIds']]);
    expect(await save({}, { exceptIds: [hidden.id] })).toEqual(['invalid', ['audience.organisationIds']]);
    expect(await save({}, { groupIds: [hidden.id] })).toEqual(['invalid', ['audience.groupIds']]);
    expect(await save({}, { roles: ['PROVIDER'] })).toEqual(['invalid', ['draft.audience.roles.0']]);
    expect(await save({ body: 'x'.repeat(40_001) })).toEqual(['invalid', ['draft.body']]);
    expect(await save({ body: '>'.repeat(41) })).toEqual(['invalid', ['draft.body']]);
    expect((await save({ title: 'Titel\u0000' }))[0]).toBe('invalid');
    expect(await save({ links: [{ title: 'Skript', url: 'javascript:alert(1)' }] })).toEqual(['invalid', ['draft.links.0.url']]);
    // A line break in what becomes a subject is a blank.
    expect((await ask(expert, 'save', { id, version: 1, draft: draftOf({}, { title: 'Neu\r\nBcc: alle@ort.example' }) }))['title']).toBe(
      'Neu Bcc: alle@ort.example',
    );
  });

  it('is saved by one of two at a time: the other has both texts at hand', async () => {
    const { id, version } = await draft(expert);
    const [first, second] = await Promise.all([
      answer(editor, 'save', { id, version, draft: draftOf({}, { title: 'Von der Redaktion' }) }),
      answer(expert, 'save', { id, version, draft: draftOf({}, { title: 'Von der Fachstelle' }) }),
    ]);
    const [won, lost] = first.errors ? [second, first] : [first, second];
    expect(lost.errors?.[0]?.extensions.code).toBe('stale');
    const { title, author } = won.data!['saveAnnouncement'] as Data;
    expect(lost.errors?.[0]?.extensions.current).toMatchObject({ title, version: 2, audience: nobodyIn });
    const name = author.id === editor.id ? editor.name : expert.name;
    expect(lost.errors?.[0]?.extensions.current?.['authorName']).toBe(name);
  });

  it('is there for who writes for its office, and for nobody else', async () => {
    const other = await api.world.official('LAND_EXPERT');
    const { id } = await draft(expert, {});
    await ask(expert, 'save', { id, version: 1, draft: draftOf({ organisationIds: [coordinator.organisation.id] }) });
    expect((await ask(editor, 'one', { id }))['id']).toBe(id);
    const admin = await api.world.official('LAND_ADMIN');
    for (const who of [other, coordinator, admin]) {
      expect(await refusal(who, 'one', { id })).toBe('not_found');
      expect(await refusal(who, 'save', { id, version: 2, draft: draftOf({}) })).toBe('not_found');
      expect(await refusal(who, 'discard', { id })).toBe('not_found');
    }
    const ids = (drafts: Data) => drafts['nodes'].map((n: Data) => n['id']);
    expect(ids(await ask(expert, 'drafts', { first: 50 }))).toContain(id);
    expect(ids(await ask(editor, 'drafts', { first: 50 }))).toContain(id);
    expect(ids(await ask(other, 'drafts', { first: 50 }))).toEqual([]);
    expect(await ask(coordinator, 'drafts', { first: 50 })).toMatchObject({ nodes: [], total: 0 });
    expect(await ask(expert, 'discard', { id })).toBe(true);
    expect(await refusal(expert, 'one', { id })).toBe('not_found');
    expect(await refusal(expert, 'one', { id: 'nichts' })).toBe('not_found');
  });

  it('is listed by its last change, page by page', async () => {
    const own = await api.world.official('LAND_EXPERT');
    const made = [await draft(own), await draft(own), await draft(own)].map((d) => d['id'] as string);
    await ask(own, 'save', { id: made[0], version: 1, draft: draftOf({}) });
    const first = await ask(own, 'drafts', { first: 2 });
    expect(first).toMatchObject({ nodes: [{ id: made[0] }, { id: made[2] }], total: 3, pageInfo: { hasNextPage: true } });
    const rest = await ask(own, 'drafts', { first: 2, after: first['pageInfo'].endCursor });
    expect(rest).toMatchObject({ nodes: [{ id: made[1] }], total: 3 });
  });
});

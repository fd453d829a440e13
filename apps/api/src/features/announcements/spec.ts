import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Organisation } from '../../generated/prisma/client.ts';

let api: Api;
let editor: Colleague;
let office: string;
const { ask, answer, refusal, published, drafted, correction, events, audited } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi();
  editor = await api.world.official('LAND_EDITOR');
  office = editor.organisation.id;
});
afterAll(() => api.close());

const place = async (more: Partial<Organisation> = {}) => {
  const organisation = await api.world.organisation(more);
  return { organisation, coordinator: await api.world.colleague(organisation, 'COORDINATOR') };
};
const idsOf = (list: Data): string[] => list['nodes'].map((n: Data) => n['id'] as string);

describe('who is addressed', () => {
  it('has it in the list, and who is not finds it nowhere: no list, no notice, no link, no comment', async () => {
    const [arneburg, halle] = [
      await place({ kind: 'VERBANDSGEMEINDE', name: 'Arneburg-Goldbeck' }),
      await place({ kind: 'KREISFREIE_STADT' }),
    ];
    const { id, thread } = await published(editor, office, { kinds: ['VERBANDSGEMEINDE'] });
    await api.work();
    expect(idsOf(await ask(arneburg.coordinator, 'list'))).toEqual([id]);
    expect(await ask(arneburg.coordinator, 'one', { id })).toMatchObject({
      ...{ title: 'Neue Schnittstelle', read: false, readingMinutes: 1 },
      relevance: { because: 'weil Arneburg-Goldbeck Verbandsgemeinde ist' },
      viewerCan: { edit: false, correct: false, seeReach: false },
    });
    expect((await ask(arneburg.coordinator, 'notices'))['nodes']).toMatchObject([
      { kind: 'ANNOUNCEMENT', sentence: `${editor.organisation.name}: „Neue Schnittstelle“.`, path: `/mitteilungen/${String(id)}` },
    ]);

    expect(await ask(halle.coordinator, 'list', { filter: { past: true } })).toMatchObject({ nodes: [], total: 0 });
    expect(await ask(halle.coordinator, 'notices')).toMatchObject({ nodes: [], total: 0 });
    expect(await ask(halle.coordinator, 'viewer')).toMatchObject({ unreadAnnouncementCount: 0 });
    for (const name of ['one', 'read', 'remind'] as const) expect(await refusal(halle.coordinator, name, { id })).toBe('not_found');
    const acknowledging = { id, organisationId: halle.organisation.id, on: true };
    expect(await refusal(halle.coordinator, 'acknowledge', acknowledging)).toBe('not_found');
    const reply = { clientMutationId: randomUUID(), threadId: thread.id, body: 'Wir auch?' };
    expect(await refusal(halle.coordinator, 'reply', { input: reply })).toBe('not_found');
    expect(await refusal(halle.coordinator, 'list', { filter: { scope: 'OFFICE' } })).toBe('forbidden');
  });

  it('is who belongs there: who joins later reads it and gets no notice, who left reads it no more', async () => {
    const { organisation, coordinator } = await place();
    const { id } = await published(editor, office, { organisationIds: [organisation.id] });
    const late = await api.world.colleague(organisation);
    await api.work();
    expect(await ask(late, 'one', { id })).toMatchObject({ id });
    expect(await ask(late, 'notices')).toMatchObject({ total: 0 });
    await api.world.db.affiliation.updateMany({ where: { personId: coordinator.id }, data: { endedAt: new Date() } });
    expect(await refusal(coordinator, 'one', { id })).toBe('not_found');
    expect((await ask(coordinator, 'notices'))['nodes']).toMatchObject([
      { sentence: 'Eine Mitteilung, die Sie nicht mehr lesen können.', path: '/mitteilungen' },
    ]);
  });

  it('is told nothing when the right ended before the worker came', async () => {
    const { organisation, coordinator } = await place();
    await published(editor, office, { organisationIds: [organisation.id] });
    await api.world.db.affiliation.updateMany({ where: { personId: coordinator.id }, data: { endedAt: new Date() } });
    await api.work();
    expect(await ask(coordinator, 'notices')).toMatchObject({ total: 0 });
  });

  it('through a group: who sits there, and says so', async () => {
    const group = await api.world.group({ number: 7, name: 'Netze' });
    const guest = await api.world.person();
    const seat = await api.world.seat(group, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 86_400_000));
    const { id } = await published(editor, office, { groupIds: [group.id] });
    expect(await ask(guest, 'one', { id })).toMatchObject({
      relevance: { because: 'weil Sie in „AG 7 Netze“ mitarbeiten' },
      audience: { groups: [{ id: group.id }] },
    });
    await api.world.db.groupMembership.update({ where: { id: seat.id }, data: { until: new Date() } });
    expect(await refusal(guest, 'one', { id })).toBe('not_found');
  });

  it('sees why, as a fact about the own place', async () => {
    const kreis = await api.world.organisation({ kind: 'LANDKREIS', name: 'Börde', title: 'Landkreis Börde' });
    const { organisation, coordinator } = await place({ kind: 'VERBANDSGEMEINDE', name: 'Flechtingen', parentId: kreis.id });
    const head = await api.world.colleague(kreis, 'HEAD');
    const because = async (audience: Record<string, unknown>, who = coordinator) =>
      (await ask(who, 'one', { id: (await published(editor, office, audience))['id'] }))['relevance'].because as string;
    expect(await because({ kinds: ['VERBANDSGEMEINDE'] })).toBe('weil Flechtingen Verbandsgemeinde ist');
    expect(await because({ kinds: ['VERBANDSGEMEINDE'], kreisIds: [kreis.id] })).toBe(
      'weil Flechtingen Verbandsgemeinde im Landkreis Börde ist',
    );
    expect(await because({ kreisIds: [kreis.id] })).toBe('weil Flechtingen zum Landkreis Börde gehört');
    expect(await because({ kreisIds: [kreis.id] }, head)).toBe('weil Börde angesprochen ist');
    expect(await because({ organisationIds: [organisation.id] })).toBe('weil Flechtingen ausdrücklich angesprochen ist');
  });
});

describe('related announcements', () => {
  it('are valid ones addressed to the viewer, most topics in common first, then the newest, five at most', async () => {
    const { organisation, coordinator } = await place();
    const elsewhere = await place();
    const topic = async (name: string) =>
      (await api.world.db.topic.create({ data: { key: randomUUID(), name: `${name} ${randomUUID()}`, position: 97 } })).id;
    const [pay, sign, other] = [await topic('ePayment'), await topic('Signatur'), await topic('Register')];
    const to = { organisationIds: [organisation.id] };
    const about = async (topicIds: string[], audience: Record<string, unknown> = to) =>
      String((await published(editor, office, audience, { topicIds }))['id']);
    const related = async (who: Colleague, id: string) =>
      ((await ask(who, 'one', { id }))['related'] as { id: string }[]).map((row) => row.id);

    const id = await about([pay, sign]);
    const both = await about([pay, sign]);
    const one = await about([sign]);
    const newer = await about([pay, other]);
    await about([other]);
    await about([]);
    await about([pay, sign], { organisationIds: [elsewhere.organisation.id] });
    await drafted(editor, office, to, { topicIds: [pay, sign] });
    const gone = await about([pay, sign]);
    await api.world.db.announcement.update({ where: { id: gone }, data: { expiresAt: new Date() } });
    await ask(editor, 'withdraw', { id: await about([pay, sign]), reason: 'Doppelt.' });

    expect(await related(coordinator, id)).toEqual([both, newer, one]);
    expect(await related(coordinator, one)).toEqual([both, id]);
    // Who wrote it reads it, and is addressed by none.
    expect(await related(editor, id)).toEqual([]);
    const more = [await about([pay]), await about([pay]), await about([pay])];
    expect(await related(coordinator, id)).toEqual([both, ...more.toReversed(), newer]);
  });
});

describe('the list', () => {
  it('has pinned ones first, then the newest; expired and withdrawn ones when asked for', async () => {
    const { organisation, coordinator } = await place();
    const to = { organisationIds: [organisation.id] };
    const topic = await api.world.db.topic.create({ data: { key: randomUUID(), name: 'ePayment', position: 98 } });
    const old = await published(editor, office, to, { title: 'Alte Nachricht', kind: 'IMPORTANT', topicIds: [topic.id] });
    const other = await published(editor, office, to, { title: 'Andere Nachricht', topicIds: [topic.id], body: 'Über 50 % mehr' });
    const gone = await published(editor, office, to, { title: 'Vorbei' });
    await api.world.db.announcement.update({ where: { id: String(gone['id']) }, data: { expiresAt: new Date() } });
    const back = await published(editor, office, to, { title: 'Zurück' });
    await ask(editor, 'withdraw', { id: back['id'], reason: 'Doppelt.' });
    const list = async (filter: object = {}) => idsOf(await ask(coordinator, 'list', { filter, first: 20 }));
    expect(await list()).toEqual([other['id'], old['id']]);
    expect(await refusal(coordinator, 'pin', { id: old['id'], until: hoursOn(24) })).toBe('forbidden');
    expect(await refusal(editor, 'pin', { id: old['id'], until: hoursOn(-1) })).toBe('invalid');
    await ask(editor, 'pin', { id: old['id'], until: hoursOn(24) });
    expect(await list()).toEqual([old['id'], other['id']]);
    expect(await list({ past: true })).toEqual([old['id'], back['id'], gone['id'], other['id']]);
    const first = await ask(coordinator, 'list', { first: 1 });
    expect(first).toMatchObject({ total: 2, pageInfo: { hasNextPage: true } });
    expect(idsOf(await ask(coordinator, 'list', { first: 1, after: first['pageInfo'].endCursor }))).toEqual([other['id']]);
    await ask(editor, 'pin', { id: old['id'], until: null });
    expect(await list()).toEqual([other['id'], old['id']]);

    expect(await list({ kinds: ['IMPORTANT'] })).toEqual([old['id']]);
    expect(await list({ topicIds: [topic.id], text: '50 %' })).toEqual([other['id']]);
    expect(await list({ text: '5_ %' })).toEqual([]);
    expect((await ask(coordinator, 'one', { id: old['id'] }))['related']).toEqual([{ id: other['id'] }]);
    await ask(coordinator, 'read', { id: old['id'] });
    expect(await list({ unread: true })).toEqual([other['id']]);
    expect(await list({ unread: false })).toEqual([old['id']]);
    const offices = idsOf(await ask(editor, 'list', { filter: { scope: 'OFFICE', past: true }, first: 50 }));
    expect(offices).toEqual(expect.arrayContaining([old['id'], back['id']]));
    expect(idsOf(await ask(editor, 'list', { first: 50 }))).toEqual([]);
  });

  it('is of the own offices only, for an expert', async () => {
    const expert = await api.world.official('LAND_EXPERT');
    const { organisation } = await place();
    const to = { organisationIds: [organisation.id] };
    await published(editor, office, to);
    const own = await published(expert, expert.organisation.id, to);
    expect(idsOf(await ask(expert, 'list', { filter: { scope: 'OFFICE' } }))).toEqual([own['id']]);
  });
});

describe('reading', () => {
  it('is marked for oneself alone, with the notice of it, on all own screens', async () => {
    const { organisation, coordinator } = await place();
    const { id } = await published(editor, office, { organisationIds: [organisation.id] });
    await api.work();
    expect(await ask(coordinator, 'viewer')).toMatchObject({ unreadAnnouncementCount: 1, writesAnnouncements: false });
    expect(await ask(coordinator, 'read', { id })).toEqual({ id, read: true });
    await ask(coordinator, 'read', { id });
    expect(await ask(coordinator, 'viewer')).toMatchObject({ unreadAnnouncementCount: 0 });
    expect((await ask(coordinator, 'notices'))['nodes']).toMatchObject([{ read: true }]);
    expect(await events(`person:${coordinator.id}`)).toEqual(['notice.changed', 'announcement_read.changed', 'notice.changed']);
    expect((await ask(editor, 'one', { id }))['read']).toBe(false);
  });
});

describe('a correction', () => {
  it('changes the text with a note that everybody sees, keeps what it said, and reaches the same people', async () => {
    const { organisation, coordinator } = await place();
    const { id, version } = await published(
      editor,
      office,
      { organisationIds: [organisation.id] },
      { kind: 'ACTION', action: 'Melden', dueAt: hoursOn(90) },
    );
    await api.work();
    const late = await api.world.colleague(organisation);
    const dueAt = hoursOn(120);
    const wanted = correction(id, version, { title: 'Neue Frist', action: 'Bis Freitag melden', dueAt });
    const corrected = await ask(editor, 'correct', wanted);
    expect(await ask(editor, 'correct', wanted)).toMatchObject({ version: corrected['version'] });
    expect(await ask(coordinator, 'one', { id })).toMatchObject({
      ...{ title: 'Neue Frist', action: 'Bis Freitag melden', dueAt, thread: { title: 'Neue Frist' } },
      corrections: [{ note: 'Der Termin stimmte nicht.', by: { id: editor.id } }],
    });
    expect(await api.world.db.announcementCorrection.findMany({ where: { announcementId: String(id) } })).toMatchObject([
      { version: corrected['version'], title: 'Neue Schnittstelle', action: 'Melden' },
    ]);
    await api.work();
    const sentence = 'Die Mitteilung „Neue Frist“ wurde korrigiert: Der Termin stimmte nicht.';
    expect((await ask(coordinator, 'notices'))['nodes'][0]).toMatchObject({ sentence });
    expect(await ask(late, 'notices')).toMatchObject({ total: 0 });
    expect(await audited(String(id))).toEqual(['announcement.published', 'announcement.corrected']);
    expect(await events(`organisation:${organisation.id}`)).toEqual(['announcements.changed', 'announcements.changed']);
  });

  it('is refused to others, of what is not published, from a stale version, incomplete, or due in the past', async () => {
    const { organisation, coordinator } = await place();
    const to = { organisationIds: [organisation.id] };
    const action = { kind: 'ACTION', action: 'Melden', dueAt: hoursOn(90) };
    const { id, version } = await published(editor, office, to, action);
    const outcome = async (more: object, who = editor) => {
      const { errors } = await answer(who, 'correct', correction(id, version, { ...action, kind: undefined, ...more }));
      return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields];
    };
    expect(await outcome({}, coordinator)).toEqual(['forbidden', undefined]);
    expect((await outcome({ version: version - 1 }))[0]).toBe('stale');
    expect(await outcome({ action: '' })).toEqual(['announcement.incomplete', ['action']]);
    expect(await outcome({ dueAt: null })).toEqual(['announcement.incomplete', ['dueAt']]);
    expect(await outcome({ dueAt: hoursOn(-1) })).toEqual(['announcement.due_in_past', ['dueAt']]);
    expect(await outcome({ note: ' ' })).toEqual(['invalid', ['note']]);
    const draft = await drafted(editor, office, to);
    expect(await refusal(editor, 'correct', correction(draft['id'], draft['version']))).toBe('announcement.state_impossible');
    // Past its own deadline, which stays: a mistake in the text can still be put right.
    await api.world.db.announcement.update({ where: { id: String(id) }, data: { dueAt: new Date('2026-01-02T10:00:00.000Z') } });
    expect(await outcome({ dueAt: '2026-01-02T10:00:00.000Z' })).toEqual([undefined, undefined]);
  });
});

describe('withdrawing', () => {
  it('leaves it to be read, with the reason, and closes everything else', async () => {
    const { organisation, coordinator } = await place();
    const { id, thread } = await published(editor, office, { organisationIds: [organisation.id] }, { asksAcknowledgement: true });
    expect(await refusal(coordinator, 'withdraw', { id, reason: 'Falsch.' })).toBe('forbidden');
    expect(await refusal(editor, 'withdraw', { id, reason: ' ' })).toBe('invalid');
    await ask(editor, 'withdraw', { id, reason: 'Sie war doppelt.' });
    await api.work();
    expect(await ask(coordinator, 'one', { id })).toMatchObject({
      status: 'WITHDRAWN',
      withdrawalReason: 'Sie war doppelt.',
      ownAcknowledgements: [{ open: false }],
    });
    // Who was not told of it yet is told of its end only.
    const notices = (await ask(coordinator, 'notices'))['nodes'] as Data[];
    expect(notices.map((n) => n['sentence'])).toEqual(['Die Mitteilung „Neue Schnittstelle“ wurde zurückgezogen. Grund: Sie war doppelt.']);
    const acknowledging = { id, organisationId: organisation.id, on: true };
    expect(await refusal(coordinator, 'acknowledge', acknowledging)).toBe('announcement.state_impossible');
    const reply = { clientMutationId: randomUUID(), threadId: thread.id, body: 'Schade.' };
    expect(await refusal(coordinator, 'reply', { input: reply })).toBe('announcement.comments_closed');
    expect(await refusal(editor, 'withdraw', { id, reason: 'Noch einmal.' })).toBe('announcement.state_impossible');
    expect(await refusal(editor, 'comments', { id, on: true })).toBe('announcement.state_impossible');
    expect(await audited(String(id))).toEqual(['announcement.published', 'announcement.withdrawn']);
  });
});

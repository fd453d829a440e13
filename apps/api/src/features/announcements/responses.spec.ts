import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { Rooms } from '../../platform/events/rooms.ts';

let api: Api;
let editor: Colleague;
let office: string;
const { ask, refusal, published, drafted, events, audited } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
  office = editor.organisation.id;
});
afterAll(() => api.close());

/** Two towns, each with a coordinator, asked to acknowledge. */
async function asked(more: object = {}) {
  const [one, two] = [await api.world.colleague(undefined, 'COORDINATOR'), await api.world.colleague(undefined, 'COORDINATOR')];
  const to = { organisationIds: [one.organisation.id, two.organisation.id] };
  const { id } = await published(editor, office, to, { asksAcknowledgement: true, ...more });
  return { one, two, id: String(id) };
}
const giving = (id: string, who: Colleague, on = true) => ({ id, organisationId: who.organisation.id, on });
const pastDue = (id: string) => api.world.db.announcement.update({ where: { id }, data: { dueAt: new Date() } });

describe('acknowledging', () => {
  it('is once an organisation, by its coordination, head or deputy, and taken back by any of them', async () => {
    const { one, two, id } = await asked();
    const [head, deputy] = [await api.world.colleague(one.organisation, 'HEAD'), await api.world.colleague(one.organisation)];
    await api.world.db.affiliation.updateMany({ where: { personId: deputy.id }, data: { deputy: true } });
    const member = await api.world.colleague(one.organisation);
    expect((await ask(one, 'one', { id }))['ownAcknowledgements']).toEqual([
      { organisation: { id: one.organisation.id }, at: null, by: null, open: true },
    ]);
    expect((await ask(member, 'one', { id }))['ownAcknowledgements']).toEqual([]);
    expect(await refusal(member, 'acknowledge', giving(id, one))).toBe('forbidden');
    expect(await refusal(one, 'acknowledge', giving(id, two))).toBe('forbidden');
    expect(await refusal(editor, 'acknowledge', giving(id, one))).toBe('forbidden');

    await Promise.all([one, head].map((who) => ask(who, 'acknowledge', giving(id, one))));
    const seen = await ask(deputy, 'one', { id });
    expect(seen['ownAcknowledgements']).toMatchObject([{ organisation: { id: one.organisation.id }, open: true }]);
    // Names are for who wrote it.
    expect(seen['acknowledgements']).toEqual({ asked: 2, acknowledged: 1, missing: [], given: [], remindedAt: null });
    const { missing, given } = (await ask(editor, 'one', { id }))['acknowledgements'] as Data;
    expect(missing).toEqual([{ id: two.organisation.id }]);
    expect(given).toMatchObject([{ organisation: { id: one.organisation.id } }]);
    expect([one.id, head.id]).toContain(given[0].by.id);

    await ask(deputy, 'acknowledge', giving(id, one, false));
    await ask(deputy, 'acknowledge', giving(id, one, false));
    expect((await ask(editor, 'one', { id }))['acknowledgements']).toMatchObject({ acknowledged: 0, given: [] });
    const told = (await events(`announcement:${id}`)).filter((name) => name === 'announcement.acknowledged');
    expect(told).toHaveLength(2);
  });

  it('ends with the deadline', async () => {
    const { one, id } = await asked({ kind: 'ACTION', action: 'Bestätigen', dueAt: hoursOn(50) });
    await ask(one, 'acknowledge', giving(id, one));
    await pastDue(id);
    expect(await refusal(one, 'acknowledge', giving(id, one, false))).toBe('announcement.acknowledgement_over');
    expect((await ask(one, 'one', { id }))['ownAcknowledgements']).toMatchObject([{ open: false }]);
  });

  it('is only where it is asked', async () => {
    const { one, id } = await asked({ asksAcknowledgement: false });
    expect(await refusal(one, 'acknowledge', giving(id, one))).toBe('announcement.state_impossible');
    expect(await ask(one, 'one', { id })).toMatchObject({ acknowledgements: null, ownAcknowledgements: [] });
    const draft = await drafted(editor, office, { organisationIds: [one.organisation.id] }, { asksAcknowledgement: true });
    expect(draft['acknowledgements']).toBeNull();
    expect(await refusal(one, 'acknowledge', giving(String(draft['id']), one))).toBe('not_found');
  });

  it('beside a withdrawal is either before it or refused', async () => {
    const { one, id } = await asked();
    const [acknowledged] = await Promise.all([
      refusal(one, 'acknowledge', giving(id, one)),
      ask(editor, 'withdraw', { id, reason: 'Sie war doppelt.' }),
    ]);
    const count = await api.world.db.announcementAcknowledgement.count({ where: { announcementId: id } });
    expect([acknowledged, count]).toEqual(acknowledged ? ['announcement.state_impossible', 0] : [undefined, 1]);
  });

  it('beside the publication is refused, or counts', async () => {
    const one = await api.world.colleague(undefined, 'COORDINATOR');
    const { id, version } = await drafted(editor, office, { organisationIds: [one.organisation.id] }, { asksAcknowledgement: true });
    const [acknowledged] = await Promise.all([
      refusal(one, 'acknowledge', giving(String(id), one)),
      ask(editor, 'publish', { id, version, expected: 1 }),
    ]);
    const { acknowledgements } = await ask(editor, 'one', { id });
    expect([acknowledged, acknowledgements.acknowledged]).toEqual(acknowledged ? ['not_found', 0] : [undefined, 1]);
  });
});

describe('a reminder', () => {
  it('goes once, to who can acknowledge for those that are missing', async () => {
    const { one, two, id } = await asked();
    const member = await api.world.colleague(two.organisation);
    const late = await api.world.colleague(two.organisation, 'HEAD');
    await ask(one, 'acknowledge', giving(id, one));
    await api.work();
    expect(await refusal(two, 'remind', { id })).toBe('forbidden');
    expect((await ask(editor, 'remind', { id }))['acknowledgements'].remindedAt).not.toBeNull();
    expect(await refusal(editor, 'remind', { id })).toBe('announcement.already_reminded');
    await api.work();
    const counts = await Promise.all([one, two, member, late].map(async (who) => (await ask(who, 'notices'))['total'] as number));
    // Who joined later reads it, and was not written to.
    expect(counts).toEqual([1, 2, 0, 0]);
    expect((await ask(two, 'notices'))['nodes'][0]).toMatchObject({
      sentence: 'Die Bestätigung Ihrer Verwaltung fehlt noch: „Neue Schnittstelle“.',
      reason: 'Sie können für Ihre Verwaltung bestätigen',
    });
    expect(await audited(id)).toEqual(['announcement.published', 'announcement.reminded']);
  });

  it('is refused when nobody is missing, nothing is asked, or it is too late', async () => {
    const { one, two, id } = await asked();
    for (const who of [one, two]) await ask(who, 'acknowledge', giving(id, who));
    expect(await refusal(editor, 'remind', { id })).toBe('announcement.nobody_missing');
    expect(await refusal(editor, 'remind', { id: (await asked({ asksAcknowledgement: false })).id })).toBe('announcement.state_impossible');
    const late = await asked({ kind: 'ACTION', action: 'Bestätigen', dueAt: hoursOn(50) });
    await pastDue(late.id);
    expect(await refusal(editor, 'remind', { id: late.id })).toBe('announcement.acknowledgement_over');
  });
});

describe('comments', () => {
  const comment = (who: Colleague, threadId: string, body = 'Ab wann genau?', more: object = {}) => ({
    input: { clientMutationId: randomUUID(), threadId, body, ...more },
  });
  const threadOf = async (id: string) => (await ask(editor, 'one', { id }))['thread'] as Data;

  it('are a thread of its readers, heard in its room, and told to who published it', async () => {
    const { one, two, id } = await asked();
    const thread = await threadOf(id);
    expect(thread['viewerCan']).toEqual({ reply: true, close: false, pin: false, retitle: false, writeStand: false });
    await api.work();
    await ask(one, 'reply', comment(one, thread['id'] as string));
    await api.work();
    await ask(two, 'reply', comment(two, thread['id'] as string, `Das fragt auch [@${one.name}](person:${one.id}).`, { replyToNo: 1 }));
    expect((await events(`announcement:${id}`)).slice(-2)).toEqual(['post.written', 'post.written']);
    await api.work();
    const first = async (who: Colleague) => ((await ask(who, 'notices'))['nodes'] as Data[])[0]!;
    expect(await first(one)).toMatchObject({ kind: 'MENTION', path: `/mitteilungen/${id}?beitrag=2` });
    expect(await first(editor)).toMatchObject({
      kind: 'POST',
      sentence: `2 neue Beiträge in „Neue Schnittstelle“, zuletzt von ${two.name}.`,
    });
    const at = { announcementId: id };
    const found = await api.get(
      one,
      `query($announcementId: ID) { mentionCandidates(announcementId: $announcementId, text: "${two.name}") { targetId } }`,
      at,
    );
    expect(found['mentionCandidates']).toEqual([{ targetId: two.id }]);
    const stranger = await api.world.colleague();
    expect(
      await api.refusal(
        stranger,
        `query($announcementId: ID) { mentionCandidates(announcementId: $announcementId, text: "") { targetId } }`,
        at,
      ),
    ).toBe('not_found');
    const both = `{ mentionCandidates(announcementId: "${id}", groupId: "${id}", text: "") { targetId } }`;
    expect(await api.refusal(one, both)).toBe('invalid');
  });

  it('name nobody whom the announcement reached in a closed group, and nobody at all to who may not comment', async () => {
    const closed = await api.world.group({ visibility: 'MEMBERS', joinPolicy: 'REQUEST' });
    const [member, mate] = [await api.world.member(closed), await api.world.member(closed)];
    const town = await api.world.colleague();
    const to = { groupIds: [closed.id], organisationIds: [town.organisation.id] };
    const { id } = await published(editor, office, to);
    const candidates = `{ mentionCandidates(announcementId: "${String(id)}", text: "") { kind targetId } }`;
    const named = async (who: Colleague) =>
      ((await api.get(who, candidates))['mentionCandidates'] as Data[]).map((c) => c['targetId'] as string);
    expect(await named(mate)).toEqual(expect.arrayContaining([member.id, town.id]));
    expect(await named(town)).not.toEqual(expect.arrayContaining([member.id]));
    const check = `query($body: String!) { checkMentions(announcementId: "${String(id)}", body: $body) { recipients unreachable } }`;
    const body = `[@${member.name}](person:${member.id})`;
    expect((await api.get(mate, check, { body }))['checkMentions']).toEqual({ recipients: 1, unreachable: [] });
    expect((await api.get(town, check, { body }))['checkMentions']).toEqual({ recipients: 0, unreachable: [member.name] });
    await ask(editor, 'comments', { id, on: false });
    for (const who of [town, mate]) expect(await api.refusal(who, candidates)).toBe('announcement.comments_closed');
  });

  it('are closed and opened by who writes; what was written stays', async () => {
    const { one, id } = await asked();
    const { id: threadId } = await threadOf(id);
    await ask(one, 'reply', comment(one, threadId as string));
    expect(await refusal(one, 'comments', { id, on: false })).toBe('forbidden');
    expect(await ask(editor, 'comments', { id, on: false })).toMatchObject({ commentsOpen: false, thread: { id: threadId } });
    expect(await refusal(one, 'reply', comment(one, threadId as string))).toBe('announcement.comments_closed');
    expect((await api.get(one, `{ thread(id: "${String(threadId)}") { announcementId path lastNo } }`))['thread']).toEqual({
      announcementId: id,
      path: `/mitteilungen/${id}`,
      lastNo: 1,
    });
    await ask(editor, 'comments', { id, on: true });
    await ask(one, 'reply', comment(one, threadId as string));
  });

  it('may be left out, and opened later', async () => {
    const { id } = await asked({ commentsOpen: false });
    expect(await threadOf(id)).toBeNull();
    await ask(editor, 'comments', { id, on: true });
    expect(await threadOf(id)).toMatchObject({ title: 'Neue Schnittstelle' });
  });

  it('are pinned, closed or renamed with the announcement only', async () => {
    const { id } = await asked();
    const { id: threadId } = await threadOf(id);
    for (const call of [
      'pinThread(id: $id, pinned: true)',
      'closeThread(id: $id, closed: true)',
      'retitleThread(id: $id, version: 1, title: "Anders")',
    ])
      expect(await api.refusal(editor, `mutation($id: ID!) { ${call} { id } }`, { id: threadId })).toBe('forbidden');
  });
});

describe('its room', () => {
  const hears = async (who: { id: string }, id: string) =>
    api.app.get(Rooms).mayHear((await api.app.get(Actors).byId(who.id))!, `announcement:${id}`);

  it('is for its readers; a guest hears it until the seat ends', async () => {
    const group = await api.world.group();
    const guest = await api.world.person();
    const until = new Date(Date.now() + 86_400_000);
    await api.world.seat(group, guest, 'GUEST', 'ACTIVE', until);
    const reader = await api.world.colleague();
    const { id, version } = await drafted(editor, office, { organisationIds: [reader.organisation.id], groupIds: [group.id] });
    expect(await Promise.all([editor, reader, guest].map((who) => hears(who, String(id))))).toEqual([true, false, false]);
    await ask(editor, 'publish', { id, version, expected: 2 });
    const stranger = await api.world.colleague();
    expect(await Promise.all([editor, reader, guest, stranger].map((who) => hears(who, String(id))))).toEqual([true, true, until, false]);
    expect(await hears(reader, randomUUID())).toBe(false);
  });
});

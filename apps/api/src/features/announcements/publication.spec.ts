import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Organisation } from '../../generated/prisma/client.ts';
import { outlineOf } from './outline.ts';
import { PublicationService } from './publication.service.ts';

let api: Api;
let editor: Colleague;
let office: string;
let town: Organisation;
let reader: Colleague;
const { ask, answer, refusal, drafted, published, events, audited } = announcementsOf(() => api);
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
  office = editor.organisation.id;
});
afterAll(() => api.close());
beforeEach(async () => {
  town = await api.world.organisation();
  reader = await api.world.colleague(town, 'COORDINATOR');
});
const toTown = () => ({ organisationIds: [town.id] });
const draft = (more: object = {}): Promise<Data> => drafted(editor, office, toTown(), { ...more });
const row = (id: unknown) => api.world.db.announcement.findUniqueOrThrow({ where: { id: String(id) } });

describe('publishing', () => {
  it('fixes whom it went to, says so in their rooms, and is audited', async () => {
    const group = await api.world.group();
    const guest = await api.world.person();
    await api.world.seat(group, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 86_400_000));
    const { id, version } = await drafted(editor, office, { ...toTown(), groupIds: [group.id] });
    const out = await ask(editor, 'publish', { id, version, expected: 2 });
    expect(out).toMatchObject({ status: 'PUBLISHED', author: { id: editor.id }, thread: { title: 'Neue Schnittstelle' }, relevance: null });
    const { db } = api.world;
    const where = { announcementId: String(id) };
    expect(await db.announcementOrganisation.findMany({ where })).toMatchObject([{ organisationId: town.id }]);
    expect(await db.announcementGroup.findMany({ where })).toMatchObject([{ groupId: group.id }]);
    const recipients = await db.announcementRecipient.findMany({ where });
    expect(new Set(recipients.map(({ personId }) => personId))).toEqual(new Set([reader.id, guest.id]));
    expect(await events(`organisation:${town.id}`)).toEqual(['announcements.changed']);
    expect(await events(`group:${group.id}`)).toEqual(['announcements.changed']);
    expect(await events(`announcement:${String(id)}`)).toEqual(['announcement.changed', 'announcement.changed']);
    expect(await audited(String(id))).toEqual(['announcement.published']);
    // Who sent it twice, since the answer was lost, has the same row; somebody else is told.
    expect((await ask(editor, 'publish', { id, version, expected: 2 }))['version']).toBe(out['version']);
    const second = await api.world.official('LAND_EDITOR');
    expect(await refusal(second, 'publish', { id, version, expected: 2 })).toBe('announcement.state_impossible');
  });

  it('happens once, of two at a time', async () => {
    const { id, version } = await draft();
    const second = await api.world.official('LAND_EDITOR');
    const both = await Promise.all([editor, second].map((who) => refusal(who, 'publish', { id, version, expected: 1 })));
    expect(both.toSorted()).toEqual(['announcement.state_impossible', undefined]);
    expect(await audited(String(id))).toEqual(['announcement.published']);
    expect(await api.world.db.announcementRecipient.count({ where: { announcementId: String(id) } })).toBe(1);
  });

  it('refuses what is not complete, and leaves the draft as it is', async () => {
    const outcome = async (more: object, given: object = {}, audience: object = toTown()) => {
      const { id, version } = await drafted(editor, office, { ...audience }, { ...more });
      const { errors } = await answer(editor, 'publish', { id, version, expected: 1, ...given });
      expect(await row(id)).toMatchObject({ status: 'DRAFT', version, publishedAt: null });
      expect(await api.world.db.announcementRecipient.count({ where: { announcementId: String(id) } })).toBe(0);
      const { code, fields, current } = errors![0]!.extensions;
      return [code, fields ?? current];
    };
    expect(await outcome({ title: 'AB', summary: '' })).toEqual(['announcement.incomplete', ['title', 'summary']]);
    expect(await outcome({ kind: 'ACTION' })).toEqual(['announcement.incomplete', ['action', 'dueAt']]);
    expect(await outcome({ template: 'REACHABILITY' })).toEqual(['announcement.incomplete', ['contact']]);
    expect(await outcome({ template: 'OPERATION', body: outlineOf('OPERATION') })).toEqual(['announcement.question_open', ['body']]);
    expect(await outcome({ kind: 'ACTION', action: 'Melden', dueAt: hoursOn(-1) })).toEqual(['announcement.due_in_past', ['dueAt']]);
    expect(await outcome({ dueAt: hoursOn(2) }, { at: hoursOn(3) })).toEqual(['announcement.due_in_past', ['dueAt']]);
    expect(await outcome({ expiresAt: hoursOn(-1) })).toEqual(['announcement.expires_in_past', ['expiresAt']]);
    expect(await outcome({}, { at: hoursOn(-1) })).toEqual(['announcement.publish_in_past', ['at']]);
    expect(await outcome({}, { expected: 7 })).toEqual(['announcement.audience_changed', 1]);
    expect(await outcome({}, { expected: 7, at: hoursOn(3) })).toEqual(['announcement.audience_changed', 1]);
    expect(await outcome({}, { expected: 0 }, {})).toEqual(['announcement.nobody_reached', ['audience']]);
    const empty = await api.world.organisation();
    expect(await outcome({}, { expected: 0 }, { organisationIds: [empty.id] })).toEqual(['announcement.nobody_reached', ['audience']]);
    expect(await outcome({}, { expected: 0, at: hoursOn(3) }, {})).toEqual(['announcement.nobody_reached', ['audience']]);
    expect(await outcome({}, { version: 1 })).toEqual(['stale', { version: 2 }]);
    const group = await api.world.group();
    await api.world.member(group);
    expect(await outcome({ asksAcknowledgement: true }, {}, { groupIds: [group.id] })).toEqual([
      'announcement.nobody_acknowledges',
      ['asksAcknowledgement'],
    ]);
    // At once, and not when its time has come.
    expect(await outcome({ asksAcknowledgement: true }, { at: hoursOn(3) }, { groupIds: [group.id] })).toEqual([
      'announcement.nobody_acknowledges',
      ['asksAcknowledgement'],
    ]);
  });

  it('is for who writes for the office', async () => {
    const { id, version } = await draft();
    expect(await refusal(reader, 'publish', { id, version, expected: 1 })).toBe('not_found');
    expect(await refusal(await api.world.official('LAND_EXPERT'), 'publish', { id, version, expected: 1 })).toBe('not_found');
  });
});

describe('a scheduled one', () => {
  const schedule = async (more: object = {}) => {
    const { id, version } = await draft(more);
    const planned = await ask(editor, 'publish', { id, version, expected: 1, at: hoursOn(1) });
    expect(planned).toMatchObject({ status: 'SCHEDULED', publishedAt: null, viewerCan: { unschedule: true, edit: false, discard: true } });
    return String(id);
  };
  const itsTime = (id: string) => api.world.db.announcement.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1_000) } });
  const due = (id: string) => api.app.get(PublicationService).comesDue(id);

  it('goes out at its time, once, however often the worker comes', async () => {
    const id = await schedule();
    const jobs = await api.world.db.$queryRaw<{ start_after: Date; data: object }[]>`
      SELECT start_after, data FROM pgboss.job WHERE name = 'announcements.publish_scheduled' AND data->>'announcementId' = ${id}`;
    expect(jobs).toEqual([{ start_after: (await row(id)).publishAt, data: { announcementId: id } }]);
    await due(id);
    expect((await row(id)).status).toBe('SCHEDULED');
    expect(await refusal(reader, 'one', { id })).toBe('not_found');
    await itsTime(id);
    // It joined meanwhile, and is reached too: the audience is that of the publication.
    await api.world.colleague(town);
    await Promise.all([due(id), due(id)]);
    expect(await row(id)).toMatchObject({ status: 'PUBLISHED', publishAt: null, authorId: editor.id });
    expect(await api.world.db.announcementRecipient.count({ where: { announcementId: id } })).toBe(2);
    expect(await audited(id)).toEqual(['announcement.published']);
    expect((await ask(reader, 'one', { id }))['relevance'].because).toBe(`weil ${town.name} ausdrücklich angesprochen ist`);
  });

  it('is a draft again when it is called back; its time comes for nothing', async () => {
    const id = await schedule();
    expect(await refusal(reader, 'unschedule', { id })).toBe('not_found');
    expect(await ask(editor, 'unschedule', { id })).toMatchObject({ status: 'DRAFT', publishAt: null });
    expect(await refusal(editor, 'unschedule', { id })).toBe('announcement.state_impossible');
    await due(id);
    expect((await row(id)).status).toBe('DRAFT');
  });

  it('is a draft again when it cannot go out any more, and who planned it is told', async () => {
    const gone = await api.world.official('LAND_EDITOR');
    const { id, version } = await drafted(gone, office, toTown());
    await ask(gone, 'publish', { id, version, expected: 1, at: hoursOn(1) });
    await api.world.db.globalRoleGrant.deleteMany({ where: { personId: gone.id } });
    const alone = await schedule();
    await api.world.db.affiliation.updateMany({ where: { personId: reader.id }, data: { endedAt: new Date() } });
    for (const each of [String(id), alone]) {
      await itsTime(each);
      await due(each);
      expect(await row(each)).toMatchObject({ status: 'DRAFT', publishAt: null });
      expect(await audited(each)).toEqual([]);
    }
    await api.work();
    const notices = (await ask(editor, 'notices'))['nodes'] as Data[];
    expect(notices[0]).toMatchObject({
      kind: 'ANNOUNCEMENT',
      sentence: '„Neue Schnittstelle“ wurde nicht veröffentlicht und ist wieder ein Entwurf. Bitte prüfen Sie Frist und Empfänger.',
      path: `/mitteilungen/${alone}/bearbeiten`,
    });
    // Who may not write any more is told without its title.
    expect((await ask(gone, 'notices'))['nodes'][0].sentence).toBe('Eine geplante Mitteilung wurde nicht veröffentlicht.');
  });

  it('can be discarded', async () => {
    const id = await schedule();
    expect(await ask(editor, 'discard', { id })).toBe(true);
    await due(id);
    const { id: out } = await published(editor, office, toTown());
    expect(await refusal(editor, 'discard', { id: out })).toBe('announcement.state_impossible');
  });
});

describe('a changed reachability', () => {
  it('is the contact of the office from the publication on, together with it', async () => {
    const topic = await api.world.db.topic.create({ data: { key: randomUUID(), name: 'Breitband', position: 99 } });
    const contact = { topicId: topic.id, name: 'Kim Muster', phone: '0391 567', email: 'kim@land.example' };
    const contacts = async () => (await ask(reader, 'contacts', { id: office }))['contacts'] as Data[];
    const { id, version } = await draft({ template: 'REACHABILITY', contact });
    expect(await contacts()).toEqual([]);
    expect(await refusal(editor, 'publish', { id, version, expected: 9 })).toBe('announcement.audience_changed');
    expect(await contacts()).toEqual([]);
    await ask(editor, 'publish', { id, version, expected: 1 });
    expect(await contacts()).toMatchObject([
      { name: 'Kim Muster', phone: '0391 567', topic: { id: topic.id }, viewerCan: { edit: false } },
    ]);
    await published(editor, office, toTown(), { template: 'REACHABILITY', contact: { ...contact, name: 'Sascha Probe' } });
    expect(await contacts()).toMatchObject([{ name: 'Sascha Probe', topic: { id: topic.id } }]);
  });
});

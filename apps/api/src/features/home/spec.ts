import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Announcement } from '../../generated/prisma/client.ts';
import { queriesOf } from '../../../test/queries.ts';
import type { Someone } from '../../../test/world.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const item = '{ id kind title detail reason path organisation { id } dueAt since }';
const query = `{ home { deadlines ${item} deadlineCount actions ${item} actionCount announcements { id relevance { section because } } announcementCount unread { id title readNo unreadCount } unreadCount drafts { key body thread { id } group { id } } } }`;
const homeOf = async (person: Someone): Promise<Data> => (await api.get(person, query))['home'];
const day = 86_400_000;
const inDays = (n: number) => new Date(Date.now() + n * day);
const invitation = (organisationId: string, email: string, data: object = {}) =>
  api.world.db.invitation.create({
    data: { tokenHash: randomUUID(), email, organisationId, role: 'MEMBER', expiresAt: inDays(3), ...data },
  });

describe('Mein Tag', () => {
  it('is empty for who has nothing to do, and asks for a sign-in', async () => {
    const empty = {
      deadlines: [],
      deadlineCount: 0,
      actions: [],
      actionCount: 0,
      announcements: [],
      announcementCount: 0,
      unread: [],
      unreadCount: 0,
      drafts: [],
    };
    expect(await homeOf(await api.world.colleague())).toEqual(empty);
    expect(await homeOf(await api.world.person())).toEqual(empty);
    expect(await api.refusal(null, query)).toBe('unauthenticated');
  });

  it('names what ends within 14 days, soonest first', async () => {
    const { world } = api;
    const me = await world.colleague(undefined, 'COORDINATOR');
    const [soon, late, over] = [await world.group({ name: 'Bald', number: 7 }), await world.group(), await world.group()];
    await world.seat(soon, me, 'GUEST', 'ACTIVE', inDays(5));
    await world.seat(late, me, 'GUEST', 'ACTIVE', inDays(15));
    await world.seat(over, me, 'GUEST', 'ACTIVE', inDays(-1));
    const open = await invitation(me.organisation.id, 'kim@ort.example');
    await invitation(me.organisation.id, 'a@ort.example', { acceptedAt: new Date() });
    await invitation(me.organisation.id, 'b@ort.example', { revokedAt: new Date() });
    await invitation(me.organisation.id, 'c@ort.example', { expiresAt: inDays(-1) });
    await invitation((await world.organisation()).id, 'd@ort.example');
    const home = await homeOf(me);
    expect(home['deadlineCount']).toBe(2);
    expect(home['deadlines']).toMatchObject([
      {
        kind: 'INVITATION_EXPIRES',
        title: 'kim@ort.example',
        reason: `weil Sie die OZG-Koordination für ${me.organisation.name} haben`,
        path: `/kommunen/${me.organisation.id}/verwalten`,
        organisation: { id: me.organisation.id },
        dueAt: open.expiresAt.toISOString(),
      },
      { kind: 'GUEST_SEAT_ENDS', title: 'AG 7 Bald', detail: 'Ihr Gastzugang endet.', path: `/arbeitsgruppen/${soon.id}` },
    ]);
    // A colleague who does not coordinate is not asked.
    expect((await homeOf(await world.colleague(me.organisation)))['deadlineCount']).toBe(0);
  });

  it('sorts what was announced: by its deadline, what it asks, and what was not opened', async () => {
    const { world } = api;
    const me = await world.colleague(undefined, 'COORDINATOR');
    const office = await world.organisation({ kind: 'LAND_MINISTRY' });
    const editor = await world.person();
    const announced = async (title: string, data: Partial<Announcement>, to = me.organisation.id) => {
      const by = { officeId: office.id, authorId: editor.id, createdById: editor.id, clientMutationId: randomUUID(), roles: [] };
      const out = { status: 'PUBLISHED' as const, organisationIds: [to], publishedAt: inDays(-1), changedAt: inDays(-1) };
      const { links: _links, ...rest } = data;
      const row = await world.db.announcement.create({ data: { title, ...by, ...out, ...rest } });
      await world.db.announcementOrganisation.create({ data: { announcementId: row.id, organisationId: to } });
      return row;
    };
    const action = { kind: 'ACTION' as const, action: 'Bitte melden' };
    const soon = await announced('Bis Freitag', { ...action, dueAt: inDays(3), asksAcknowledgement: true });
    const later = await announced('Bis Januar', { ...action, dueAt: inDays(40) });
    await announced('Vorbei', { ...action, dueAt: inDays(-1) });
    const important = await announced('Wichtig', { kind: 'IMPORTANT', publishedAt: inDays(-2) });
    const information = await announced('Information', { publishedAt: inDays(-3) });
    await announced('Für andere', {}, (await world.organisation()).id);
    await announced('Abgelaufen', { expiresAt: inDays(-1) });
    await announced('Lange her', { publishedAt: inDays(-61) });
    await announced('Entwurf', { status: 'DRAFT', publishedAt: null });
    const because = `weil ${me.organisation.name} ausdrücklich angesprochen ist`;
    const seen = async () => {
      const home = await homeOf(me);
      const ids = (name: string, id = 'id') => (home[name] as Data[]).map((one) => one[id]);
      expect([home['deadlineCount'], home['actionCount'], home['announcementCount']]).toEqual(
        ['deadlines', 'actions', 'announcements'].map((name) => (home[name] as Data[]).length),
      );
      return [ids('deadlines'), ids('actions'), ids('announcements')];
    };
    const home = await homeOf(me);
    expect(home['deadlines']).toEqual([
      {
        id: `ANNOUNCEMENT:${soon.id}`,
        kind: 'ANNOUNCEMENT',
        title: 'Bis Freitag',
        detail: 'Bitte melden',
        reason: because,
        path: `/mitteilungen/${soon.id}`,
        organisation: { id: office.id },
        dueAt: soon.dueAt!.toISOString(),
        since: soon.publishedAt!.toISOString(),
      },
    ]);
    expect(home['announcements'][0].relevance).toEqual({ section: 'KENNTNIS', because });
    const due = [`ANNOUNCEMENT:${soon.id}`];
    const asked = [`ANNOUNCEMENT:${later.id}`];
    expect(await seen()).toEqual([due, asked, [important.id, information.id]]);

    // Opened: what asks for something stays until it is done or over.
    const read = (id: string) => world.db.announcementRead.create({ data: { personId: me.id, announcementId: id } });
    for (const { id } of [soon, later, important]) await read(id);
    expect(await seen()).toEqual([due, asked, [information.id]]);
    // The organisation took note: it asks no more.
    await world.db.announcementAcknowledgement.create({
      data: { announcementId: soon.id, organisationId: me.organisation.id, personId: me.id },
    });
    expect(await seen()).toEqual([[], asked, [soon.id, information.id]]);
    // Less of it: not here any more, but in the list.
    await world.db.relevancePreference.create({ data: { personId: me.id, subject: 'OFFICE', subjectId: office.id, level: 'LESS' } });
    expect(await seen()).toEqual([[], asked, [soon.id]]);
    // Who leaves reads none of it.
    await world.db.affiliation.updateMany({ where: { personId: me.id }, data: { endedAt: new Date() } });
    expect(await seen()).toEqual([[], [], []]);
  });

  it('keeps what the person can still acknowledge, also after it was opened', async () => {
    const { world } = api;
    const me = await world.colleague(undefined, 'COORDINATOR');
    const member = await world.colleague(me.organisation);
    const editor = await world.person();
    const office = await world.organisation({ kind: 'LAND_MINISTRY' });
    const { id } = await world.db.announcement.create({
      data: {
        title: 'Wichtig',
        kind: 'IMPORTANT',
        status: 'PUBLISHED',
        publishedAt: inDays(-1),
        asksAcknowledgement: true,
        roles: [],
        officeId: office.id,
        authorId: editor.id,
        createdById: editor.id,
        clientMutationId: randomUUID(),
        organisations: { create: { organisationId: me.organisation.id } },
      },
    });
    for (const personId of [me.id, member.id]) await world.db.announcementRead.create({ data: { personId, announcementId: id } });
    expect((await homeOf(me))['announcements']).toMatchObject([{ id }]);
    expect((await homeOf(member))['announcements']).toEqual([]);
    await world.db.announcementAcknowledgement.create({
      data: { announcementId: id, organisationId: me.organisation.id, personId: me.id },
    });
    expect((await homeOf(me))['announcements']).toEqual([]);
  });

  it('names what waits for a lead, and for nobody else', async () => {
    const { world } = api;
    const group = await world.group({ name: 'Kommunikation', number: 4 });
    const unnumbered = await world.group({ name: 'Ohne Nummer' });
    const [lead, member] = [await world.member(group, 'LEAD'), await world.member(group)];
    await world.seat(unnumbered, lead, 'DEPUTY');
    const asker = await world.colleague();
    const seat = await world.seat(group, asker, 'MEMBER', 'REQUESTED');
    await world.db.groupMembership.update({
      where: { id: seat.id },
      data: { statement: 'Wir führen das gerade ein.', requestedAt: inDays(-2) },
    });
    await world.seat(unnumbered, asker, 'MEMBER', 'REQUESTED');
    await world.db.volunteering.create({ data: { groupId: group.id, personId: member.id, createdAt: inDays(-1) } });
    await world.db.volunteering.create({ data: { groupId: group.id, personId: member.id, status: 'DECLINED' } });
    const home = await homeOf(lead);
    expect((home['actions'] as Data[]).map((a) => [a['kind'], a['title'], a['reason']])).toEqual([
      ['GROUP_REQUEST', `${asker.name} möchte mitarbeiten`, 'weil Sie die AG 4 leiten'],
      ['VOLUNTEERING', `${member.name} möchte die Leitung übernehmen`, 'weil Sie die AG 4 leiten'],
      ['GROUP_REQUEST', `${asker.name} möchte mitarbeiten`, 'weil Sie „Ohne Nummer“ leiten'],
    ]);
    expect(home).toMatchObject({
      actionCount: 3,
      actions: [{ detail: 'Wir führen das gerade ein.', path: `/arbeitsgruppen/${group.id}` }, {}, {}],
    });
    for (const other of [member, asker, await world.official('LAND_EDITOR')]) expect((await homeOf(other))['actionCount']).toBe(0);
  });

  it('names invitations to me, proposals for editors, and who asks to belong', async () => {
    const { world } = api;
    const group = await world.group();
    const me = await world.colleague(undefined, 'COORDINATOR');
    await world.seat(group, me, 'MEMBER', 'INVITED');
    const asker = await world.person('Kim Muster');
    const request = (organisationId: string | null) =>
      world.db.affiliationRequest.create({ data: { personId: asker.id, organisationId, statement: 'Ich arbeite dort.' } });
    await request(me.organisation.id);
    const home = await homeOf(me);
    expect(home['actions']).toMatchObject([
      { kind: 'GROUP_INVITATION', reason: 'weil Sie eingeladen wurden', path: `/arbeitsgruppen/${group.id}` },
      {
        kind: 'AFFILIATION_REQUEST',
        title: 'Kim Muster bittet um Zuordnung',
        detail: 'Ich arbeite dort.',
        path: `/kommunen/${me.organisation.id}/verwalten`,
      },
    ]);

    const admin = await world.official('LAND_ADMIN');
    await request(null);
    await request((await world.organisation()).id);
    await world.group({ status: 'PROPOSED', name: 'Vorschlag' });
    const kinds = async (person: Someone) => ((await homeOf(person))['actions'] as Data[]).map((a) => a['kind']);
    expect(await kinds(admin)).toEqual(['AFFILIATION_REQUEST', 'AFFILIATION_REQUEST', 'GROUP_PROPOSAL']);
    expect(await kinds(await world.official('LAND_EDITOR'))).toEqual(['GROUP_PROPOSAL']);
    expect(await kinds(await world.colleague())).toEqual([]);
  });

  it('leads back to unread threads of my groups, newest first, without the muted', async () => {
    const { world } = api;
    const [group, foreign] = [await world.group(), await world.group()];
    const [me, other] = [await world.member(group), await world.member(group)];
    const stranger = await world.member(foreign);
    const thread = async (title: string, at: number, inGroup = group) =>
      world.thread(inGroup, other, { title, lastPostAt: new Date(Date.UTC(2026, 0, at)) });
    const [older, newer, read, muted] = [
      await thread('Älter', 1),
      await thread('Neuer', 2),
      await thread('Gelesen', 3),
      await thread('Stumm', 4),
    ];
    for (const t of [older, newer, read, muted]) await world.posts(t, other, 3);
    await world.posts(await thread('Fremd', 5, foreign), stranger, 1);
    await world.db.readState.createMany({
      data: [
        { personId: me.id, threadId: newer.id, readNo: 1 },
        { personId: me.id, threadId: read.id, readNo: 3 },
      ],
    });
    await world.db.threadFollow.create({ data: { personId: me.id, threadId: muted.id, level: 'MUTED' } });
    await world.db.draft.create({ data: { personId: me.id, key: `reply:${newer.id}`, body: 'Noch nicht fertig' } });
    await world.db.draft.create({ data: { personId: other.id, key: `reply:${newer.id}`, body: 'Eines anderen' } });
    expect(await homeOf(me)).toMatchObject({
      unreadCount: 2,
      unread: [
        { title: 'Neuer', readNo: 1, unreadCount: 2 },
        { title: 'Älter', readNo: 0, unreadCount: 3 },
      ],
      drafts: [{ body: 'Noch nicht fertig', thread: { id: newer.id }, group: { id: group.id } }],
    });
  });

  it('shows twenty and counts all, with as many queries as for one', async () => {
    const { world } = api;
    const group = await world.group();
    const [few, many] = [await world.member(group, 'LEAD'), await world.member(await world.group(), 'LEAD')];
    const led = await world.db.groupMembership.findFirstOrThrow({ where: { personId: many.id }, include: { group: true } });
    await world.seat(group, await world.colleague(), 'MEMBER', 'REQUESTED');
    await world.posts(await world.thread(group, few), few, 1);
    for (let i = 0; i < 23; i++) {
      await world.seat(led.group, await world.colleague(), 'MEMBER', 'REQUESTED');
      await world.posts(await world.thread(led.group, few), few, 1);
    }
    const home = await homeOf(many);
    expect([home['actions'].length, home['actionCount'], home['unread'].length, home['unreadCount']]).toEqual([20, 23, 20, 23]);
    const one = await queriesOf(() => homeOf(few));
    expect(one).toBeGreaterThan(5);
    expect(await queriesOf(() => homeOf(many))).toBe(one);
  });
});

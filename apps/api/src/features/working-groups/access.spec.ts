import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const readWithReason =
  'mutation($groupId: ID!, $reason: String!) { readWithReason(groupId: $groupId, reason: $reason) { mandate viewerCan { read write } } }';
const read = 'query($id: ID!) { workingGroup(id: $id) { mandate viewerFollow viewerCan { read } } }';
const exportRoster = 'mutation($groupId: ID!) { exportRoster(groupId: $groupId) { name text } }';
const follow = 'mutation($groupId: ID!, $level: FollowLevel) { setGroupFollow(groupId: $groupId, level: $level) { viewerFollow } }';
const heard = async (room: string): Promise<string[]> =>
  (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);

describe('reading with a reason', () => {
  it('opens a members-only group to LAND_ADMIN for hours, audited, and its lead is told', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE', mandate: 'Auftrag' });
    const open = await world.group();
    const lead = await world.member(group, 'LEAD');
    const [admin, editor] = [await world.official('LAND_ADMIN'), await world.official('LAND_EDITOR')];
    const call = { groupId: group.id, reason: 'Beschwerde vom 20.11.' };
    expect((await api.get(admin, read, { id: group.id }))['workingGroup']).toMatchObject({ mandate: '', viewerCan: { read: false } });
    expect(await api.refusal(editor, readWithReason, call)).toBe('not_found');
    expect(await api.refusal(admin, readWithReason, { ...call, reason: ' ' })).toBe('invalid');
    expect(await api.refusal(admin, readWithReason, { ...call, groupId: open.id })).toBe('forbidden');
    expect((await api.get(admin, readWithReason, call))['readWithReason']).toEqual({
      mandate: 'Auftrag',
      viewerCan: { read: true, write: false },
    });
    expect(await api.refusal(admin, readWithReason, call)).toBe('forbidden');
    expect(await world.db.auditEntry.findMany({ where: { subjectId: group.id } })).toMatchObject([
      { action: 'group.read_with_reason', actorId: admin.id, details: { reason: 'Beschwerde vom 20.11.' } },
    ]);
    await api.work();
    expect(await world.db.notice.findMany({ where: { personId: lead.id } })).toMatchObject([{ kind: 'ACCESS', groupId: group.id }]);

    const { Rooms } = await import('../../platform/events/rooms.ts');
    const { Actors } = await import('../../platform/auth/actors.ts');
    const hears = async (kind: string) => api.app.get(Rooms).mayHear((await api.app.get(Actors).byId(admin.id))!, `${kind}:${group.id}`);
    const grant = await world.db.readingGrant.findFirstOrThrow({ where: { groupId: group.id } });
    expect([await hears('group'), await hears('lead')]).toEqual([grant.expiresAt, false]);
    expect(grant.expiresAt.getTime() - grant.createdAt.getTime()).toBeCloseTo(8 * 3_600_000, -4);
    await world.db.readingGrant.update({ where: { id: grant.id }, data: { expiresAt: new Date() } });
    expect(await hears('group')).toBe(false);
    expect((await api.get(admin, read, { id: group.id }))['workingGroup'].viewerCan.read).toBe(false);
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    const { readingOver } = await import('./jobs.ts');
    await api.app.get(Jobs).send(readingOver, { grantId: grant.id });
    await api.work();
    expect(await heard(`group:${group.id}`)).toEqual(['membership.changed']);
  });
});

describe('the roster', () => {
  it('is a file for Excel without formulas; mail addresses are for the leads', async () => {
    const { world } = api;
    const group = await world.group({ number: 4, name: 'Kommunikation / Presse' });
    const town = await world.organisation({ title: '=Stadt; "Ort"' });
    const lead = await world.member(group, 'LEAD', town);
    const guest = await world.person('@Gast');
    await world.seat(group, { ...guest, organisation: town }, 'GUEST', 'ACTIVE', new Date('2099-07-01T21:59:59.999Z'));
    await world.db.groupMembership.updateMany({ where: { groupId: group.id }, data: { joinedAt: new Date('2026-11-20T23:30:00Z') } });
    const observer = await world.member(group, 'OBSERVER', await world.organisation({ title: 'Zuletzt', name: 'ZZZ' }));
    await world
      .member(group)
      .then((gone) => world.db.groupMembership.updateMany({ where: { personId: gone.id }, data: { status: 'LEFT' } }));
    const stranger = await world.colleague();
    expect(await api.refusal(stranger, exportRoster, { groupId: group.id })).toBe('forbidden');
    expect(await api.refusal(guest, exportRoster, { groupId: group.id })).toBe('forbidden');

    const { name, text } = (await api.get(lead, exportRoster, { groupId: group.id }))['exportRoster'] as { name: string; text: string };
    expect(name).toMatch(/^Mitglieder-AG-4-Kommunikation-Presse-\d{4}-\d\d-\d\d\.csv$/);
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('\uFEFFVerwaltung;Name;Funktion;Rolle in der Gruppe;Mitglied seit;Gast bis;E-Mail');
    expect(lines.slice(1, 3).sort()).toEqual(
      [
        `"'=Stadt; ""Ort""";'@Gast;;Gast;21.11.2026;01.07.2099;${guest.email}`,
        `"'=Stadt; ""Ort""";${lead.name};Sachbearbeitung;Leitung;21.11.2026;;${lead.email}`,
      ].sort(),
    );
    expect(lines).toHaveLength(5);
    const forOthers = (await api.get(observer, exportRoster, { groupId: group.id }))['exportRoster'].text;
    expect(forOthers).not.toContain('@ort.example');
    expect(await world.db.auditEntry.findMany({ where: { subjectId: group.id }, orderBy: { id: 'asc' } })).toMatchObject([
      { action: 'group.roster_exported', actorId: lead.id, details: { people: 3 } },
      { action: 'group.roster_exported', actorId: observer.id },
    ]);
  });
});

describe('following a group', () => {
  it('is for its readers', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const member = await world.member(group);
    const stranger = await world.colleague();
    expect(await api.refusal(stranger, follow, { groupId: group.id, level: 'ALL' })).toBe('forbidden');
    for (const level of ['MUTED', 'ALL']) {
      expect((await api.get(member, follow, { groupId: group.id, level }))['setGroupFollow'].viewerFollow).toBe(level);
      expect((await api.get(member, read, { id: group.id }))['workingGroup'].viewerFollow).toBe(level);
    }
  });

  it('lists the own groups, and those with a chosen level that may be read', async () => {
    const { world } = api;
    const [own, open, closed] = [await world.group(), await world.group(), await world.group({ visibility: 'MEMBERS' })];
    await world.group();
    const member = await world.member(own);
    const followed = async () =>
      (await api.get(member, '{ workingGroups(filter: { followed: true }) { nodes { id viewerFollow viewerFollowOwn } } }'))[
        'workingGroups'
      ].nodes as Data[];
    const as = (id: string, viewerFollow: string, viewerFollowOwn: boolean) => ({ id, viewerFollow, viewerFollowOwn });
    expect(await followed()).toEqual([as(own.id, 'IMPORTANT', false)]);
    await api.get(member, follow, { groupId: open.id, level: 'ALL' });
    // Chosen while there was a seat.
    await world.db.groupFollow.create({ data: { groupId: closed.id, personId: member.id, level: 'ALL' } });
    await api.get(member, follow, { groupId: own.id, level: 'MUTED' });
    const both = await followed();
    expect(both).toHaveLength(2);
    expect(both).toEqual(expect.arrayContaining([as(own.id, 'MUTED', true), as(open.id, 'ALL', true)]));
    await api.get(member, follow, { groupId: open.id, level: null });
    await api.get(member, follow, { groupId: own.id, level: null });
    expect(await followed()).toEqual([as(own.id, 'IMPORTANT', false)]);
  });
});

describe('a guest from outside', () => {
  const invite = `mutation($input: InviteGuestInput!) { inviteGuest(input: $input) { id email groupRole guestUntil } }`;
  const accept = `mutation($token: String!) { acceptInvitation(token: $token) { person { id } } }`;
  const revoke = `mutation($id: ID!) { revokeInvitation(id: $id) { revokedAt } }`;
  const list = 'query($id: ID!) { workingGroup(id: $id) { guestInvitations { total nodes { email } } } }';
  const token = async (email: string): Promise<string> => {
    const mail = await api.world.db.outboxMail.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: 'desc' } });
    return /einladung\/([\w-]+)/.exec(mail.text)![1]!;
  };

  it('is invited by a lead, until a day, and sits in this group only', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const elsewhere = await world.group();
    const lead = await world.member(group, 'LEAD');
    const member = await world.member(group);
    const bund = await world.organisation({ kind: 'BUND' });
    const guest = await world.person('Robin Gast');
    const input = { groupId: group.id, email: guest.email, organisationId: bund.id, role: 'GUEST', until: '2099-01-01T12:00:00Z' };
    expect(await api.refusal(member, invite, { input })).toBe('forbidden');
    expect(await api.refusal(await world.colleague(), invite, { input })).toBe('not_found');
    expect(await api.refusal(lead, invite, { input: { ...input, until: null } })).toBe('invalid');
    expect(await api.refusal(lead, invite, { input: { ...input, role: 'MEMBER', until: null } })).toBe('invalid');
    expect(await api.refusal(lead, invite, { input: { ...input, organisationId: group.id } })).toBe('not_found');
    expect(await api.refusal(lead, invite, { input: { ...input, email: member.email } })).toBe('group.already_member');
    const invited = (await api.get(lead, invite, { input }))['inviteGuest'];
    expect(invited).toMatchObject({ groupRole: 'GUEST', guestUntil: '2099-01-01T22:59:59.999Z' });
    expect((await api.get(lead, list, { id: group.id }))['workingGroup'].guestInvitations.nodes).toEqual([{ email: guest.email }]);
    expect((await api.get(member, list, { id: group.id }))['workingGroup'].guestInvitations.total).toBe(0);
    expect(await api.refusal(member, revoke, { id: invited.id })).toBe('not_found');

    const secret = await token(guest.email);
    expect(await api.refusal(member, accept, { token: secret })).toBe('invitation.foreign');
    await api.get(guest, accept, { token: secret });
    expect(await api.refusal(guest, accept, { token: secret })).toBe('invitation.used');
    expect(await world.db.groupMembership.findMany({ where: { personId: guest.id } })).toMatchObject([
      { groupId: group.id, organisationId: bund.id, role: 'GUEST', status: 'ACTIVE', until: new Date('2099-01-01T22:59:59.999Z') },
    ]);
    expect(await world.db.affiliation.count({ where: { personId: guest.id } })).toBe(0);
    expect((await api.get(guest, read, { id: group.id }))['workingGroup'].viewerCan.read).toBe(true);
    expect(await api.refusal(guest, read, { id: elsewhere.id })).toBe('not_found');
    expect(await heard(`group:${group.id}`)).toEqual(['membership.began']);
    expect(await world.db.auditEntry.count({ where: { subjectId: invited.id, action: 'invitation.sent' } })).toBe(1);
  });

  it('finds a revoked invitation, or a closed group, without a seat', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const [one, two] = [await world.person(), await world.person()];
    const bund = await world.organisation({ kind: 'BUND' });
    const input = (email: string) => ({ groupId: group.id, email, organisationId: bund.id, role: 'GUEST', until: '2099-01-01T12:00:00Z' });
    const first = (await api.get(lead, invite, { input: input(one.email) }))['inviteGuest'];
    const secret = await token(one.email);
    await api.get(lead, revoke, { id: first.id });
    expect(await api.refusal(one, accept, { token: secret })).toBe('invitation.revoked');
    await api.get(lead, invite, { input: input(two.email) });
    await world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'CLOSED' } });
    expect(await api.refusal(two, accept, { token: await token(two.email) })).toBe('group.not_active');
    expect(await api.refusal(lead, invite, { input: input(two.email) })).toBe('group.not_active');
    expect(await world.db.groupMembership.count({ where: { groupId: group.id } })).toBe(1);
    expect(await heard(`lead:${group.id}`)).toEqual(Array(3).fill('request.changed'));
  });
});

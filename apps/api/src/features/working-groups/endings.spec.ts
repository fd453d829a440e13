import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const leave = 'mutation($groupId: ID!) { leaveGroup(groupId: $groupId) { status } }';
const remove = 'mutation($id: ID!) { removeMember(membershipId: $id, reason: "Nicht mehr zuständig") { status reason } }';
const change =
  'mutation($id: ID!, $role: GroupRole!, $until: DateTime) { changeGroupRole(membershipId: $id, role: $role, until: $until) { role until } }';
const sees = 'query($id: ID!) { workingGroup(id: $id) { viewerCan { read write } } }';

const heard = async (room: string): Promise<string[]> =>
  (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);
const seatOf = (group: WorkingGroup, person: Colleague) =>
  api.world.db.groupMembership.findUniqueOrThrow({ where: { groupId_personId: { groupId: group.id, personId: person.id } } });

describe('the last lead', () => {
  it('cannot leave, be removed or be demoted without a successor', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const deputy = await world.member(group, 'DEPUTY');
    const { id } = await seatOf(group, lead);
    expect(await api.refusal(lead, leave, { groupId: group.id })).toBe('group.last_lead');
    expect(await api.refusal(lead, remove, { id })).toBe('group.last_lead');
    expect(await api.refusal(lead, change, { id, role: 'MEMBER' })).toBe('group.last_lead');
    expect(await api.refusal(deputy, change, { id, role: 'MEMBER' })).toBe('forbidden');
    const { id: deputyId } = await seatOf(group, deputy);
    expect(await api.refusal(deputy, change, { id: deputyId, role: 'LEAD' })).toBe('forbidden');
    expect((await api.get(lead, change, { id: deputyId, role: 'LEAD' }))['changeGroupRole'].role).toBe('LEAD');
    expect((await api.get(lead, leave, { groupId: group.id }))['leaveGroup'].status).toBe('LEFT');
    expect(await heard(`lead:${group.id}`)).toEqual(['lead.changed', 'lead.changed']);
    expect(await heard(`group:${group.id}`)).toEqual(['membership.changed', 'membership.ended']);
    expect(await world.db.auditEntry.findMany({ where: { subjectId: group.id } })).toMatchObject([
      { action: 'group.role_changed', actorId: lead.id, details: { personId: deputy.id, from: 'DEPUTY', to: 'LEAD', until: null } },
    ]);
  });

  it('stays when two leave at once', async () => {
    const { world } = api;
    for (let round = 0; round < 5; round++) {
      const group = await world.group();
      const leads = [await world.member(group, 'LEAD'), await world.member(group, 'LEAD')];
      const codes = await Promise.all(leads.map((lead) => api.refusal(lead, leave, { groupId: group.id })));
      expect(codes.filter((code) => code === undefined)).toHaveLength(1);
      expect(codes).toContain('group.last_lead');
    }
  });
});

describe('leads and the seats of others', () => {
  it('remove a member with a reason: their work is free again', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const deputy = await world.member(group, 'DEPUTY');
    const member = await world.member(group);
    const observer = await world.member(group, 'OBSERVER');
    const work = await world.db.workPackage.create({ data: { groupId: group.id, position: 0, title: 'Paket', takenById: member.id } });
    await world.db.volunteering.create({ data: { groupId: group.id, personId: member.id } });
    const { id } = await seatOf(group, member);
    expect(await api.refusal(observer, remove, { id })).toBe('forbidden');
    expect(await api.refusal(await world.colleague(), remove, { id })).toBe('not_found');
    expect((await api.get(deputy, remove, { id }))['removeMember']).toEqual({ status: 'REMOVED', reason: 'Nicht mehr zuständig' });
    expect(await api.refusal(deputy, remove, { id })).toBe('membership.already_decided');
    expect((await api.get(member, sees, { id: group.id }))['workingGroup'].viewerCan).toEqual({ read: false, write: false });
    expect(await heard(`group:${group.id}`)).toEqual(['membership.ended', 'work_package.changed']);
    expect(await world.db.workPackage.findUnique({ where: { id: work.id } })).toMatchObject({ takenById: null });
    expect(await world.db.volunteering.findMany({ where: { groupId: group.id } })).toMatchObject([{ status: 'WITHDRAWN' }]);
    expect(await world.db.auditEntry.findMany({ where: { subjectId: group.id } })).toMatchObject([
      {
        action: 'group.member_removed',
        actorId: deputy.id,
        details: { personId: member.id, role: 'MEMBER', reason: 'Nicht mehr zuständig' },
      },
    ]);
  });

  it('make a guest of somebody until a day', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const { id } = await seatOf(group, await world.member(group));
    expect(await api.refusal(lead, change, { id, role: 'GUEST' })).toBe('invalid');
    expect((await api.get(lead, change, { id, role: 'GUEST', until: '2099-01-01T10:00:00Z' }))['changeGroupRole']).toEqual({
      role: 'GUEST',
      until: '2099-01-01T22:59:59.999Z',
    });
    expect((await api.get(lead, change, { id, role: 'MEMBER' }))['changeGroupRole']).toEqual({ role: 'MEMBER', until: null });
  });
});

describe('seats that end by themselves', () => {
  it("end with a guest's day: at once for the rights, within a minute in the books", async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const member = await world.member(group);
    const guest = await world.person();
    const { id } = await world.seat(group, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 60_000));
    expect((await api.get(guest, sees, { id: group.id }))['workingGroup'].viewerCan).toEqual({ read: true, write: true });
    await world.db.groupMembership.update({ where: { id }, data: { until: new Date(Date.now() - 1) } });
    expect(await api.refusal(guest, sees, { id: group.id })).toBe('not_found');

    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    const { endGuestSeats } = await import('./jobs.ts');
    for (let twice = 0; twice < 2; twice++) {
      await api.app.get(Jobs).send(endGuestSeats, {});
      await api.work();
    }
    expect(await world.db.groupMembership.findMany({ where: { groupId: group.id }, orderBy: { status: 'asc' } })).toMatchObject([
      { personId: member.id, status: 'ACTIVE' },
      { personId: guest.id, status: 'EXPIRED' },
    ]);
    expect(await heard(`group:${group.id}`)).toEqual(['membership.ended']);
    expect(await heard(`person:${guest.id}`)).toEqual(['viewer.membership_changed']);
  });

  it('end with the place in the organisation, also the last lead; those for another organisation stay', async () => {
    const { world } = api;
    const group = await world.group();
    const asked = await world.group({ joinPolicy: 'REQUEST' });
    const other = await world.group();
    const editor = await world.official('LAND_EDITOR');
    const person = await world.member(group, 'LEAD');
    await world.seat(asked, person, 'MEMBER', 'REQUESTED');
    const second = await world.organisation();
    await world.belongs(person, second);
    await world.seat(other, { ...person, organisation: second }, 'LEAD');

    const { Writes } = await import('../../platform/database/writes.ts');
    const { PeopleHooks } = await import('../people/index.ts');
    const affiliation = await world.db.affiliation.findFirstOrThrow({
      where: { personId: person.id, organisationId: person.organisation.id },
    });
    await api.app.get(Writes).transact(async (tx) => {
      const ended = await tx.db.affiliation.update({ where: { id: affiliation.id }, data: { endedAt: new Date() } });
      for (const hook of api.app.get(PeopleHooks).affiliationEnded) await hook(tx, ended);
    });
    expect(await seatOf(group, person)).toMatchObject({ status: 'REMOVED', reason: 'Zugehörigkeit beendet' });
    expect(await seatOf(asked, person)).toMatchObject({ status: 'REMOVED' });
    expect(await seatOf(other, person)).toMatchObject({ status: 'ACTIVE' });
    expect(await heard(`group:${group.id}`)).toEqual(['membership.ended']);
    expect(await heard(`lead:${group.id}`)).toEqual(['lead.changed']);
    expect(await heard(`lead:${asked.id}`)).toEqual(['request.changed']);
    await api.work();
    expect(await world.db.notice.findMany({ where: { personId: editor.id } })).toMatchObject([{ kind: 'REQUEST', groupId: group.id }]);

    const member = await world.member(group);
    const { id } = await seatOf(group, member);
    expect(await api.refusal(editor, change, { id, role: 'DEPUTY' })).toBe('forbidden');
    expect((await api.get(editor, change, { id, role: 'LEAD' }))['changeGroupRole'].role).toBe('LEAD');
    expect(await api.refusal(editor, change, { id, role: 'LEAD' })).toBe('forbidden');
  });
});

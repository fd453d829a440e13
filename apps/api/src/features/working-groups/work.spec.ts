import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const pack = '{ id position title version takenBy { id } subGoals { id title done } viewerCan { edit tick } }';
const save = `mutation($groupId: ID!, $id: ID, $version: Int, $input: WorkPackageInput!) {
  saveWorkPackage(groupId: $groupId, id: $id, version: $version, input: $input) ${pack} }`;
const remove = 'mutation($id: ID!) { removeWorkPackage(id: $id) { workPackages { title } } }';
const tick = `mutation($id: ID!, $done: Boolean!) { tickSubGoal(id: $id, done: $done) ${pack} }`;
const offer = '{ id status statement person { id } workPackage { id } }';
const volunteer = `mutation($groupId: ID!, $workPackageId: ID) {
  volunteer(groupId: $groupId, workPackageId: $workPackageId, statement: "Ich übernehme") ${offer} }`;
const withdraw = `mutation($id: ID!) { withdrawVolunteering(id: $id) ${offer} }`;
const decide = `mutation($id: ID!, $accept: Boolean!) { decideVolunteering(id: $id, accept: $accept) ${offer} }`;
const input = (more: object = {}) => ({
  clientMutationId: randomUUID(),
  title: 'Kooperationsmodell',
  description: '',
  responsible: 'alle',
  due: '12/26',
  subGoals: [
    { title: 'Entwurf', done: true },
    { title: 'Abstimmung', done: false },
  ],
  ...more,
});
const heard = async (room: string): Promise<string[]> =>
  (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);

describe('work packages', () => {
  it('are written by the leads, once a call, and refused from a stale version', async () => {
    const { world } = api;
    const group = await world.group({ status: 'PLANNED' });
    const other = await world.group();
    const lead = await world.member(group, 'DEPUTY');
    const member = await world.member(group);
    const given = input();
    expect(await api.refusal(member, save, { groupId: group.id, input: given })).toBe('forbidden');
    const calls = await Promise.all([1, 2].map(() => api.get(lead, save, { groupId: group.id, input: given })));
    const [first, again] = calls.map((c) => c['saveWorkPackage']);
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ position: 0, version: 1, subGoals: [{ title: 'Entwurf', done: true }, { title: 'Abstimmung' }] });
    expect((await api.get(lead, save, { groupId: group.id, input: input() }))['saveWorkPackage'].position).toBe(1);
    expect(await heard(`group:${group.id}`)).toEqual(['work_package.changed', 'work_package.changed']);

    const [draft] = first.subGoals;
    const call = {
      groupId: group.id,
      id: first.id,
      version: 1,
      input: input({ title: 'Neu', subGoals: [{ title: 'Mehr', done: false }, draft] }),
    };
    expect(await api.refusal(member, save, call)).toBe('forbidden');
    expect(await api.refusal(lead, save, { ...call, groupId: other.id })).toBe('not_found');
    const edited = (await api.get(lead, save, call))['saveWorkPackage'];
    expect(edited).toMatchObject({ title: 'Neu', version: 2, subGoals: [{ title: 'Mehr' }, draft] });
    const stale = await api.ask(lead, save, call);
    expect(stale.errors?.[0]?.extensions).toMatchObject({
      code: 'stale',
      current: { version: 2, title: 'Neu', subGoals: [{ title: 'Mehr' }, draft] },
    });

    expect(await api.refusal(member, remove, { id: first.id })).toBe('forbidden');
    expect((await api.get(lead, remove, { id: first.id }))['removeWorkPackage'].workPackages).toEqual([{ title: 'Kooperationsmodell' }]);
    expect(await api.refusal(lead, remove, { id: first.id })).toBe('not_found');
    await world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'CLOSED' } });
    expect(await api.refusal(lead, save, { groupId: group.id, input: input() })).toBe('group.not_active');
  });

  it('let who took one over tick its goals while the group is active', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const member = await world.member(group);
    const other = await world.member(group);
    const stranger = await world.colleague();
    const work = await world.db.workPackage.create({
      data: { groupId: group.id, position: 0, title: 'Paket', takenById: member.id, subGoals: { create: { position: 0, title: 'Ziel' } } },
      include: { subGoals: true },
    });
    const call = { id: work.subGoals[0]!.id, done: true };
    expect(await api.refusal(stranger, tick, call)).toBe('not_found');
    expect(await api.refusal(other, tick, call)).toBe('forbidden');
    expect((await api.get(member, tick, call))['tickSubGoal']).toMatchObject({
      subGoals: [{ done: true }],
      viewerCan: { edit: false, tick: true },
    });
    await world.db.workingGroup.update({ where: { id: group.id }, data: { status: 'PAUSED' } });
    expect(await api.refusal(member, tick, call)).toBe('group.not_active');
  });
});

describe('"Ich übernehme"', () => {
  it('for a work package: one takes it, the others are told', async () => {
    const { world } = api;
    const group = await world.group();
    const deputy = await world.member(group, 'DEPUTY');
    const [a, b, observer] = [await world.member(group), await world.member(group), await world.member(group, 'OBSERVER')];
    const elsewhere = await world.group();
    const work = await world.db.workPackage.create({ data: { groupId: group.id, position: 0, title: 'Paket' } });
    const call = { groupId: group.id, workPackageId: work.id };
    expect(await api.refusal(observer, volunteer, call)).toBe('forbidden');
    await world.seat(elsewhere, a);
    expect(await api.refusal(a, volunteer, { ...call, groupId: elsewhere.id })).toBe('not_found');
    const [first, again] = await Promise.all([api.get(a, volunteer, call), api.get(a, volunteer, call)]);
    expect(again['volunteer']).toEqual(first['volunteer']);
    const second = (await api.get(b, volunteer, call))['volunteer'];
    const { id } = first['volunteer'];
    expect(await api.refusal(b, decide, { id, accept: true })).toBe('forbidden');
    expect(await api.refusal(b, withdraw, { id })).toBe('forbidden');
    expect((await api.get(deputy, decide, { id, accept: true }))['decideVolunteering'].status).toBe('CONFIRMED');
    expect(await api.refusal(deputy, decide, { id: second.id, accept: true })).toBe('membership.already_decided');
    expect(await api.refusal(b, withdraw, { id: second.id })).toBe('membership.already_decided');
    expect(await api.refusal(b, volunteer, call)).toBe('membership.already_decided');
    expect(await world.db.workPackage.findUnique({ where: { id: work.id } })).toMatchObject({ takenById: a.id });
    expect(await world.db.volunteering.findUnique({ where: { id: second.id } })).toMatchObject({ status: 'DECLINED' });
    await api.work();
    expect(await world.db.notice.count({ where: { personId: b.id, groupId: group.id } })).toBe(1);
    expect(await heard(`person:${b.id}`)).toContain('viewer.membership_changed');
    expect(await heard(`lead:${group.id}`)).toEqual(Array(4).fill('request.changed'));
  });

  it('is no way to bury the leads in mails', async () => {
    const group = await api.world.group();
    const member = await api.world.member(group);
    const call = { groupId: group.id };
    for (let i = 0; i < 30; i++) await api.get(member, withdraw, { id: (await api.get(member, volunteer, call))['volunteer'].id });
    expect(await api.refusal(member, volunteer, call)).toBe('rate_limited');
    expect(await api.refusal(await api.world.member(group), volunteer, call)).toBeUndefined();
  });

  it('for the lead: only a lead confirms, and both lead then', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const [deputy, member, guest] = [await world.member(group, 'DEPUTY'), await world.member(group), await world.member(group, 'GUEST')];
    expect(await api.refusal(lead, volunteer, { groupId: group.id })).toBe('membership.already_decided');
    expect(await api.refusal(guest, volunteer, { groupId: group.id })).toBe('forbidden');
    const { id } = (await api.get(member, volunteer, { groupId: group.id }))['volunteer'];
    expect(await api.refusal(deputy, decide, { id, accept: true })).toBe('forbidden');
    await api.get(lead, decide, { id, accept: true });
    const roles = await world.db.groupMembership.findMany({ where: { groupId: group.id, role: 'LEAD' }, select: { personId: true } });
    expect(roles.map((r) => r.personId).sort()).toEqual([lead.id, member.id].sort());
    expect(await heard(`lead:${group.id}`)).toEqual(['request.changed', 'lead.changed', 'request.changed']);
    expect(await world.db.auditEntry.findMany({ where: { subjectId: group.id } })).toMatchObject([
      { action: 'group.role_changed', actorId: lead.id },
    ]);
    const second = (await api.get(deputy, volunteer, { groupId: group.id }))['volunteer'];
    expect((await api.get(deputy, withdraw, { id: second.id }))['withdrawVolunteering'].status).toBe('WITHDRAWN');
  });
});

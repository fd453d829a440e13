import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const seat = '{ id role status reason statement until organisation { id } }';
const join = `mutation($groupId: ID!, $organisationId: ID, $statement: String) {
  joinGroup(groupId: $groupId, organisationId: $organisationId, statement: $statement) ${seat} }`;
const leave = `mutation($groupId: ID!) { leaveGroup(groupId: $groupId) ${seat} }`;
const withdraw = `mutation($groupId: ID!) { withdrawRequest(groupId: $groupId) ${seat} }`;
const answer = `mutation($groupId: ID!, $accept: Boolean!) { answerGroupInvitation(groupId: $groupId, accept: $accept) ${seat} }`;
const approve = `mutation($id: ID!) { approveRequest(membershipId: $id) ${seat} }`;
const decline = `mutation($id: ID!, $reason: String!) { declineRequest(membershipId: $id, reason: $reason) ${seat} }`;
const revert = `mutation($id: ID!) { revertDecline(membershipId: $id) ${seat} }`;

/** Names of what was announced in a room, in order. */
const heard = async (room: string): Promise<string[]> =>
  (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);
const seatsOf = (groupId: string): Promise<GroupMembership[]> => api.world.db.groupMembership.findMany({ where: { groupId } });

describe('joining an open group', () => {
  it('makes a member at once, for the chosen organisation, and everybody hears it', async () => {
    const { world } = api;
    const group = await world.group({ lastMovementAt: new Date('2020-01-01') });
    const person = await world.colleague();
    const second = await world.organisation();
    await world.belongs(person, second);
    const foreign = await world.organisation();
    const refused = await api.ask(person, join, { groupId: group.id, organisationId: foreign.id });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: ['organisationId'] });
    expect((await api.get(person, join, { groupId: group.id, organisationId: second.id }))['joinGroup']).toMatchObject({
      role: 'MEMBER',
      status: 'ACTIVE',
      until: null,
      organisation: { id: second.id },
    });
    expect(await heard(`group:${group.id}`)).toEqual(['membership.began']);
    expect(await heard(`person:${person.id}`)).toEqual(['viewer.membership_changed']);
    expect(await world.db.event.count({ where: { room: 'land', payload: { equals: { groupId: group.id } } } })).toBe(1);
    const { lastMovementAt } = await world.db.workingGroup.findUniqueOrThrow({ where: { id: group.id } });
    expect(lastMovementAt.getFullYear()).toBeGreaterThan(2020);
    expect(await api.refusal(person, join, { groupId: group.id })).toBe('group.already_member');
  });

  it('makes one seat of parallel calls, and the same one when somebody comes back', async () => {
    const { world } = api;
    const group = await world.group();
    const person = await world.colleague();
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.refusal(person, join, { groupId: group.id })));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(answers.filter((code) => code === 'group.already_member')).toHaveLength(4);
    const [first] = await seatsOf(group.id);
    expect((await api.get(person, leave, { groupId: group.id }))['leaveGroup'].status).toBe('LEFT');
    expect(await api.refusal(person, leave, { groupId: group.id })).toBe('forbidden');
    await api.get(person, join, { groupId: group.id });
    expect(await seatsOf(group.id)).toMatchObject([{ id: first!.id, status: 'ACTIVE', endedAt: null }]);
    expect(await heard(`group:${group.id}`)).toEqual(['membership.began', 'membership.ended', 'membership.began']);
  });

  it('refuses where it is not possible', async () => {
    const { world } = api;
    const person = await world.colleague();
    const unaffiliated = await world.person();
    await world.db.globalRoleGrant.create({ data: { personId: unaffiliated.id, role: 'MODERATOR' } });
    const open = await world.group();
    const provider = await world.colleague(undefined, 'PROVIDER');
    await world.seat(open, provider, 'MEMBER', 'REQUESTED');
    await world.db.groupMembership.updateMany({ where: { personId: provider.id }, data: { status: 'LEFT' } });
    const invite = await world.group({ joinPolicy: 'INVITE' });
    const paused = await world.group({ status: 'PAUSED' });
    const hidden = await world.group({ joinPolicy: 'INVITE', visibility: 'MEMBERS' });
    expect(await api.refusal(unaffiliated, join, { groupId: open.id })).toBe('person.unaffiliated');
    expect(await api.refusal(provider, join, { groupId: open.id })).toBe('not_found');
    expect(await api.refusal(person, join, { groupId: invite.id })).toBe('group.join_by_invitation');
    expect(await api.refusal(person, join, { groupId: paused.id })).toBe('group.not_active');
    expect(await api.refusal(person, join, { groupId: hidden.id })).toBe('not_found');
    expect(await api.refusal(null, join, { groupId: open.id })).toBe('unauthenticated');
  });
});

describe('asking to join', () => {
  it('needs a sentence, waits, and is approved by a lead', async () => {
    const { world } = api;
    const group = await world.group({ joinPolicy: 'REQUEST' });
    const deputy = await world.member(group, 'DEPUTY');
    const member = await world.member(group);
    const person = await world.colleague();
    const refused = await api.ask(person, join, { groupId: group.id });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: ['statement'] });
    const asked = (await api.get(person, join, { groupId: group.id, statement: ' Wir bauen ähnliches. ' }))['joinGroup'];
    expect(asked).toMatchObject({ status: 'REQUESTED', statement: 'Wir bauen ähnliches.' });
    expect(await heard(`lead:${group.id}`)).toEqual(['request.changed']);
    expect(await api.refusal(person, join, { groupId: group.id, statement: 'Noch einmal' })).toBe('group.already_member');

    expect(await api.refusal(member, approve, { id: asked.id })).toBe('not_found');
    expect(await api.refusal(person, approve, { id: asked.id })).toBe('forbidden');
    expect((await api.get(deputy, approve, { id: asked.id }))['approveRequest'].status).toBe('ACTIVE');
    expect(await api.refusal(deputy, approve, { id: asked.id })).toBe('membership.already_decided');
    expect(await heard(`group:${group.id}`)).toEqual(['membership.began']);
    expect(await heard(`lead:${group.id}`)).toEqual(['request.changed', 'request.changed']);
    expect(await heard(`person:${person.id}`)).toEqual(['viewer.membership_changed', 'viewer.membership_changed']);
  });

  it('is declined with a reason, which can be taken back, and can be withdrawn', async () => {
    const { world } = api;
    const group = await world.group({ joinPolicy: 'REQUEST' });
    const lead = await world.member(group, 'LEAD');
    const person = await world.colleague();
    const { id } = (await api.get(person, join, { groupId: group.id, statement: 'Bitte' }))['joinGroup'];
    expect(await api.refusal(lead, decline, { id, reason: ' ' })).toBe('invalid');
    expect((await api.get(lead, decline, { id, reason: 'Die Gruppe ist voll.' }))['declineRequest']).toMatchObject({
      status: 'DECLINED',
      reason: 'Die Gruppe ist voll.',
    });
    const declined = `query($id: ID!) { workingGroup(id: $id) { requests(status: DECLINED) { total nodes { id } } } }`;
    expect((await api.get(lead, declined, { id: group.id }))['workingGroup'].requests).toEqual({ total: 1, nodes: [{ id }] });
    expect((await api.get(person, declined, { id: group.id }))['workingGroup'].requests).toEqual({ total: 0, nodes: [] });
    expect(await api.refusal(lead, approve, { id })).toBe('membership.already_decided');
    expect(await api.refusal(person, revert, { id })).toBe('forbidden');
    expect((await api.get(lead, revert, { id }))['revertDecline']).toMatchObject({ status: 'REQUESTED', reason: '', statement: 'Bitte' });
    expect(await api.refusal(lead, revert, { id })).toBe('membership.already_decided');
    expect((await api.get(person, withdraw, { groupId: group.id }))['withdrawRequest'].status).toBe('LEFT');
    expect(await api.refusal(person, withdraw, { groupId: group.id })).toBe('membership.already_decided');
    expect(await api.refusal(lead, approve, { id })).toBe('membership.already_decided');
  });

  it('is no way to bury the leads in mails', async () => {
    const group = await api.world.group({ joinPolicy: 'REQUEST' });
    const person = await api.world.colleague();
    const call = { groupId: group.id, statement: 'Bitte' };
    for (let i = 0; i < 30; i++) {
      await api.get(person, join, call);
      await api.get(person, withdraw, call);
    }
    expect(await api.refusal(person, join, call)).toBe('rate_limited');
    expect(await api.refusal(await api.world.colleague(), join, call)).toBeUndefined();
  });

  it('is decided once by two leads at the same time', async () => {
    const { world } = api;
    const group = await world.group({ joinPolicy: 'REQUEST' });
    const [a, b] = [await world.member(group, 'LEAD'), await world.member(group, 'LEAD')];
    const person = await world.colleague();
    const { id } = (await api.get(person, join, { groupId: group.id, statement: 'Bitte' }))['joinGroup'];
    const codes = await Promise.all([api.refusal(a, approve, { id }), api.refusal(b, decline, { id, reason: 'Nein' })]);
    expect(codes.filter((c) => c === undefined)).toHaveLength(1);
    expect(codes).toContain('membership.already_decided');
  });
});

describe('an invitation inside the platform', () => {
  const invite = `mutation($groupId: ID!, $personId: ID!, $organisationId: ID!, $role: GroupRole!, $until: DateTime) {
    inviteMember(groupId: $groupId, personId: $personId, organisationId: $organisationId, role: $role, until: $until) ${seat} }`;

  it('is accepted, also by joining, or declined; a hidden group is seen through it', async () => {
    const { world } = api;
    const group = await world.group({ joinPolicy: 'INVITE', visibility: 'MEMBERS' });
    const lead = await world.member(group, 'LEAD');
    const deputy = await world.member(group, 'DEPUTY');
    const person = await world.colleague();
    const args = { groupId: group.id, personId: person.id, organisationId: person.organisation.id, role: 'OBSERVER' };
    expect(await api.refusal(person, invite, args)).toBe('not_found');
    expect(await api.refusal(deputy, invite, { ...args, role: 'LEAD' })).toBe('forbidden');
    expect(await api.refusal(lead, invite, { ...args, personId: group.id })).toBe('not_found');
    expect(await api.refusal(lead, invite, { ...args, organisationId: lead.organisation.id })).toBe('invalid');
    expect((await api.get(deputy, invite, args))['inviteMember']).toMatchObject({ status: 'INVITED', role: 'OBSERVER' });
    expect((await api.get(person, answer, { groupId: group.id, accept: false }))['answerGroupInvitation'].status).toBe('DECLINED');
    expect(await api.refusal(person, answer, { groupId: group.id, accept: true })).toBe('not_found');
    const { id } = (await api.get(lead, invite, args))['inviteMember'];
    expect(await api.refusal(lead, revert, { id })).toBe('membership.already_decided');
    expect((await api.get(person, join, { groupId: group.id }))['joinGroup']).toMatchObject({ id, status: 'ACTIVE', role: 'OBSERVER' });
    expect(await api.refusal(lead, invite, args)).toBe('group.already_member');
    const audited = await world.db.auditEntry.findMany({ where: { subjectId: group.id }, orderBy: { at: 'asc' } });
    expect(audited).toMatchObject([
      { action: 'group.member_invited', actorId: deputy.id, details: { personId: person.id, role: 'OBSERVER' } },
      { action: 'group.member_invited', actorId: lead.id },
    ]);
  });

  it('admits who asked meanwhile', async () => {
    const { world } = api;
    const group = await world.group({ joinPolicy: 'REQUEST' });
    const lead = await world.member(group, 'LEAD');
    const person = await world.colleague();
    await api.get(person, join, { groupId: group.id, statement: 'Bitte' });
    const args = { groupId: group.id, personId: person.id, organisationId: person.organisation.id, role: 'DEPUTY' };
    expect((await api.get(lead, invite, args))['inviteMember']).toMatchObject({ status: 'ACTIVE', role: 'DEPUTY' });
  });

  it('gives a guest a last day in Berlin, and only a guest', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const person = await world.colleague();
    const args = { groupId: group.id, personId: person.id, organisationId: person.organisation.id };
    expect(await api.refusal(lead, invite, { ...args, role: 'GUEST' })).toBe('invalid');
    expect(await api.refusal(lead, invite, { ...args, role: 'GUEST', until: '2020-01-01T10:00:00Z' })).toBe('invalid');
    expect(await api.refusal(lead, invite, { ...args, role: 'MEMBER', until: '2099-01-01T10:00:00Z' })).toBe('invalid');
    const summer = (await api.get(lead, invite, { ...args, role: 'GUEST', until: '2099-07-01T22:30:00Z' }))['inviteMember'];
    expect(summer.until).toBe('2099-07-02T21:59:59.999Z');
    const winter = (await api.get(lead, invite, { ...args, role: 'GUEST', until: '2099-01-01T10:00:00Z' }))['inviteMember'];
    expect(winter).toMatchObject({ id: summer.id, until: '2099-01-01T22:59:59.999Z' });
    await world.db.groupMembership.update({ where: { id: winter.id }, data: { until: new Date(Date.now() - 1000) } });
    expect(await api.refusal(person, answer, { groupId: group.id, accept: true })).toBe('invitation.expired');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const fields = `{ id number name goal mandate status statusReason version joinPolicy visibility links { title body url }
  leads { person { id } organisation { id } } viewerCan { lead decideProposal } }`;
const create = `mutation($input: WorkingGroupInput!, $planned: Boolean) { createWorkingGroup(input: $input, planned: $planned) ${fields} }`;
const edit = `mutation($id: ID!, $version: Int!, $input: WorkingGroupInput!) { editWorkingGroup(id: $id, version: $version, input: $input) ${fields} }`;
const decide = `mutation($groupId: ID!, $accept: Boolean!, $reason: String) { decideProposal(groupId: $groupId, accept: $accept, reason: $reason) ${fields} }`;
const change = `mutation($id: ID!, $status: GroupStatus!, $reason: String) { changeStatus(id: $id, status: $status, reason: $reason) ${fields} }`;
const revert = `mutation($id: ID!) { revertStatus(id: $id) ${fields} }`;
const one = 'query($id: ID!) { workingGroup(id: $id) { name } }';
const texts = (more: object = {}) => ({
  clientMutationId: randomUUID(),
  name: 'Digitaler Bauantrag',
  goal: 'Ein Antrag für alle.',
  mandate: 'Auftrag',
  programme: '',
  joinPolicy: 'OPEN',
  visibility: 'PLATFORM',
  links: [{ title: 'Arbeitskreis', body: 'Landkreistag', url: 'https://arbeitskreis.example' }],
  ...more,
});
const heard = async (room: string): Promise<string[]> =>
  (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);
const cards = (groupId: string): Promise<number> => api.world.db.event.count({ where: { room: 'land', payload: { equals: { groupId } } } });

describe('making a group', () => {
  it('lets an editor lead it at once; a repeated call makes one', async () => {
    const { world } = api;
    const editor = await world.official('LAND_EDITOR');
    const input = texts({ number: 41 });
    const calls = await Promise.all([api.get(editor, create, { input }), api.get(editor, create, { input })]);
    const [first, second] = calls.map((c) => c['createWorkingGroup']);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      number: 41,
      status: 'ACTIVE',
      links: input.links,
      leads: [{ person: { id: editor.id }, organisation: { id: editor.organisation.id } }],
      viewerCan: { lead: true },
    });
    expect(await world.db.workingGroup.count({ where: { number: 41 } })).toBe(1);
    expect(await cards(first.id as string)).toBe(1);
    const taken = await api.ask(editor, create, { input: texts({ number: 41 }) });
    expect(taken.errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: ['number'] });
    expect((await api.get(editor, create, { input: texts(), planned: true }))['createWorkingGroup'].status).toBe('PLANNED');
    const wrong = await api.ask(editor, create, {
      input: texts({ name: ' ', links: [{ title: 'x', body: '', url: 'javascript:alert(1)' }] }),
    });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: ['name', 'links.0.url'] });
  });

  it('answers a repeated call no more when who made it may not see the group any more', async () => {
    const { world } = api;
    const coordinator = await world.colleague(undefined, 'COORDINATOR');
    const input = texts();
    const { id } = (await api.get(coordinator, create, { input }))['createWorkingGroup'];
    const now = { status: 'ACTIVE', visibility: 'MEMBERS', joinPolicy: 'INVITE', name: 'Umbenannt' } as const;
    await world.db.workingGroup.update({ where: { id }, data: now });
    expect(await api.refusal(coordinator, one, { id })).toBe('not_found');
    expect(await api.refusal(coordinator, create, { input })).toBe('not_found');
  });

  it('is a proposal from a coordination; others may not', async () => {
    const { world } = api;
    const [editor, admin] = [await world.official('LAND_EDITOR'), await world.official('LAND_ADMIN')];
    const home = await world.organisation();
    const coordinator = await world.colleague(home, 'COORDINATOR');
    const colleague = await world.colleague(home);
    expect(await api.refusal(colleague, create, { input: texts() })).toBe('forbidden');
    const homeless = await world.person();
    await world.db.globalRoleGrant.create({ data: { personId: homeless.id, role: 'LAND_EDITOR' } });
    expect(await api.refusal(homeless, create, { input: texts() })).toBe('person.unaffiliated');

    const { id, ...proposal } = (await api.get(coordinator, create, { input: texts() }))['createWorkingGroup'];
    expect(proposal).toMatchObject({ status: 'PROPOSED', leads: [], viewerCan: { lead: false, decideProposal: false } });
    expect(await api.refusal(colleague, one, { id })).toBe('not_found');
    expect(await cards(id as string)).toBe(0);
    expect(await api.refusal(coordinator, decide, { groupId: id, accept: true })).toBe('forbidden');
    expect(await api.refusal(colleague, decide, { groupId: id, accept: true })).toBe('not_found');
    expect(await api.refusal(editor, decide, { groupId: id, accept: false })).toBe('invalid');
    expect((await api.get(editor, decide, { groupId: id, accept: false, reason: 'Gibt es schon.' }))['decideProposal']).toMatchObject({
      status: 'DECLINED',
      statusReason: 'Gibt es schon.',
    });
    expect(await api.refusal(admin, decide, { groupId: id, accept: false, reason: 'x' })).toBe('membership.already_decided');
    expect((await api.get(admin, decide, { groupId: id, accept: true }))['decideProposal']).toMatchObject({
      status: 'ACTIVE',
      statusReason: '',
      leads: [{ person: { id: coordinator.id }, organisation: { id: home.id } }],
    });
    expect(await api.refusal(admin, decide, { groupId: id, accept: true })).toBe('membership.already_decided');
    expect(await cards(id as string)).toBe(1);
    expect(await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).toMatchObject([
      { actorId: editor.id, action: 'group.proposal_decided', details: { accepted: false, reason: 'Gibt es schon.' } },
      { actorId: admin.id, action: 'group.proposal_decided', details: { accepted: true } },
    ]);
  });
});

describe('describing a group', () => {
  it('is for its leads; a stale version is refused with the current texts', async () => {
    const { world } = api;
    const group = await world.group({ status: 'PAUSED' });
    const deputy = await world.member(group, 'DEPUTY');
    const member = await world.member(group);
    const input = texts({ name: 'Neuer Name' });
    const call = { id: group.id, version: 1, input };
    expect(await api.refusal(member, edit, call)).toBe('forbidden');
    expect((await api.get(deputy, edit, call))['editWorkingGroup']).toMatchObject({ name: 'Neuer Name', version: 2, links: input.links });
    expect((await api.get(deputy, edit, call))['editWorkingGroup'].version).toBe(2);
    const stale = await api.ask(deputy, edit, { ...call, input: texts({ name: 'Anderer Name' }) });
    expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'stale', current: { version: 2, name: 'Neuer Name', links: input.links } });
    expect(await heard(`group:${group.id}`)).toEqual(['group.changed']);
  });

  it('is saved once by two at the same time', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const codes = await Promise.all(
      ['Fassung A', 'Fassung B'].map((name) => api.refusal(lead, edit, { id: group.id, version: 1, input: texts({ name }) })),
    );
    expect(codes.sort()).toEqual(['stale', undefined]);
  });

  it('tells everybody when the card disappears', async () => {
    const { world } = api;
    const group = await world.group();
    const lead = await world.member(group, 'LEAD');
    const stranger = await world.colleague();
    await api.get(stranger, one, { id: group.id });
    const hidden = texts({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    await api.get(lead, edit, { id: group.id, version: 1, input: hidden });
    expect(await heard(`group:${group.id}`)).toEqual(['group.changed', 'group.visibility_changed']);
    expect(await cards(group.id)).toBe(1);
    expect(await api.refusal(stranger, one, { id: group.id })).toBe('not_found');
    await api.get(lead, edit, { id: group.id, version: 2, input: { ...hidden, name: 'Im Verborgenen' } });
    expect(await cards(group.id)).toBe(1);
  });
});

describe('the status', () => {
  it('changes by the steps there are, with a reason, and can be taken back', async () => {
    const { world } = api;
    const group = await world.group({ status: 'PLANNED' });
    const lead = await world.member(group, 'LEAD');
    const member = await world.member(group);
    const to = (status: string, reason?: string) => ({ id: group.id, status, reason });
    expect(await api.refusal(member, change, to('ACTIVE'))).toBe('forbidden');
    expect(await api.refusal(lead, change, to('PAUSED', 'Pause'))).toBe('group.status_impossible');
    expect((await api.get(lead, change, to('ACTIVE')))['changeStatus'].status).toBe('ACTIVE');
    expect(await api.refusal(lead, revert, { id: group.id })).toBe('group.status_impossible');
    expect(await api.refusal(lead, change, to('PAUSED', ' '))).toBe('group.reason_required');
    expect(await api.refusal(lead, change, to('PROPOSED', 'x'))).toBe('group.status_impossible');
    await api.get(lead, change, to('PAUSED', 'Sommerpause'));
    await api.get(lead, change, to('CLOSED', '# Bericht\n\nFertig.'));
    expect(await api.refusal(lead, change, to('ACTIVE'))).toBe('group.status_impossible');
    expect(await api.refusal(member, revert, { id: group.id })).toBe('forbidden');
    expect((await api.get(lead, revert, { id: group.id }))['revertStatus']).toMatchObject({
      status: 'PAUSED',
      statusReason: 'Sommerpause',
    });
    expect((await api.get(lead, change, to('ACTIVE')))['changeStatus']).toMatchObject({ status: 'ACTIVE', statusReason: '' });
    expect(await heard(`group:${group.id}`)).toEqual(Array(5).fill('group.changed'));
    expect(await cards(group.id)).toBe(5);
  });
});

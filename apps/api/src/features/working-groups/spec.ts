import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { queriesOf } from '../../../test/queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const group = 'query($id: ID!) { workingGroup(id: $id) { id name viewerCan { read write lead } } }';

describe('who sees a group', () => {
  it('answers a hidden group exactly like an absent one', async () => {
    const { world, ask } = api;
    const hidden = await world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const member = await world.member(hidden);
    const stranger = await world.colleague();
    expect((await api.get(member, group, { id: hidden.id }))['workingGroup'].viewerCan).toEqual({ read: true, write: true, lead: false });
    const absent = await ask(stranger, group, { id: '00000000-0000-7000-8000-000000000000' });
    expect(await ask(stranger, group, { id: hidden.id })).toEqual(absent);
    expect(absent.errors?.[0]?.extensions.code).toBe('not_found');
  });

  it('asks for a sign-in', async () => {
    expect(await api.refusal(null, group, { id: 'x' })).toBe('unauthenticated');
  });
});

describe('the list', () => {
  const list = `query($filter: WorkingGroupFilter, $first: Int = 50, $after: String) {
    workingGroups(filter: $filter, first: $first, after: $after) { nodes { name viewerCan { read } } total pageInfo { endCursor hasNextPage } } }`;
  const names = (page: Data): string[] => (page['nodes'] as { name: string }[]).map((g) => g.name);

  it('comes by pages, numbers first, without the hidden ones', async () => {
    const { world } = api;
    await world.group({ name: 'Liste B' });
    await world.group({ name: 'Liste Z', number: 901 });
    await world.group({ name: 'Liste A' });
    await world.group({ name: 'Liste Y', number: 902 });
    await world.group({ name: 'Liste X', visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const someone = await world.colleague();
    const found: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: Data = (await api.get(someone, list, { filter: { text: 'liste' }, first: 1, after }))['workingGroups'] as Data;
      expect(page['total']).toBe(4);
      found.push(...names(page));
      ({ endCursor: after, hasNextPage: more } = page['pageInfo']);
    }
    expect(found).toEqual(['Liste Z', 'Liste Y', 'Liste A', 'Liste B']);
    expect(await api.refusal(someone, list, { after: 'unsinn' })).toBe('invalid');
    expect(await api.refusal(someone, list, { after: Buffer.from('["a","b","c"]').toString('base64url') })).toBe('invalid');
  });

  it('filters by own seat, by what can be joined, by status and by text', async () => {
    const { world } = api;
    const mine = await world.group({ name: 'Filter 100% eins', number: 77 });
    await world.group({ name: 'Filter zwei', joinPolicy: 'REQUEST' });
    await world.group({ name: 'Filter drei', status: 'CLOSED' });
    await world.group({ name: 'Filter vier', joinPolicy: 'INVITE' });
    const member = await world.member(mine);
    const ask = async (filter: object) =>
      names((await api.get(member, list, { filter: { text: 'filter', ...filter } }))['workingGroups'] as Data);
    expect(await ask({ mine: true })).toEqual(['Filter 100% eins']);
    expect(await ask({ joinable: true })).toEqual(['Filter zwei']);
    expect(await ask({ statuses: ['CLOSED'] })).toEqual(['Filter drei']);
    expect(await ask({ text: '0% E' })).toEqual(['Filter 100% eins']);
    expect(await ask({ text: 'r_z' })).toEqual([]);
    expect(await ask({ text: 'AG 77' })).toEqual(['Filter 100% eins']);
    const guest = await world.person();
    await world.seat(mine, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 60_000));
    expect(names((await api.get(guest, list))['workingGroups'] as Data)).toEqual(['Filter 100% eins']);
    expect(names((await api.get(guest, list, { filter: { joinable: true } }))['workingGroups'] as Data)).toEqual([]);
  });
});

describe('the content', () => {
  const card = `leads { role statement person { name } } memberCount organisationCount besetzung { people leads organisation { name } } viewerMembership { role status statement function }`;
  const content = `statusReason mandate programme links { title url } viewerFollow
    workPackages { title takenBy { name } subGoals { title done } viewerCan { edit tick } }
    volunteerings { statement person { name } workPackage { title } }
    members(first: 2) { total nodes { function person { name } organisation { name } } pageInfo { endCursor hasNextPage } }
    requests { total nodes { statement } } guestInvitations { total nodes { email } }`;
  const read = `query($id: ID!) { workingGroup(id: $id) { name ${card} ${content} } }`;
  const empty = { statusReason: '', mandate: '', programme: '', links: [], workPackages: [], volunteerings: [] };

  it('is empty for who sees only the card', async () => {
    const { world } = api;
    const { db } = world;
    const g = await world.group({ visibility: 'MEMBERS', mandate: 'Auftrag', programme: 'Programm', statusReason: 'Sommerpause' });
    const town = await world.organisation({ name: 'Amt' });
    const lead = await world.member(g, 'LEAD', town);
    await db.groupMembership.updateMany({ where: { groupId: g.id }, data: { statement: 'Ich will leiten' } });
    const member = await world.member(g, 'MEMBER', town);
    const other = await world.member(g);
    const asking = await world.colleague();
    await world.seat(g, asking, 'MEMBER', 'REQUESTED');
    await db.groupMembership.updateMany({ where: { personId: asking.id }, data: { statement: 'Bitte' } });
    const pack = await db.workPackage.create({ data: { groupId: g.id, position: 0, title: 'Paket', takenById: member.id } });
    await db.subGoal.create({ data: { workPackageId: pack.id, position: 0, title: 'Ziel' } });
    await db.groupLink.create({ data: { groupId: g.id, position: 0, title: 'Nachbar', url: 'https://nachbar.example' } });
    await db.volunteering.create({ data: { groupId: g.id, personId: other.id, statement: 'Ich übernehme' } });
    await db.invitation.create({
      data: { tokenHash: g.id, email: 'gast@ort.example', groupId: g.id, groupRole: 'GUEST', expiresAt: new Date() },
    });

    const forAsking = (await api.get(asking, read, { id: g.id }))['workingGroup'];
    expect(forAsking).toMatchObject({ ...empty, members: { total: 0, nodes: [] }, requests: { total: 0 }, guestInvitations: { total: 0 } });
    expect(forAsking).toMatchObject({
      leads: [{ role: 'LEAD', statement: '', person: { name: lead.name } }],
      memberCount: 3,
      organisationCount: 2,
      viewerMembership: { status: 'REQUESTED', statement: 'Bitte', function: 'Sachbearbeitung' },
    });
    expect(forAsking.besetzung).toEqual([
      { people: 2, leads: true, organisation: { name: 'Amt' } },
      { people: 1, leads: false, organisation: { name: other.organisation.name } },
    ]);

    const forMember = (await api.get(member, read, { id: g.id }))['workingGroup'];
    expect(forMember).toMatchObject({
      statusReason: 'Sommerpause',
      mandate: 'Auftrag',
      programme: 'Programm',
      links: [{ title: 'Nachbar' }],
      workPackages: [
        {
          title: 'Paket',
          takenBy: { name: member.name },
          subGoals: [{ title: 'Ziel', done: false }],
          viewerCan: { edit: false, tick: true },
        },
      ],
      volunteerings: [{ statement: 'Ich übernehme', person: { name: other.name }, workPackage: null }],
      members: { total: 3, pageInfo: { hasNextPage: true } },
      requests: { total: 0, nodes: [] },
      guestInvitations: { total: 0 },
      viewerFollow: 'IMPORTANT',
    });
    const forLead = (await api.get(lead, read, { id: g.id }))['workingGroup'];
    expect(forLead).toMatchObject({
      requests: { total: 1, nodes: [{ statement: 'Bitte' }] },
      guestInvitations: { total: 1, nodes: [{ email: 'gast@ort.example' }] },
      workPackages: [{ viewerCan: { edit: true, tick: true } }],
    });
  });

  it('pages and filters members by name, organisation and role', async () => {
    const { world } = api;
    const g = await world.group();
    const lead = await world.member(g, 'LEAD');
    for (const name of ['Kim Muster', 'Alex Probe', 'Sascha Beispiel']) {
      const person = await world.person(name);
      await world.seat(g, person);
    }
    const members = `query($id: ID!, $filter: MemberFilter, $after: String) {
      workingGroup(id: $id) { members(filter: $filter, first: 2, after: $after) { total nodes { person { name } } pageInfo { endCursor hasNextPage } } } }`;
    const page = async (variables: object) => (await api.get(lead, members, { id: g.id, ...variables }))['workingGroup'].members;
    const first = await page({});
    const second = await page({ after: first.pageInfo.endCursor });
    const names = [...first.nodes, ...second.nodes].map((m: { person: { name: string } }) => m.person.name);
    expect(names).toEqual(['Alex Probe', 'Kim Muster', lead.name, 'Sascha Beispiel'].sort());
    expect(second).toMatchObject({ total: 4, pageInfo: { hasNextPage: false } });
    expect((await page({ filter: { text: 'MUSTER' } })).nodes).toEqual([{ person: { name: 'Kim Muster' } }]);
    expect(await page({ filter: { text: 'M_ster' } })).toMatchObject({ total: 0, nodes: [] });
    expect((await page({ filter: { text: lead.organisation.name } })).total).toBe(1);
    expect((await page({ filter: { roles: ['LEAD'] } })).nodes).toEqual([{ person: { name: lead.name } }]);
  });

  it('of ten groups costs as many queries as that of one', async () => {
    const { world } = api;
    const reader = await world.colleague();
    const filled = async (name: string) => {
      const g = await world.group({ name });
      await world.member(g, 'LEAD');
      await world.seat(g, reader);
      const work = await world.db.workPackage.create({ data: { groupId: g.id, position: 0, title: 'Paket', takenById: reader.id } });
      await world.db.subGoal.create({ data: { workPackageId: work.id, position: 0, title: 'Ziel' } });
      await world.db.volunteering.create({ data: { groupId: g.id, personId: reader.id, workPackageId: work.id } });
    };
    const all = `query($text: String) { workingGroups(filter: { text: $text }, first: 12) { nodes { viewerCan { lead } ${card} ${content} } } }`;
    const asked = (text: string) => queriesOf(() => api.get(reader, all, { text }));
    await filled('Einzeln');
    for (let n = 0; n < 10; n++) await filled(`Vielfach ${n}`);
    await asked('Einzeln');
    const one = await asked('Einzeln');
    expect(one).toBeGreaterThan(10);
    expect(await asked('Vielfach')).toBe(one);
  });
});

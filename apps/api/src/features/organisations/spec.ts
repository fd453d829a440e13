import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { organisationPolicy } from './policy.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('who may do what with an organisation', () => {
  const rights = (
    role: 'COORDINATOR' | 'HEAD' | 'MEMBER' | 'PROVIDER' | null,
    organisationId: string,
    global: 'LAND_ADMIN' | 'LAND_EDITOR' | null,
  ) => ({
    personId: 'p',
    globalRoles: global ? [{ role: global, organisationId: null }] : [],
    affiliations: role ? [{ id: 'a', organisationId, role, function: '', deputy: false }] : [],
  });
  it.each([
    // who, of which organisation, global role: read, readDesk, manage, nameCoordinator
    [null, 'mine', null, true, false, false, false],
    ['MEMBER', 'mine', null, true, false, false, false],
    ['PROVIDER', 'mine', null, true, false, false, false],
    ['HEAD', 'mine', null, true, true, false, false],
    ['COORDINATOR', 'mine', null, true, true, true, false],
    ['HEAD', 'other', null, true, false, false, false],
    ['COORDINATOR', 'other', null, true, false, false, false],
    ['MEMBER', 'mine', 'LAND_EDITOR', true, false, false, false],
    [null, 'mine', 'LAND_ADMIN', true, true, true, true],
  ] as const)('%s of %s with %s', (role, home, global, read, readDesk, manage, nameCoordinator) => {
    const actor = rights(role, home, global);
    expect(organisationPolicy.abilities(actor as never, { id: 'mine', rights: actor })).toEqual({
      read,
      readDesk,
      manage,
      nameCoordinator,
    });
  });
});

const list = `query($filter: OrganisationFilter, $first: Int = 50, $after: String) {
  organisations(filter: $filter, first: $first, after: $after) { nodes { name } total pageInfo { endCursor hasNextPage } } }`;
const names = async (filter: object): Promise<string[]> => {
  const { organisations } = await api.get(await api.world.person(), list, { filter });
  expect(organisations.total).toBe(organisations.nodes.length);
  return (organisations.nodes as { name: string }[]).map((o) => o.name);
};

describe('the directory', () => {
  it('is ordered by name as Germans read it, in pages, for anybody who is signed in', async () => {
    const { world } = api;
    for (const name of ['Verz Zeitz', 'Verz Ölde', 'Verz Oppin']) await world.organisation({ name });
    const someone = await world.person();
    const first = (await api.get(someone, list, { filter: { text: 'verz' }, first: 2 }))['organisations'];
    const second = (await api.get(someone, list, { filter: { text: 'verz' }, first: 2, after: first.pageInfo.endCursor }))['organisations'];
    expect([...first.nodes, ...second.nodes].map((o: { name: string }) => o.name)).toEqual(['Verz Ölde', 'Verz Oppin', 'Verz Zeitz']);
    expect([first.total, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    expect(await api.refusal(null, list)).toBe('unauthenticated');
  });

  it('finds by words of the name, by mark and by the beginning of the keys, and takes signs of LIKE as text', async () => {
    await api.world.organisation({ name: 'Quellwitz', title: 'Hansestadt Quellwitz', code: 'Qwz', ars: '159990001001', ags: '15999001' });
    for (const text of ['quell', 'hansestadt QUELLWITZ', 'qWZ', '1599900', '15999001'])
      expect(await names({ text })).toEqual(['Quellwitz']);
    expect(await names({ text: 'Quel_witz' })).toEqual([]);
    expect(await names({ text: '%' })).toEqual([]);
  });

  it('filters by kind, parent, administrations and missing coordination', async () => {
    const { world } = api;
    const kreis = await world.organisation({ name: 'Filter Kreis', kind: 'LANDKREIS' });
    const stadt = await world.organisation({ name: 'Filter Stadt', parentId: kreis.id });
    await world.organisation({ name: 'Filter Dorf', kind: 'MITGLIEDSGEMEINDE', parentId: kreis.id });
    await world.colleague(stadt, 'COORDINATOR');
    const text = 'Filter';
    expect(await names({ text, kinds: ['LANDKREIS', 'MITGLIEDSGEMEINDE'] })).toEqual(['Filter Dorf', 'Filter Kreis']);
    expect(await names({ text, parentId: kreis.id })).toEqual(['Filter Dorf', 'Filter Stadt']);
    expect(await names({ text, parentId: 'x' })).toEqual([]);
    expect(await names({ text, administrations: true })).toEqual(['Filter Kreis', 'Filter Stadt']);
    expect(await names({ text, withoutCoordinator: true })).toEqual(['Filter Kreis']);
    const ended = await world.db.affiliation.updateMany({ where: { organisationId: stadt.id }, data: { endedAt: new Date() } });
    expect(ended.count).toBe(1);
    expect(await names({ text, withoutCoordinator: true })).toEqual(['Filter Kreis', 'Filter Stadt']);
  });
});

describe('one organisation', () => {
  it('shows its place on the map, its family and whether somebody coordinates it', async () => {
    const { world } = api;
    const kreis = await world.organisation({ kind: 'LANDKREIS', key: '15777', tileColumn: 3, tileRow: 4 });
    const stadt = await world.organisation({ parentId: kreis.id, tileColumn: 4, tileRow: 4 });
    await world.colleague(stadt, 'COORDINATOR');
    const one = `query($id: ID!) { organisation(id: $id) { id hasCoordinator tile { column row kreis } parent { id } children { id } viewerCan { manage readDesk nameCoordinator } } }`;
    const someone = await world.colleague();
    const none = { manage: false, readDesk: false, nameCoordinator: false };
    expect((await api.get(someone, one, { id: stadt.id }))['organisation']).toEqual({
      id: stadt.id,
      hasCoordinator: true,
      tile: { column: 4, row: 4, kreis: '15777' },
      parent: { id: kreis.id },
      children: [],
      viewerCan: none,
    });
    expect((await api.get(someone, one, { id: kreis.id }))['organisation']).toMatchObject({
      hasCoordinator: false,
      tile: { column: 3, row: 4, kreis: '15777' },
      parent: null,
      children: [{ id: stadt.id }],
    });
    for (const id of ['x', '00000000-0000-7000-8000-000000000000']) expect(await api.refusal(someone, one, { id })).toBe('not_found');
  });

  it('lights up for everybody as soon as somebody works for it here, read once a minute', async () => {
    const { world } = api;
    const keys = async () =>
      ((await api.ask(null, '{ participation { keys administrations } }')).data!['participation'] as { keys: string[] }).keys;
    const kommune = () => world.organisation({ kind: 'EINHEITSGEMEINDE' });
    const [alive, left, provided, ministry] = [
      await kommune(),
      await kommune(),
      await kommune(),
      await world.organisation({ kind: 'LAND_MINISTRY' }),
    ];
    for (const organisation of [alive, ministry, left]) await world.colleague(organisation);
    await world.colleague(provided, 'PROVIDER');
    await world.db.affiliation.updateMany({ where: { organisationId: left.id }, data: { endedAt: new Date() } });
    const now = Date.now;
    const mine = [alive, left, provided, ministry].map(({ key }) => key);
    const later = (ms: number) => (Date.now = () => now() + ms);
    try {
      later(120_000);
      expect((await keys()).filter((key) => mine.includes(key))).toEqual([alive.key]);
      await world.colleague(left);
      later(150_000);
      expect(await keys()).not.toContain(left.key);
      later(181_000);
      expect(await keys()).toContain(left.key);
    } finally {
      Date.now = now;
    }
  });

  it('has mail domains that its coordinator sets', async () => {
    const { world } = api;
    const coordinator = await world.colleague(undefined, 'COORDINATOR');
    const set = `mutation($id: ID!, $domains: [String!]!) { setMailDomains(organisationId: $id, domains: $domains) { mailDomains } }`;
    const { id } = coordinator.organisation;
    const variables = { id, domains: [' Ort.example ', 'amt.ort.example', 'ort.example'] };
    for (const role of ['MEMBER', 'HEAD', 'PROVIDER'] as const)
      expect(await api.refusal(await world.colleague(coordinator.organisation, role), set, variables)).toBe('forbidden');
    expect(await api.refusal(await world.colleague(undefined, 'COORDINATOR'), set, variables)).toBe('forbidden');
    expect(await world.db.auditEntry.count({ where: { subjectId: id } })).toBe(0);
    expect((await api.get(coordinator, set, variables))['setMailDomains'].mailDomains).toEqual(['amt.ort.example', 'ort.example']);
    expect(await world.db.auditEntry.findMany({ where: { subjectId: id } })).toEqual([
      expect.objectContaining({ action: 'organisation.mail_domains_set', actorId: coordinator.id }),
    ]);
    expect(
      await world.db.event.findMany({ where: { name: 'organisation.changed', payload: { equals: { organisationId: id } } } }),
    ).toHaveLength(1);
    for (const domain of ['ort', '@ort.example', 'ort.example/x', 'a b.example'])
      expect(await api.refusal(coordinator, set, { id, domains: [domain] })).toBe('invalid');
    // Whoever has no place in the Land's circle learns no domain.
    const one = 'query($id: ID!) { organisation(id: $id) { mailDomains } }';
    expect((await api.get(await world.person(), one, { id }))['organisation'].mailDomains).toEqual([]);
    expect((await api.get(await world.colleague(), one, { id }))['organisation'].mailDomains).toHaveLength(2);
  });
});

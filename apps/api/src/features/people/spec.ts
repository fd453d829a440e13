import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { queriesOf } from '../../../test/queries.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const viewer = `{ viewer { person { id name email } email globalRoles { role } affiliations { role function organisation { name } }
  actsFor { id } affiliationRequest { status } suggestedOrganisation { id }
  viewerCan { createGroup proposeGroup decideProposals administer readAudit } } }`;
const nothing = { createGroup: false, proposeGroup: false, decideProposals: false, administer: false, readAudit: false };

describe('the viewer', () => {
  it('is made by the first sign-in, known by issuer and subject, once', async () => {
    const account = { sub: 'neu-1', name: 'Kim Muster', email: 'Kim@Ort.example' };
    const answers = await Promise.all([1, 2, 3].map(() => api.get(account, viewer)));
    expect(new Set(answers.map((a) => a['viewer'].person.id)).size).toBe(1);
    expect(answers[0]!['viewer']).toEqual({
      person: { id: expect.any(String), name: 'Kim Muster', email: 'kim@ort.example' },
      email: 'kim@ort.example',
      globalRoles: [],
      affiliations: [],
      actsFor: null,
      affiliationRequest: null,
      suggestedOrganisation: null,
      viewerCan: nothing,
    });
    expect(await api.refusal(null, viewer)).toBe('unauthenticated');
  });

  it('gets a suggestion by a verified mail domain that one organisation has, and joins nothing by it', async () => {
    const { world } = api;
    const organisation = await world.organisation({ mailDomains: ['vorschlag.example'] });
    for (const count of [1, 2]) await world.organisation({ key: `doppelt${count}`, mailDomains: ['doppelt.example'] });
    const suggested = async (email: string, email_verified: boolean) => {
      const { viewer: seen } = await api.get({ sub: `s-${email}-${email_verified}`, name: 'Kim Muster', email, email_verified }, viewer);
      expect(seen.affiliations).toEqual([]);
      return seen.suggestedOrganisation?.id;
    };
    expect(await suggested('kim@vorschlag.example', true)).toBe(organisation.id);
    expect(await suggested('kim@vorschlag.example', false)).toBeUndefined();
    expect(await suggested('kim@unter.vorschlag.example', true)).toBeUndefined();
    expect(await suggested('kim@doppelt.example', true)).toBeUndefined();
  });

  it.each([
    ['LAND_ADMIN', { createGroup: true, decideProposals: true, administer: true, readAudit: true }],
    ['LAND_EDITOR', { createGroup: true, decideProposals: true }],
    ['LAND_EXPERT', {}],
    ['MODERATOR', {}],
    ['PRIVACY_OFFICER', {}],
    ['AUDITOR', { readAudit: true }],
  ] as const)('may, as %s, what the role allows', async (role, abilities) => {
    expect((await api.get(await api.world.official(role), viewer))['viewer'].viewerCan).toEqual({ ...nothing, ...abilities });
  });

  it('proposes groups as a coordinator only', async () => {
    for (const role of ['COORDINATOR', 'MEMBER', 'HEAD', 'PROVIDER'] as const)
      expect((await api.get(await api.world.colleague(undefined, role), viewer))['viewer'].viewerCan).toEqual({
        ...nothing,
        proposeGroup: role === 'COORDINATOR',
      });
  });
});

const person =
  'query($id: ID!) { person(id: $id) { name email globalRoles { role } identities { subject } affiliations { organisation { id } viewerCan { change end } } } }';

describe('who sees a person', () => {
  it('answers whoever has no place like one that does not exist', async () => {
    const { world } = api;
    const someone = await world.colleague();
    const stranger = await world.person();
    const absent = await api.ask(stranger, person, { id: '00000000-0000-7000-8000-000000000000' });
    expect(absent.errors?.[0]?.extensions.code).toBe('not_found');
    expect(await api.ask(stranger, person, { id: someone.id })).toEqual(absent);
    expect((await api.get(stranger, person, { id: stranger.id }))['person']).toMatchObject({ name: stranger.name, email: stranger.email });
    expect((await api.get(await world.colleague(), person, { id: someone.id }))['person'].name).toBe(someone.name);
  });

  it('lets a provider and a guest see whom they share a group with, while they do', async () => {
    const { world } = api;
    const group = await world.group();
    const member = await world.member(group);
    const provider = await world.colleague(undefined, 'PROVIDER');
    const guest = await world.person();
    for (const outside of [provider, guest]) expect(await api.refusal(outside, person, { id: member.id })).toBe('not_found');
    const seats = [
      await world.seat(group, provider, 'MEMBER'),
      await world.seat(group, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 60_000)),
    ];
    for (const outside of [provider, guest]) expect((await api.get(outside, person, { id: member.id }))['person'].name).toBe(member.name);
    await world.db.groupMembership.update({ where: { id: seats[0]!.id }, data: { status: 'REMOVED' } });
    await world.db.groupMembership.update({ where: { id: seats[1]!.id }, data: { until: new Date(Date.now() - 1) } });
    for (const outside of [provider, guest]) expect(await api.refusal(outside, person, { id: member.id })).toBe('not_found');
  });

  it('shows mail, roles and identities only to whom they concern', async () => {
    const { world } = api;
    const someone = await world.official('MODERATOR');
    const home = someone.organisation;
    const seenBy = async (account: Parameters<Api['get']>[0]) => {
      const { email, globalRoles, identities, affiliations } = (await api.get(account, person, { id: someone.id }))['person'];
      return [email !== null, globalRoles.length, identities.length, affiliations[0].viewerCan.change, affiliations[0].viewerCan.end];
    };
    expect(await seenBy(someone)).toEqual([true, 0, 0, false, false]);
    expect(await seenBy(await world.official('LAND_ADMIN'))).toEqual([true, 1, 1, true, true]);
    expect(await seenBy(await world.colleague(home, 'COORDINATOR'))).toEqual([true, 0, 0, true, true]);
    for (const other of [await world.colleague(home, 'HEAD'), await world.colleague(home), await world.colleague(undefined, 'COORDINATOR')])
      expect(await seenBy(other)).toEqual([false, 0, 0, false, false]);
  });
});

describe('the list of everybody', () => {
  const people = 'query($filter: PersonFilter) { people(filter: $filter) { nodes { name } total } }';
  it('is for LAND_ADMIN, by name or mail, role and missing organisation', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const lone = await world.person('Suchname Eins');
    const auditor = await world.official('AUDITOR');
    await world.db.person.update({ where: { id: auditor.id }, data: { name: 'Suchname Zwei' } });
    const found = async (filter: object) =>
      ((await api.get(admin, people, { filter }))['people'].nodes as { name: string }[]).map((p) => p.name);
    expect(await found({ text: 'suchname' })).toEqual(['Suchname Eins', 'Suchname Zwei']);
    expect(await found({ text: lone.email })).toEqual(['Suchname Eins']);
    expect(await found({ text: 'suchname', globalRole: 'AUDITOR' })).toEqual(['Suchname Zwei']);
    expect(await found({ text: 'suchname', unaffiliated: true })).toEqual(['Suchname Eins']);
    expect(await found({ text: 'such_ame' })).toEqual([]);
    for (const other of [await world.official('LAND_EDITOR'), await world.colleague(undefined, 'COORDINATOR'), await world.person()])
      expect(await api.refusal(other, people)).toBe('forbidden');
  });
});

describe('the people of an organisation', () => {
  const desk = `query($id: ID!, $after: String, $ended: Boolean = false) { organisation(id: $id) {
    affiliations(first: 2, after: $after, ended: $ended) { nodes { id person { name } } total pageInfo { endCursor hasNextPage } } } }`;
  it('are listed by name in pages, to insiders', async () => {
    const { world } = api;
    const home = await world.organisation();
    for (const name of ['Toni Vorlage', 'Alex Beispiel', 'Änne Muster']) await world.belongs(await world.person(name), home);
    const someone = await world.colleague();
    const first = (await api.get(someone, desk, { id: home.id }))['organisation'].affiliations;
    const second = (await api.get(someone, desk, { id: home.id, after: first.pageInfo.endCursor }))['organisation'].affiliations;
    const shown = [...first.nodes, ...second.nodes].map((a: { person: { name: string } }) => a.person.name);
    expect(shown).toEqual(['Alex Beispiel', 'Änne Muster', 'Toni Vorlage']);
    expect([first.total, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    for (const outside of [await world.person(), await world.colleague(undefined, 'PROVIDER')])
      expect((await api.get(outside, desk, { id: home.id }))['organisation'].affiliations).toMatchObject({ nodes: [], total: 0 });
    expect(await api.refusal(someone, desk, { id: home.id, after: 'x' })).toBe('invalid');
    const forged = Buffer.from(JSON.stringify(['Alex', 'no uuid'])).toString('base64url');
    expect(await api.refusal(someone, desk, { id: home.id, after: forged })).toBe('invalid');
  });

  it('have a desk that COORDINATOR, HEAD and LAND_ADMIN read', async () => {
    const { world } = api;
    const home = await world.organisation();
    const inside = `query($id: ID!) { organisation(id: $id) { affiliations(ended: true) { total } invitations { total } affiliationRequests { total } viewerCan { readDesk } } }`;
    await world.db.affiliation.update({
      where: { id: (await world.belongs(await world.person(), home)).id },
      data: { endedAt: new Date() },
    });
    await world.db.affiliationRequest.create({
      data: { personId: (await world.person()).id, organisationId: home.id, statement: 'Ich arbeite dort.' },
    });
    const expiresAt = new Date(Date.now() + 60_000);
    await world.db.invitation.create({
      data: { tokenHash: 'a', email: 'a@ort.example', organisationId: home.id, role: 'MEMBER', expiresAt },
    });
    const one = { total: 1 };
    for (const reader of [
      await world.colleague(home, 'COORDINATOR'),
      await world.colleague(home, 'HEAD'),
      await world.official('LAND_ADMIN'),
    ])
      expect((await api.get(reader, inside, { id: home.id }))['organisation']).toEqual({
        affiliations: one,
        invitations: one,
        affiliationRequests: one,
        viewerCan: { readDesk: true },
      });
    for (const other of [await world.colleague(home), await world.colleague(undefined, 'COORDINATOR'), await world.official('LAND_EDITOR')])
      expect(await api.refusal(other, inside, { id: home.id })).toBe('forbidden');
  });
});

describe('the directory with all that stands in it', () => {
  it('costs as many queries for many organisations as for few', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const everything = `query($text: String!) { organisations(filter: { text: $text }) { total nodes { name hasCoordinator mailDomains tile { kreis } parent { name }
      children { name } viewerCan { manage readDesk }
      affiliations(first: 5) { total nodes { viewerCan { change } organisation { name }
        person { name email identities { id } globalRoles { organisation { name } } affiliations { organisation { name } } } } }
      invitations(first: 5) { total nodes { organisation { name } invitedBy { name } } }
      affiliationRequests(first: 5) { total nodes { person { name } organisation { name } } } } } }`;
    const add = async (name: string) => {
      const kreis = await world.organisation({ kind: 'LANDKREIS' });
      const home = await world.organisation({ name: `Flach ${name}`, parentId: kreis.id, tileColumn: 1, tileRow: 1 });
      const colleagues = [await world.colleague(home, 'COORDINATOR'), await world.colleague(home)];
      const { id: organisationId } = home;
      await world.db.affiliationRequest.create({ data: { personId: (await world.person()).id, organisationId, statement: 'Bitte.' } });
      const expiresAt = new Date(Date.now() + 60_000);
      const invitation = { tokenHash: `flach-${name}`, email: 'x@ort.example', organisationId, role: 'MEMBER' as const, expiresAt };
      await world.db.invitation.create({ data: { ...invitation, invitedById: colleagues[0]!.id } });
    };
    const cost = async (expected: number): Promise<number> => {
      let total = 0;
      const queries = await queriesOf(async () => {
        total = (await api.get(admin, everything, { text: 'Flach' }))['organisations'].total as number;
      });
      expect(total).toBe(expected);
      return queries;
    };
    await add('A');
    await cost(1); // compiles the document
    const one = await cost(1);
    for (const name of ['B', 'C', 'D', 'E']) await add(name);
    expect(await cost(5)).toBe(one);
  });
});

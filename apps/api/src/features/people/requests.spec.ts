import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import type { Colleague, Someone } from '../../../test/world.ts';
import { requestPolicy } from './policy.ts';

let api: Api;
let coordinator: Colleague;
let someone: Someone;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  coordinator = await api.world.colleague(undefined, 'COORDINATOR');
  someone = await api.world.person();
});

const ask = 'mutation($input: RequestAffiliationInput!) { requestAffiliation(input: $input) { id status statement organisation { id } } }';
const withdraw = 'mutation($id: ID!) { withdrawAffiliationRequest(id: $id) { status } }';
const confirm = `mutation($id: ID!, $role: OrganisationRole!) { confirmAffiliation(requestId: $id, role: $role, function: "Bauamt") { status decidedAt } }`;
const decline = 'mutation($id: ID!, $reason: String!) { declineAffiliation(requestId: $id, reason: $reason) { status reason } }';
const assign =
  'mutation($id: ID!, $to: ID!) { assignAffiliationRequest(requestId: $id, organisationId: $to) { status organisation { id } } }';
const own = '{ viewer { affiliations { role function } affiliationRequest { id status reason } } }';

const statement = 'Ich arbeite im Bauamt.';
const asks = async (organisationId: string | null = coordinator.organisation.id): Promise<string> =>
  (await api.get(someone, ask, { input: { organisationId, statement } }))['requestAffiliation'].id;
const jobs = async (name: string, requestId: string): Promise<number> => {
  const rows = await api.world.db.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM pgboss.job WHERE name = $1 AND data->>'requestId' = $2`,
    name,
    requestId,
  );
  return rows[0]!.n;
};
const events = async (room: string) => (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);

describe('who may do what with a request', () => {
  const view = (role: 'COORDINATOR' | 'HEAD' | 'MEMBER' | null, admin: boolean) => ({
    personId: 'viewer',
    globalRoles: admin ? [{ role: 'LAND_ADMIN' as const, organisationId: null }] : [],
    affiliations: role ? [{ id: 'a', organisationId: 'o', role, function: '', deputy: false }] : [],
  });
  it.each([
    // whose request, the viewer's role there, LAND_ADMIN, organisation named: read, withdraw, decide, assign
    ['viewer', null, false, 'o', [true, true, false, false]],
    ['viewer', 'COORDINATOR', false, 'o', [true, true, true, false]],
    ['other', 'COORDINATOR', false, 'o', [true, false, true, false]],
    ['other', 'HEAD', false, 'o', [true, false, false, false]],
    ['other', 'MEMBER', false, 'o', [false, false, false, false]],
    ['other', 'COORDINATOR', false, 'elsewhere', [false, false, false, false]],
    ['other', 'COORDINATOR', false, null, [false, false, false, false]],
    ['other', null, true, 'o', [true, false, true, true]],
    ['other', null, true, null, [true, false, true, true]],
  ] as const)('of %s, as %s, LAND_ADMIN %s, for %s', (personId, role, admin, organisationId, [read, withdrawn, decide, assigned]) => {
    const actor = view(role, admin);
    const request = { id: 'r', personId, organisationId, status: 'REQUESTED' as const, rights: actor };
    expect(requestPolicy.abilities(actor as never, request)).toEqual({ read, withdraw: withdrawn, decide, assign: assigned });
    const decided = { ...request, status: 'DECLINED' as const };
    expect(requestPolicy.abilities(actor as never, decided)).toEqual({ read, withdraw: false, decide: false, assign: false });
  });
});

describe('asking for a place', () => {
  it('asks the coordination of the organisation, and shows the state to the person', async () => {
    const id = await asks();
    const home = coordinator.organisation.id;
    expect((await api.get(someone, own))['viewer']).toEqual({
      affiliations: [],
      affiliationRequest: { id, status: 'REQUESTED', reason: null },
    });
    expect(await jobs('people.affiliation_requested', id)).toBe(1);
    expect(await events(`organisation:${home}`)).toEqual(['organisation_desk.changed']);
    const desk = 'query($id: ID!) { organisation(id: $id) { affiliationRequests { nodes { id person { name } statement } total } } }';
    expect((await api.get(coordinator, desk, { id: home }))['organisation'].affiliationRequests).toEqual({
      nodes: [{ id, person: { name: someone.name }, statement }],
      total: 1,
    });
  });

  it('is open once: repeated nothing happens, another one withdraws it', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => asks()));
    expect(new Set(answers).size).toBe(1);
    expect(await jobs('people.affiliation_requested', answers[0]!)).toBe(1);
    const next = await asks(null);
    const { db } = api.world;
    expect((await db.affiliationRequest.findUniqueOrThrow({ where: { id: answers[0]! } })).status).toBe('WITHDRAWN');
    expect(await db.affiliationRequest.count({ where: { personId: someone.id, status: 'REQUESTED' } })).toBe(1);
    expect((await api.get(someone, own))['viewer'].affiliationRequest.id).toBe(next);
    expect(await events(`organisation:${coordinator.organisation.id}`)).toEqual(['organisation_desk.changed', 'organisation_desk.changed']);
  });

  it('is no way to bury a coordination in mails', async () => {
    const { world, work, refusal } = api;
    const organisationId = coordinator.organisation.id;
    const answers: (string | undefined)[] = [];
    for (let i = 0; i < 14; i++) answers.push(await refusal(someone, ask, { input: { organisationId, statement: `${statement} ${i}` } }));
    expect(answers).toEqual([...Array<undefined>(10).fill(undefined), ...Array<string>(4).fill('rate_limited')]);
    expect(await refusal(await world.person(), ask, { input: { organisationId, statement } })).toBeUndefined();
    await work();
    expect(await world.db.outboxMail.count({ where: { to: coordinator.email } })).toBeLessThanOrEqual(11);
  });

  it('is refused without a sentence, for nothing, and where one belongs already', async () => {
    const { world } = api;
    const refusal = (input: object) => api.refusal(someone, ask, { input });
    expect(await refusal({ organisationId: coordinator.organisation.id, statement: ' ' })).toBe('invalid');
    expect(await refusal({ organisationId: '00000000-0000-7000-8000-000000000000', statement })).toBe('not_found');
    await world.belongs(someone, coordinator.organisation);
    expect(await refusal({ organisationId: coordinator.organisation.id, statement })).toBe('organisation.already_member');
    expect(await refusal({ organisationId: (await world.organisation()).id, statement })).toBeUndefined();
  });

  it('can be withdrawn by the person alone', async () => {
    const admin = await api.world.official('LAND_ADMIN');
    const id = await asks();
    expect(await api.refusal(coordinator, withdraw, { id })).toBe('forbidden');
    expect(await api.refusal(await api.world.colleague(), withdraw, { id })).toBe('not_found');
    expect((await api.get(someone, withdraw, { id }))['withdrawAffiliationRequest'].status).toBe('WITHDRAWN');
    expect(await api.refusal(someone, withdraw, { id })).toBe('membership.already_decided');
    expect(await events(`person:${admin.id}`)).toEqual(['administration.changed', 'administration.changed']);
    expect((await api.get(someone, own))['viewer'].affiliationRequest).toBeNull();
  });
});

describe('deciding', () => {
  it('is for who manages the organisation', async () => {
    const { world } = api;
    const id = await asks();
    const reason = 'Wir kennen Sie nicht.';
    for (const [document, variables] of [
      [confirm, { id, role: 'MEMBER' }],
      [decline, { id, reason }],
    ] as const) {
      expect(await api.refusal(await world.colleague(coordinator.organisation, 'HEAD'), document, variables)).toBe('forbidden');
      expect(await api.refusal(someone, document, variables)).toBe('forbidden');
      for (const other of [
        await world.colleague(coordinator.organisation),
        await world.colleague(undefined, 'COORDINATOR'),
        await world.person(),
      ])
        expect(await api.refusal(other, document, variables)).toBe('not_found');
    }
    expect(await api.refusal(coordinator, decline, { id, reason: '' })).toBe('invalid');
    expect(await api.refusal(coordinator, confirm, { id, role: 'MEMBER' })).toBeUndefined();
  });

  it('gives the place once, however often it is confirmed', async () => {
    const { db } = api.world;
    const id = await asks();
    const codes = await Promise.all([1, 2, 3, 4].map(() => api.refusal(coordinator, confirm, { id, role: 'MEMBER' })));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'membership.already_decided')).toHaveLength(3);
    expect((await api.get(someone, own))['viewer']).toEqual({
      affiliations: [{ role: 'MEMBER', function: 'Bauamt' }],
      affiliationRequest: null,
    });
    expect(await jobs('people.affiliation_decided', id)).toBe(1);
    const home = coordinator.organisation;
    expect(await events(`organisation:${home.id}`)).toEqual([
      'organisation_desk.changed',
      'affiliation.changed',
      'organisation_desk.changed',
    ]);
    expect(await db.auditEntry.findMany({ where: { subjectId: someone.id } })).toEqual([
      expect.objectContaining({
        action: 'affiliation.confirmed',
        actorId: coordinator.id,
        details: { person: someone.name, organisation: home.title, role: 'MEMBER', function: 'Bauamt' },
      }),
    ]);
  });

  it('tells the reason of a refusal, and lets the person ask again', async () => {
    const id = await asks();
    const reason = 'Bitte fragen Sie Ihre Verbandsgemeinde.';
    await api.get(coordinator, decline, { id, reason });
    expect(await jobs('people.affiliation_decided', id)).toBe(1);
    expect(await api.refusal(coordinator, confirm, { id, role: 'MEMBER' })).toBe('membership.already_decided');
    expect((await api.get(someone, own))['viewer']).toEqual({ affiliations: [], affiliationRequest: { id, status: 'DECLINED', reason } });
    const again = await asks();
    expect(again).not.toBe(id);
    expect((await api.get(someone, own))['viewer'].affiliationRequest).toEqual({ id: again, status: 'REQUESTED', reason: null });
  });

  it('without an organisation waits for LAND_ADMIN, who names one', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const id = await asks(null);
    const to = coordinator.organisation.id;
    expect(await api.refusal(coordinator, assign, { id, to })).toBe('not_found');
    expect(await api.refusal(someone, assign, { id, to })).toBe('forbidden');
    expect(await api.refusal(admin, confirm, { id, role: 'MEMBER' })).toBe('invalid');
    expect(await api.refusal(admin, assign, { id, to: 'x' })).toBe('not_found');
    expect((await api.get(admin, assign, { id, to }))['assignAffiliationRequest']).toEqual({
      status: 'REQUESTED',
      organisation: { id: to },
    });
    expect(await jobs('people.affiliation_requested', id)).toBe(2);
    expect(await events(`organisation:${to}`)).toEqual(['organisation_desk.changed']);
    expect(await api.refusal(coordinator, confirm, { id, role: 'MEMBER' })).toBeUndefined();
    expect(await api.refusal(admin, assign, { id, to })).toBe('membership.already_decided');
  });

  it('shows LAND_ADMIN what no coordinator answers, and nobody else', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    const list = '{ unansweredRequests(first: 100) { nodes { id } total } }';
    const orphaned = await world.organisation();
    const [nowhere, other] = [await world.person(), await world.person()];
    const answered = await asks();
    const alone = (await api.get(other, ask, { input: { organisationId: orphaned.id, statement } }))['requestAffiliation'].id;
    const unnamed = (await api.get(nowhere, ask, { input: { organisationId: null, statement } }))['requestAffiliation'].id;
    const { nodes, total } = (await api.get(admin, list))['unansweredRequests'];
    const ids = nodes.map((node: { id: string }) => node.id);
    expect(ids.slice(-2)).toEqual([alone, unnamed]);
    expect(ids).not.toContain(answered);
    expect(total).toBe(ids.length);
    expect(await api.refusal(coordinator, list)).toBe('forbidden');
    expect(await api.refusal(someone, list)).toBe('forbidden');
  });
});

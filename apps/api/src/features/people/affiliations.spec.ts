import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { Rooms } from '../../platform/events/rooms.ts';
import { PeopleHooks } from './hooks.ts';
import { affiliationPolicy } from './policy.ts';

let api: Api;
let coordinator: Colleague;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  coordinator = await api.world.colleague(undefined, 'COORDINATOR');
});

const change = `mutation($id: ID!, $role: OrganisationRole!, $function: String!, $deputy: Boolean!) {
  changeAffiliation(input: { id: $id, role: $role, function: $function, deputy: $deputy }) { role function deputy } }`;
const end = 'mutation($id: ID!) { endAffiliation(id: $id) { endedAt viewerCan { change end } } }';
const actFor = 'mutation($id: ID!) { actFor(organisationId: $id) { actsFor { id } } }';

/** What a test of rights does not name does not matter. */
const terms = { role: 'HEAD', function: 'IT', deputy: false };
const placeOf = async ({ id: personId, organisation }: Colleague): Promise<string> =>
  (await api.world.db.affiliation.findFirstOrThrow({ where: { personId, organisationId: organisation.id } })).id;
const audits = (id: string) => api.world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
const events = async (room: string) => (await api.world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } })).map((e) => e.name);
const cardChanges = (organisationId: string) =>
  api.world.db.event.count({ where: { name: 'organisation.changed', payload: { equals: { organisationId } } } });

describe('who may do what with a place', () => {
  it.each([
    // role of the viewer, in the same organisation, global role: read, change, end; of an ended place nobody changes anything
    ['COORDINATOR', true, null, true, true],
    ['HEAD', true, null, true, false],
    ['MEMBER', true, null, true, false],
    ['PROVIDER', true, null, false, false],
    ['COORDINATOR', false, null, true, false],
    ['MEMBER', false, 'LAND_ADMIN', true, true],
    ['MEMBER', false, 'LAND_EDITOR', true, false],
    [null, false, 'LAND_ADMIN', true, true],
    [null, false, null, false, false],
  ] as const)('%s, same organisation: %s, %s', (role, same, global, read, manage) => {
    const actor = {
      personId: 'viewer',
      globalRoles: global ? [{ role: global, organisationId: null }] : [],
      affiliations: role ? [{ id: 'a', organisationId: same ? 'o' : 'other', role, function: '', deputy: false }] : [],
    };
    const place = { id: 'p', personId: 'somebody', organisationId: 'o', endedAt: null, rights: actor };
    expect(affiliationPolicy.abilities(actor as never, place)).toEqual({ read, change: manage, end: manage });
    expect(affiliationPolicy.abilities(actor as never, { ...place, endedAt: new Date() })).toEqual({ read, change: false, end: false });
    expect(affiliationPolicy.verdict(actor as never, 'read', { ...place, personId: 'viewer' })).toBe(true);
  });
});

describe('changing a place', () => {
  it('changes role, function and deputy, and says so', async () => {
    const member = await api.world.colleague(coordinator.organisation);
    const id = await placeOf(member);
    const home = coordinator.organisation.id;
    expect((await api.get(coordinator, change, { id, role: 'HEAD', function: 'Amtsleitung', deputy: true }))['changeAffiliation']).toEqual({
      role: 'HEAD',
      function: 'Amtsleitung',
      deputy: true,
    });
    await api.get(coordinator, change, { id, role: 'HEAD', function: 'Amtsleitung', deputy: true });
    expect(await events(`organisation:${home}`)).toEqual(['affiliation.changed']);
    expect(await events(`person:${member.id}`)).toEqual(['viewer.rights_changed']);
    expect(await cardChanges(home)).toBe(0);
    expect(await audits(member.id)).toEqual([
      expect.objectContaining({
        action: 'affiliation.changed',
        actorId: coordinator.id,
        details: {
          person: member.name,
          organisation: coordinator.organisation.title,
          before: 'MEMBER',
          role: 'HEAD',
          function: 'Amtsleitung',
          deputy: true,
        },
      }),
    ]);
  });

  it('is for who manages the organisation now', async () => {
    const { world } = api;
    const home = coordinator.organisation;
    const id = await placeOf(await world.colleague(home));
    for (const other of [
      await world.colleague(home),
      await world.colleague(home, 'HEAD'),
      await world.colleague(undefined, 'COORDINATOR'),
    ]) {
      expect(await api.refusal(other, change, { id, ...terms })).toBe('forbidden');
      expect(await api.refusal(other, end, { id })).toBe('forbidden');
    }
    for (const outside of [await world.person(), await world.colleague(home, 'PROVIDER')])
      for (const document of [change, end]) expect(await api.refusal(outside, document, { id, ...terms })).toBe('not_found');
    expect(await api.refusal(coordinator, change, { id: '00000000-0000-7000-8000-000000000000', ...terms })).toBe('not_found');
    expect(await api.refusal(coordinator, end, { id: 'x' })).toBe('not_found');
    expect(await api.refusal(coordinator, change, { id, ...terms, function: 'x'.repeat(121) })).toBe('invalid');
    expect(await api.refusal(await world.official('LAND_ADMIN'), change, { id, ...terms })).toBeUndefined();
  });

  it('tells everybody when the first coordinator comes', async () => {
    const member = await api.world.colleague();
    await api.get(await api.world.official('LAND_ADMIN'), change, { id: await placeOf(member), ...terms, role: 'COORDINATOR' });
    expect(await cardChanges(member.organisation.id)).toBe(1);
  });
});

describe('the last coordinator (R9)', () => {
  it('cannot be ended or demoted without a successor, not even by LAND_ADMIN', async () => {
    const { world } = api;
    const id = await placeOf(coordinator);
    const admin = await world.official('LAND_ADMIN');
    for (const who of [coordinator, admin]) {
      expect(await api.refusal(who, end, { id })).toBe('organisation.last_coordinator');
      expect(await api.refusal(who, change, { id, ...terms, role: 'MEMBER' })).toBe('organisation.last_coordinator');
    }
    expect(await api.refusal(coordinator, change, { id, ...terms, role: 'COORDINATOR' })).toBeUndefined();
    expect(await audits(coordinator.id)).toHaveLength(1);
    await world.colleague(coordinator.organisation, 'COORDINATOR');
    expect(await api.refusal(coordinator, change, { id, ...terms, role: 'MEMBER' })).toBeUndefined();
    expect(await cardChanges(coordinator.organisation.id)).toBe(0);
  });

  it('stays when two are ended at once, by each other, by an administrator, or demoted', async () => {
    const { world } = api;
    const admin = await world.official('LAND_ADMIN');
    for (const [i, way] of ['each other', 'admin', 'demoted'].entries()) {
      const one = await world.colleague(undefined, 'COORDINATOR');
      const two = await world.colleague(one.organisation, 'COORDINATOR');
      const [first, second] = [await placeOf(one), await placeOf(two)];
      const acts = [
        () => api.refusal(way === 'each other' ? one : admin, end, { id: second }),
        () =>
          i === 2
            ? api.refusal(admin, change, { id: first, ...terms, role: 'MEMBER' })
            : api.refusal(way === 'each other' ? two : admin, end, { id: first }),
      ];
      const codes = await Promise.all(acts.map((act) => act()));
      // Who was ended a moment ago manages nothing any more: either answer keeps the rule.
      expect(codes.filter((code) => code === undefined)).toHaveLength(1);
      expect(['organisation.last_coordinator', 'forbidden', 'not_found']).toContain(codes.find((code) => code !== undefined));
      const left = { organisationId: one.organisation.id, role: 'COORDINATOR' as const, endedAt: null };
      expect(await world.db.affiliation.count({ where: left })).toBe(1);
    }
  });
});

describe('ending a place', () => {
  it('ends what hangs on it in the same transaction, once', async () => {
    const { world } = api;
    const expert = await world.official('LAND_EXPERT');
    const home = expert.organisation;
    await world.colleague(home, 'COORDINATOR');
    const admin = await world.official('LAND_ADMIN');
    await world.db.person.update({ where: { id: expert.id }, data: { actsForId: home.id } });
    const hooks = api.app.get(PeopleHooks).affiliationEnded;
    const seen: string[] = [];
    const failing = async (_tx: unknown, { id }: { id: string }) => {
      seen.push(id);
      if (seen.length === 1) throw new Error('no');
    };
    hooks.push(failing);
    const id = await placeOf(expert);
    expect(await api.refusal(admin, end, { id })).toBe('internal');
    expect((await world.db.affiliation.findUniqueOrThrow({ where: { id } })).endedAt).toBeNull();
    expect(await audits(expert.id)).toEqual([]);

    const ended = (await api.get(admin, end, { id }))['endAffiliation'];
    expect(ended).toEqual({ endedAt: expect.any(String), viewerCan: { change: false, end: false } });
    expect((await api.get(admin, end, { id }))['endAffiliation']).toEqual(ended);
    hooks.splice(hooks.indexOf(failing), 1);
    expect(seen).toEqual([id, id]);
    expect(await events(`organisation:${home.id}`)).toEqual(['affiliation.ended']);
    expect(await events(`person:${expert.id}`)).toEqual(['viewer.rights_changed']);
    expect((await audits(expert.id)).map((a) => [a.action, a.details])).toEqual([
      ['affiliation.ended', { person: expert.name, organisation: home.title, role: 'MEMBER' }],
      ['role.revoked', { person: expert.name, organisation: home.title, role: 'LAND_EXPERT' }],
    ]);
    expect(await world.db.globalRoleGrant.count({ where: { personId: expert.id } })).toBe(0);
    expect((await world.db.person.findUniqueOrThrow({ where: { id: expert.id } })).actsForId).toBeNull();
    expect(await api.refusal(admin, change, { id, ...terms })).toBe('forbidden');
  });

  it('takes the rights at once', async () => {
    const { world } = api;
    const second = await world.colleague(coordinator.organisation, 'COORDINATOR');
    const member = await placeOf(await world.colleague(coordinator.organisation));
    await api.get(coordinator, end, { id: await placeOf(second) });
    expect(await api.refusal(second, end, { id: member })).toBe('not_found');
  });
});

describe('acting for an organisation', () => {
  it('is a choice among one of their own', async () => {
    const { world } = api;
    const person = await world.colleague();
    const other = await world.organisation();
    await world.belongs(person, other);
    const own = '{ viewer { actsFor { id } } }';
    expect((await api.get(person, own))['viewer'].actsFor.id).toBe(person.organisation.id);
    for (const id of [other.id, other.id]) expect((await api.get(person, actFor, { id }))['actFor'].actsFor.id).toBe(other.id);
    expect(await events(`person:${person.id}`)).toEqual(['viewer.rights_changed']);
    expect(await api.refusal(person, actFor, { id: coordinator.organisation.id })).toBe('forbidden');
    expect(await api.refusal(person, actFor, { id: 'x' })).toBe('not_found');
    // Ended, it counts no more.
    await world.db.affiliation.updateMany({ where: { personId: person.id, organisationId: other.id }, data: { endedAt: new Date() } });
    expect((await api.get(person, own))['viewer'].actsFor.id).toBe(person.organisation.id);
    expect(await api.refusal(person, actFor, { id: other.id })).toBe('forbidden');
  });
});

describe('the room of an organisation', () => {
  it('is heard by its people and by LAND_ADMIN, while they are', async () => {
    const { world } = api;
    const room = `organisation:${coordinator.organisation.id}`;
    const hears = async ({ id }: { id: string }) => api.app.get(Rooms).mayHear((await api.app.get(Actors).byId(id))!, room);
    const member = await world.colleague(coordinator.organisation);
    for (const inside of [coordinator, member, await world.official('LAND_ADMIN')]) expect(await hears(inside)).toBe(true);
    for (const outside of [await world.colleague(undefined, 'COORDINATOR'), await world.official('LAND_EDITOR'), await world.person()])
      expect(await hears(outside)).toBe(false);
    await api.get(coordinator, end, { id: await placeOf(member) });
    expect(await hears(member)).toBe(false);
  });
});

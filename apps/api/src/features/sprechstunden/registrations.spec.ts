import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { sprechstundenOf } from '../../../test/sprechstunden.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';

let api: Api;
let editor: Colleague;
let kim: Colleague;
let event: Sprechstunde;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  editor = await api.world.official('LAND_EDITOR');
});
afterAll(() => api.close());
beforeEach(async () => {
  kim = await api.world.colleague();
  event = await api.world.event(editor, { limit: 2 });
});

const { ask, refusal, register, events, audited } = sprechstundenOf(() => api);
const input = (sprechstundeId: string, more = {}) => ({ input: { clientMutationId: randomUUID(), sprechstundeId, ...more } });
const change = (data: Partial<Sprechstunde>) => api.world.db.sprechstunde.update({ where: { id: event.id }, data });
const shown = (who: Colleague) => ask(who, 'event', { id: event.id });

describe('registering', () => {
  it('takes a place for oneself, and for others of the organisation', async () => {
    const own = await register(kim, event.id);
    expect(own).toMatchObject({ status: 'REGISTERED', companion: '', person: { id: kim.id }, organisation: { id: kim.organisation.id } });
    const other = await register(kim, event.id, { companion: '1 Person aus der Kämmerei' });
    expect(other).toMatchObject({ status: 'REGISTERED', companion: '1 Person aus der Kämmerei' });
    expect(await shown(kim)).toMatchObject({
      registeredCount: 2,
      waitingCount: 0,
      registeredOrganisations: [{ organisation: { id: kim.organisation.id }, people: 2 }],
      ownRegistrations: [{ id: own['id'], viewerCan: { withdraw: true } }, { id: other['id'] }],
      // The editor's list.
      registrations: { total: 0 },
    });
    expect(await events(`event:${event.id}`)).toEqual(['registration.changed', 'registration.changed']);
  });

  it('of the same call or the same person is one place', async () => {
    const call = input(event.id);
    const first = await ask(kim, 'register', call);
    expect((await ask(kim, 'register', call))['id']).toBe(first['id']);
    expect((await register(kim, event.id))['id']).toBe(first['id']);
    expect((await shown(kim))['registeredCount']).toBe(1);
    await register(kim, event.id, { companion: 'Kämmerei' });
    expect(await refusal(kim, 'register', input(event.id, { companion: 'Kämmerei' }))).toBe('registration.already_registered');
  });

  it('beyond the limit waits, in the order of coming', async () => {
    const people = [kim, await api.world.colleague(), await api.world.colleague(), await api.world.colleague()];
    const places: Data[] = [];
    for (const who of people) places.push(await register(who, event.id));
    expect(places.map((p) => [p['status'], p['waitingPlace']])).toEqual([
      ['REGISTERED', null],
      ['REGISTERED', null],
      ['WAITING', 1],
      ['WAITING', 2],
    ]);
    expect(await ask(kim, 'withdraw', { id: places[0]!['id'] })).toMatchObject({ status: 'WITHDRAWN', viewerCan: { withdraw: false } });
    await api.work();
    expect((await shown(people[2]!))['ownRegistrations']).toMatchObject([{ status: 'REGISTERED' }]);
    expect((await shown(people[3]!))['ownRegistrations']).toMatchObject([{ status: 'WAITING', waitingPlace: 1 }]);
    const notices = await api.world.db.notice.findMany({ where: { sprechstundeId: event.id } });
    expect(notices.map((n) => n.personId)).toEqual([people[2]!.id]);
    expect(await api.world.db.outboxMail.count({ where: { to: people[2]!.email, subject: { startsWith: 'Platz frei geworden' } } })).toBe(
      1,
    );
    // Who comes again is the last one.
    expect(await register(kim, event.id)).toMatchObject({ status: 'WAITING', waitingPlace: 2 });
  });

  it.each<[string, Partial<Sprechstunde>, string]>([
    ['after the deadline', { registrationUntil: new Date(Date.now() - 60_000) }, 'registration.over'],
    ['once it runs', { status: 'LIVE' }, 'registration.over'],
    ['when it is over', { status: 'DONE' }, 'registration.over'],
    ['when it falls out', { status: 'CANCELLED' }, 'registration.not_possible'],
    ['when one registers elsewhere', { registrationUrl: 'https://messe.example' }, 'registration.not_possible'],
    ['of a draft', { status: 'DRAFT', announcedAt: null }, 'not_found'],
  ])('is refused %s', async (_, data, code) => {
    expect((await shown(kim))['viewerCan']).toMatchObject({ register: true });
    await change(data);
    expect(await refusal(kim, 'register', input(event.id))).toBe(code);
    expect(await api.world.db.registration.count({ where: { sprechstundeId: event.id } })).toBe(0);
  });

  it('is for people with an organisation, and for one of their own', async () => {
    const foreign = await api.world.organisation();
    expect(await refusal(kim, 'register', input(event.id, { organisationId: foreign.id }))).toBe('forbidden');
    const unplaced = await api.world.person();
    expect(await refusal(unplaced, 'register', input(event.id))).toBe('not_found');
    const moderator = await api.world.person();
    await api.world.db.globalRoleGrant.create({ data: { personId: moderator.id, role: 'MODERATOR' } });
    expect(await refusal(moderator, 'register', input(event.id))).toBe('person.unaffiliated');
  });
});

describe('withdrawing', () => {
  it('is for who registered, their coordinator and the editor', async () => {
    await change({ limit: null });
    const colleague = await api.world.colleague(kim.organisation);
    const coordinator = await api.world.colleague(kim.organisation, 'COORDINATOR');
    const stranger = await api.world.colleague();
    const { id } = await register(kim, event.id);
    expect(await refusal(stranger, 'withdraw', { id })).toBe('not_found');
    expect(await refusal(colleague, 'withdraw', { id })).toBe('forbidden');
    expect(await ask(coordinator, 'withdraw', { id })).toMatchObject({ status: 'WITHDRAWN' });
    expect(await ask(kim, 'withdraw', { id })).toMatchObject({ status: 'WITHDRAWN' });
    const again = await register(kim, event.id);
    expect(await ask(editor, 'withdraw', { id: again['id'] })).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('is over when it runs', async () => {
    const { id } = await register(kim, event.id);
    await change({ status: 'LIVE' });
    expect(await refusal(kim, 'withdraw', { id })).toBe('registration.over');
  });

  it('comes with the end of the place in the organisation (R11)', async () => {
    await change({ limit: 1 });
    const waiting = await api.world.colleague();
    const coordinator = await api.world.colleague(kim.organisation, 'COORDINATOR');
    await register(kim, event.id);
    await register(waiting, event.id);
    const { id } = await api.world.db.affiliation.findFirstOrThrow({ where: { personId: kim.id } });
    await api.get(coordinator, `mutation { endAffiliation(id: "${id}") { id } }`);
    expect((await shown(waiting))['ownRegistrations']).toMatchObject([{ status: 'REGISTERED' }]);
  });

  it('frees a seat that goes to the first one waiting, exactly once under 50 parallel attempts', async () => {
    await change({ limit: 10 });
    const first = await Promise.all(Array.from({ length: 10 }, () => api.world.colleague()));
    const second = await Promise.all(Array.from({ length: 40 }, () => api.world.colleague()));
    const held: Data[] = [];
    for (const who of first) held.push(await register(who, event.id));
    const half = second.slice(0, 20);
    for (const who of half) await register(who, event.id);
    const late = second.slice(20);
    // Ten seats are given back, twice each, while twenty more people register.
    await Promise.all([
      ...held.flatMap((place, i) => [ask(first[i]!, 'withdraw', { id: place['id'] }), ask(editor, 'withdraw', { id: place['id'] })]),
      ...late.map((who) => register(who, event.id)),
      ...late.slice(0, 10).map((who) => register(who, event.id)),
    ]);
    const places = await api.world.db.registration.findMany({
      where: { sprechstundeId: event.id },
      orderBy: [{ registeredAt: 'asc' }, { id: 'asc' }],
    });
    const of = (status: string) => places.filter((p) => p.status === status).map((p) => p.personId);
    expect(of('WITHDRAWN').toSorted()).toEqual(first.map((p) => p.id).toSorted());
    // Whoever waited longest, and nobody else.
    expect(of('REGISTERED')).toEqual(half.slice(0, 10).map((p) => p.id));
    expect(of('WAITING')).toHaveLength(30);
    expect(of('WAITING').slice(0, 10)).toEqual(half.slice(10).map((p) => p.id));
    await api.work();
    expect(await api.world.db.notice.count({ where: { sprechstundeId: event.id, cause: { startsWith: 'registration_promoted' } } })).toBe(
      10,
    );
  }, 60_000);

  it('and a higher limit lets those in who wait', async () => {
    await change({ limit: 1 });
    await register(kim, event.id);
    const waiting = await api.world.colleague();
    await register(waiting, event.id);
    const { version, startsAt, endsAt, title } = event;
    const given = {
      clientMutationId: randomUUID(),
      format: 'TOPIC',
      title,
      summary: '',
      topics: [],
      place: '',
      hostName: '',
      startsAt,
      endsAt,
      limit: 5,
    };
    await ask(editor, 'edit', { id: event.id, version, input: given });
    expect((await shown(waiting))['ownRegistrations']).toMatchObject([{ status: 'REGISTERED' }]);
  });
});

describe('the list of who comes', () => {
  it('is the editor’s, as a page and as a file that is audited', async () => {
    await register(kim, event.id);
    await register(kim, event.id, { companion: '=1+1' });
    expect((await shown(editor))['registrations']).toMatchObject({ total: 2, nodes: [{ person: { id: kim.id } }, {}] });
    const { name, text } = await ask(editor, 'export', { id: event.id });
    expect(name).toMatch(/^Teilnehmende-Veranstaltung-\d+-\d{4}-\d\d-\d\d\.csv$/);
    expect(text).toMatch(/^\uFEFFVerwaltung;Name;/);
    expect(text).toContain(`;${kim.name};Sachbearbeitung;${kim.email};angemeldet;`);
    expect(text).toContain(`;'=1+1;`);
    expect(await audited(event.id)).toEqual(['event.participants_exported']);
    expect(await refusal(kim, 'export', { id: event.id })).toBe('forbidden');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementsOf, hoursOn, nobodyIn } from '../../../test/announcements.ts';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Organisation, WorkingGroup } from '../../generated/prisma/client.ts';
import { addressees, addressing } from './audience.ts';

let api: Api;
let editor: Colleague;
const { ask, refusal, answer, published, reached } = announcementsOf(() => api);

/** One Kreis with a town, a Verbandsgemeinde and its member, beside a kreisfreie Stadt; a group; people everywhere. */
interface Land {
  kreis: Organisation;
  town: Organisation;
  union: Organisation;
  part: Organisation;
  halle: Organisation;
  group: WorkingGroup;
  other: WorkingGroup;
  people: Record<
    | 'kreis'
    | 'town'
    | 'townHead'
    | 'union'
    | 'part'
    | 'halle'
    | 'provider'
    | 'left'
    | 'seat'
    | 'guest'
    | 'over'
    | 'halleSeat'
    | 'moved'
    | 'otherSeat',
    string
  >;
}
let land: Land;
beforeAll(async () => {
  api = await openApi();
  const { world } = api;
  editor = await world.official('LAND_EDITOR');
  const kreis = await world.organisation({ kind: 'LANDKREIS', name: 'Stendal', title: 'Landkreis Stendal' });
  const town = await world.organisation({ name: 'Tangermünde', parentId: kreis.id });
  const union = await world.organisation({ kind: 'VERBANDSGEMEINDE', name: 'Arneburg-Goldbeck', parentId: kreis.id });
  const part = await world.organisation({ kind: 'MITGLIEDSGEMEINDE', name: 'Goldbeck', parentId: union.id });
  const halle = await world.organisation({ kind: 'KREISFREIE_STADT', name: 'Halle (Saale)' });
  const group = await world.group({ number: 4, name: 'Kommunikation' });
  const guest = await world.person();
  await world.seat(group, guest, 'GUEST', 'ACTIVE', new Date(Date.now() + 86_400_000));
  const over = await world.person();
  await world.seat(group, over, 'GUEST', 'ACTIVE', new Date(Date.now() - 1_000));
  // Headed a town once, and works in the group for somebody else now.
  const moved = await world.member(group);
  const former = await world.belongs(moved, town, 'HEAD');
  await world.db.affiliation.update({ where: { id: former.id }, data: { endedAt: new Date() } });
  const other = await world.group();
  const otherSeat = await world.colleague(undefined, 'COORDINATOR');
  await world.seat(other, otherSeat);
  const townHead = await world.colleague(town, 'HEAD');
  await world.seat(group, townHead);
  const [seat, halleSeat] = [await world.member(group), await world.member(group, 'MEMBER', halle)];
  await world.seat(group, await world.colleague(), 'MEMBER', 'LEFT');
  const left = await world.colleague(town);
  await world.db.affiliation.updateMany({ where: { personId: left.id }, data: { endedAt: new Date() } });
  const at = async (place: Organisation, role: 'COORDINATOR' | 'HEAD' | 'PROVIDER') => (await world.colleague(place, role)).id;
  land = {
    ...{ kreis, town, union, part, halle, group, other },
    people: {
      kreis: await at(kreis, 'COORDINATOR'),
      town: await at(town, 'COORDINATOR'),
      townHead: townHead.id,
      union: await at(union, 'COORDINATOR'),
      part: await at(part, 'HEAD'),
      halle: await at(halle, 'COORDINATOR'),
      provider: await at(halle, 'PROVIDER'),
      ...{
        left: left.id,
        seat: seat.id,
        guest: guest.id,
        over: over.id,
        halleSeat: halleSeat.id,
        moved: moved.id,
        otherSeat: otherSeat.id,
      },
    },
  };
});
afterAll(() => api.close());

/** To whom an announcement is addressed: by the rule for one person, and by that for all of them. */
async function addressed(id: string): Promise<Record<'one' | 'all', string[]>> {
  const { db } = api.world;
  const one = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT p.id FROM person p, announcement a WHERE a.id = $1::uuid AND p.id = ANY($2::uuid[]) AND ${addressing('p.id')}`,
    id,
    Object.values(land.people),
  );
  const all = await db.$queryRawUnsafe<{ person_id: string }[]>(
    `WITH told AS (SELECT * FROM announcement WHERE id = $1::uuid) ${addressees('told')}`,
    id,
  );
  return { one: one.map((row) => row.id).toSorted(), all: all.map((row) => row.person_id).toSorted() };
}

type Who = keyof Land['people'];
const cases: [string, (l: Land) => object, string[], Who[]][] = [
  ['a kind', () => ({ kinds: ['VERBANDSGEMEINDE'] }), ['Arneburg-Goldbeck'], ['union']],
  [
    'two kinds',
    () => ({ kinds: ['VERBANDSGEMEINDE', 'KREISFREIE_STADT'] }),
    ['Arneburg-Goldbeck', 'Halle (Saale)'],
    ['union', 'halle', 'halleSeat'],
  ],
  ['a Kreis', (l) => ({ kreisIds: [l.kreis.id] }), ['Arneburg-Goldbeck', 'Stendal', 'Tangermünde'], ['kreis', 'town', 'townHead', 'union']],
  ['a kind in a Kreis', (l) => ({ kinds: ['MITGLIEDSGEMEINDE'], kreisIds: [l.kreis.id] }), ['Goldbeck'], ['part']],
  ['a kind in a Kreis without any', (l) => ({ kinds: ['KREISFREIE_STADT'], kreisIds: [l.kreis.id] }), [], []],
  ['one organisation, without its providers', (l) => ({ organisationIds: [l.halle.id] }), ['Halle (Saale)'], ['halle', 'halleSeat']],
  ['a group, with its guests', (l) => ({ groupIds: [l.group.id] }), [], ['townHead', 'seat', 'guest', 'halleSeat', 'moved']],
  ['another group', (l) => ({ groupIds: [l.other.id] }), [], ['otherSeat']],
  [
    'one organisation and a group: each person once',
    (l) => ({ organisationIds: [l.halle.id], groupIds: [l.group.id] }),
    ['Halle (Saale)'],
    ['townHead', 'halle', 'seat', 'guest', 'halleSeat', 'moved'],
  ],
  ['roles', (l) => ({ organisationIds: [l.town.id], roles: ['HEAD'] }), ['Tangermünde'], ['townHead']],
  ['roles in a group', (l) => ({ groupIds: [l.group.id], roles: ['MEMBER'] }), [], ['seat', 'halleSeat', 'moved']],
  ['a role in a group', (l) => ({ groupIds: [l.group.id], roles: ['HEAD'] }), [], ['townHead']],
  ['roles that nobody has there', (l) => ({ groupIds: [l.group.id], roles: ['COORDINATOR'] }), [], []],
  [
    'an exception, also in a group',
    (l) => ({ kinds: ['VERBANDSGEMEINDE', 'KREISFREIE_STADT'], groupIds: [l.group.id], exceptIds: [l.halle.id] }),
    ['Arneburg-Goldbeck'],
    ['townHead', 'union', 'seat', 'guest', 'moved'],
  ],
  [
    'an exception that somebody belonged to once',
    (l) => ({ groupIds: [l.group.id], exceptIds: [l.town.id] }),
    [],
    ['seat', 'guest', 'halleSeat', 'moved'],
  ],
  ['nothing', () => ({}), [], []],
];

describe('an audience', () => {
  it.each(cases)('of %s: preview, publication and reading agree', async (_, spec, names, whom) => {
    const audience = { ...nobodyIn, ...spec(land) };
    const reach = await ask(editor, 'reach', { audience });
    const ids = (await ask(editor, 'people', { audience, first: 50 }))['nodes'].map((n: Data) => n['person'].id as string);
    const wanted = whom.map((who) => land.people[who]).toSorted();
    expect(ids.toSorted()).toEqual(wanted);
    expect(reach).toMatchObject({ organisationCount: names.length, personCount: wanted.length, atOnce: 0 });
    const { db } = api.world;
    const organisations = await db.organisation.findMany({
      where: { id: { in: reach['organisations'].map((o: Data) => o['organisation'].id as string) } },
      orderBy: { name: 'asc' },
    });
    expect(organisations.map((o) => o.name)).toEqual(names);
    if (wanted.length === 0) return;

    const { id } = await published(editor, editor.organisation.id, audience);
    const recipients = await db.announcementRecipient.findMany({ where: { announcementId: String(id) } });
    expect(recipients.map((r) => r.personId).toSorted()).toEqual(wanted);
    expect(await addressed(String(id))).toEqual({ one: wanted, all: wanted });
  });

  it.each([
    ['DRAFT', []],
    ['SCHEDULED', []],
    ['PUBLISHED', ['halle', 'otherSeat']],
    ['WITHDRAWN', ['halle', 'otherSeat']],
  ] as const)('is addressed while %s to %j', async (status, whom) => {
    const audience = { ...nobodyIn, organisationIds: [land.halle.id], groupIds: [land.other.id], roles: ['COORDINATOR'] };
    const { id } = await published(editor, editor.organisation.id, audience);
    await api.world.db.announcement.update({ where: { id: String(id) }, data: { status } });
    const wanted = whom.map((who) => land.people[who]).toSorted();
    expect(await addressed(String(id))).toEqual({ one: wanted, all: wanted });
  });

  it('names organisations where nobody is, or nobody coordinates, and who hears of it at once', async () => {
    const [empty, alone] = [await api.world.organisation({ name: 'Aken' }), await api.world.organisation({ name: 'Burg' })];
    await api.world.colleague(alone, 'HEAD');
    const audience = { ...nobodyIn, organisationIds: [empty.id, alone.id, land.town.id] };
    expect(await ask(editor, 'reach', { audience, dueAt: hoursOn(47) })).toEqual({
      ...{ organisationCount: 3, personCount: 3, atOnce: 3 },
      organisations: [
        { organisation: { id: empty.id }, personCount: 0, coordinated: false, because: 'weil Aken ausdrücklich angesprochen ist' },
        { organisation: { id: alone.id }, personCount: 1, coordinated: false, because: 'weil Burg ausdrücklich angesprochen ist' },
        {
          organisation: { id: land.town.id },
          personCount: 2,
          coordinated: true,
          because: `weil ${land.town.name} ausdrücklich angesprochen ist`,
        },
      ],
    });
    expect(await ask(editor, 'reach', { audience, dueAt: hoursOn(49) })).toMatchObject({ atOnce: 0 });
  });

  it('says why each of them has it, as its people will read it', async () => {
    const because = async (audience: object): Promise<Record<string, string>> => {
      const { organisations } = await ask(editor, 'reach', { audience: { ...nobodyIn, ...audience } });
      return Object.fromEntries(
        (organisations as { organisation: { id: string }; because: string }[]).map((o) => [o.organisation.id, o.because]),
      );
    };
    const { kreis, town, union, halle } = land;
    expect(await because({ kreisIds: [kreis.id] })).toMatchObject({
      [kreis.id]: 'weil Stendal angesprochen ist',
      [town.id]: 'weil Tangermünde zum Landkreis Stendal gehört',
    });
    expect(await because({ kreisIds: [kreis.id], kinds: ['VERBANDSGEMEINDE'] })).toEqual({
      [union.id]: 'weil Arneburg-Goldbeck Verbandsgemeinde im Landkreis Stendal ist',
    });
    expect(await because({ kinds: ['KREISFREIE_STADT'] })).toEqual({ [halle.id]: 'weil Halle (Saale) kreisfreie Stadt ist' });
  });

  it('is shown page by page, to who writes, of groups that they see', async () => {
    const audience = { ...nobodyIn, kreisIds: [land.kreis.id] };
    const first = await ask(editor, 'people', { audience, first: 3 });
    expect(first).toMatchObject({ total: 4, pageInfo: { hasNextPage: true } });
    const rest = await ask(editor, 'people', { audience, first: 3, after: first['pageInfo'].endCursor });
    expect([...first['nodes'], ...rest['nodes']].map((n: Data) => n['person'].id).toSorted()).toEqual(
      (['kreis', 'town', 'townHead', 'union'] as const).map((who) => land.people[who]).toSorted(),
    );
    expect(first['nodes'].every((n: Data) => n['organisation'] !== null)).toBe(true);
    const nobody = await api.world.colleague(undefined, 'COORDINATOR');
    expect(await refusal(nobody, 'reach', { audience })).toBe('forbidden');
    expect(await refusal(nobody, 'people', { audience, first: 3 })).toBe('forbidden');
    const hidden = await api.world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    const expert = await api.world.official('LAND_EXPERT');
    for (const name of ['reach', 'people'] as const) {
      const { errors } = await answer(expert, name, { audience: { ...nobodyIn, groupIds: [hidden.id] }, first: 3 });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: ['audience.groupIds'] });
    }
  });

  it('counts who sits in a closed group, and names them to its readers alone', async () => {
    const closed = await api.world.group({ visibility: 'MEMBERS', joinPolicy: 'REQUEST' });
    const [member, reader] = [await api.world.member(closed), await api.world.official('LAND_EXPERT')];
    const named = async (who: Colleague): Promise<unknown[]> => {
      const audience = { ...nobodyIn, groupIds: [closed.id], organisationIds: [reader.organisation.id] };
      const { nodes, total } = await ask(who, 'people', { audience, first: 50 });
      return [await reached(who, audience), total, (nodes as Data[]).map((n) => n['person'].id)];
    };
    expect(await named(editor)).toEqual([2, 1, [reader.id]]);
    await api.world.seat(closed, reader);
    expect(await named(reader)).toEqual([2, 2, expect.arrayContaining([member.id, reader.id])]);
  });
});

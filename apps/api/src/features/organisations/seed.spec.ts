import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodies } from '../../../../../prisma/seed/bodies.ts';
import { problems } from '../../../../../prisma/seed/problems.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { seedBodies, type SeedBody } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const stated: readonly SeedBody[] = bodies();

describe('the files of the seed', () => {
  it('state the bodies of the Land without a contradiction', () => {
    expect(problems(bodies())).toEqual([]);
  });

  it('would be found out otherwise', () => {
    const [first, ...rest] = bodies();
    expect(problems([{ ...first!, code: rest[0]!.code }, ...rest])).toEqual([expect.stringContaining('code')]);
  });
});

describe('the bodies in the database', () => {
  it('come with parents, tiles and marks, once', async () => {
    const { db } = api.world;
    expect(await seedBodies(db, stated)).toEqual({ created: 266, changed: 0 });
    expect(await seedBodies(db, stated)).toEqual({ created: 0, changed: 0 });
    expect(await db.organisation.count({ where: { tileColumn: { not: null } } })).toBe(133);
    expect(await db.organisation.count({ where: { parentId: { not: null } } })).toBe(233);
    const flechtingen = await db.organisation.findMany({
      where: { name: 'Flechtingen' },
      include: { parent: { include: { parent: true } } },
      orderBy: { kind: 'asc' },
    });
    expect(flechtingen.map((o) => [o.kind, o.code, o.parent?.kind])).toEqual([
      ['VERBANDSGEMEINDE', 'Fle', 'LANDKREIS'],
      ['MITGLIEDSGEMEINDE', 'Fle', 'VERBANDSGEMEINDE'],
    ]);
    expect(flechtingen[1]!.parent!.parent!.name).toBe(flechtingen[0]!.parent!.name);
  });

  it('follow a changed seed, and keep what the installation says itself', async () => {
    const { db } = api.world;
    const halle = stated.find((body) => body.code === 'HAL')!;
    await db.organisation.update({ where: { key: halle.key }, data: { mailDomains: ['halle.example'] } });
    const renamed = stated.filter((body) => body.kind !== 'BUND').map((body) => (body === halle ? { ...body, population: 1 } : body));
    const bund = await db.organisation.count({ where: { kind: 'BUND' } });
    expect(bund).toBeGreaterThan(0);
    expect(await seedBodies(db, renamed)).toEqual({ created: 0, changed: 1 });
    expect(await db.organisation.findUnique({ where: { key: halle.key } })).toMatchObject({
      population: 1,
      mailDomains: ['halle.example'],
    });
    expect(await db.organisation.count({ where: { kind: 'BUND' } })).toBe(bund);
  });
});

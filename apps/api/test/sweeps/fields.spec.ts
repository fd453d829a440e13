import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { openApi, type Answer, type Api } from '../api.ts';
import type { Someone } from '../world.ts';
import { bystander, cast, roles, setScene, type Role, type Scene } from './cast.ts';
import { fieldsIn, gaps, guardedRows, namesOf, openFields, sweeps } from './collected.ts';
import { declaredIn, readSchema } from './schema.ts';
import type { Sight } from './sweep.ts';
import { nameOf } from './table.ts';

const schema = readSchema();
const roots = [schema.getQueryType(), schema.getMutationType()];

let api: Api;
/** Of each feature, in their order. */
let sights: Sight[];
let actors: Record<Role, Someone | null>;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  const scene = await setScene(api.world);
  const sight = await setSight(scene);
  sights = [];
  for (const { sweep } of sweeps) sights.push({ ...sight, ...(await sweep.furnish?.(sight)) });
  actors = {} as typeof actors;
  for (const role of roles) actors[role] = await cast[role](scene);
  const people = Object.values(actors).filter((actor) => actor !== null);
  for (const [i, { sweep }] of sweeps.entries()) await Promise.all(people.map(async (actor) => sweep.furnishFor?.(sights[i]!, actor)));
  for (const [i, { sweep }] of sweeps.entries()) await sweep.furnishLast?.(sights[i]!);
});
afterAll(() => api.close());

describe('the table of fields', () => {
  it('has a rule for every field of every object, and one only', () => {
    const all = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
      .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
    const declared = all.map((name) => ({ name, folder: declaredIn(name) }));
    expect(gaps('openFields', declared, [...openFields, ...fieldsIn(guardedRows)])).toEqual([]);
  });
  it('has a row for every case', () => {
    const cases = guardedRows.map((row) => ({ folder: row.folder, name: nameOf(row) }));
    const made = namesOf((sweep) => sweep.looks);
    expect(gaps('looks', cases, made)).toEqual([]);
  });
});

async function setSight(scene: Scene): Promise<Sight> {
  const { db } = scene.world;
  const found = await bystander(scene);
  const { subject: sub } = await db.identity.findFirstOrThrow({ where: { personId: found.id } });
  // The card of a group with visibility MEMBERS is seen where one may ask to join.
  await db.workingGroup.update({ where: { id: scene.hidden.id }, data: { joinPolicy: 'REQUEST' } });
  for (const group of [scene.group, scene.hidden]) await scene.world.seat(group, found);
  return { scene, colleague: { ...found, sub } };
}

/** What stands under `found`, wherever that is; null where nothing is. */
function found(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return null;
  if ('found' in data) return data.found;
  return found(Object.values(data).find((value) => typeof value === 'object' && value !== null));
}
function outcome({ data, errors }: Answer): string {
  if (errors?.[0]) return errors[0].extensions.code;
  const value = found(data);
  if (value === null) return 'null';
  const page = value as { nodes?: unknown[]; total?: number };
  const size = page.nodes ? page.nodes.length + (page.total ?? 0) : Array.isArray(value) ? value.length : value;
  return size === '' || size === 0 ? 'empty' : 'value';
}

describe.each(guardedRows)('$field $variant', (row) => {
  it('shows each role what the table says', async () => {
    const feature = sweeps.findIndex(({ folder }) => folder === row.folder);
    const ask = sweeps[feature]!.sweep.looks![nameOf(row)]!;
    const sight = sights[feature]!;
    const answers = roles.map(async (role) => [role, outcome(await api.ask(actors[role], `{ ${ask(sight, actors[role])} }`))]);
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(row.expected);
  });
});

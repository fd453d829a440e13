import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { openApi, type Answer, type Api } from '../api.ts';
import type { Someone } from '../world.ts';
import { cast, roles, setScene, type Role } from './cast.ts';
import { fieldCases, furnish, provide, speak, type Sight } from './fields.cases.ts';
import { guardedRows, openFields } from './fields.table.ts';
import { gaps, readSchema } from './schema.ts';

const table = guardedRows(roles);
const schema = readSchema();
const roots = [schema.getQueryType(), schema.getMutationType()];

let api: Api;
let sight: Sight;
let actors: Record<Role, Someone | null>;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  const scene = await setScene(api.world);
  sight = await furnish(scene);
  actors = {} as typeof actors;
  for (const role of roles) actors[role] = await cast[role](scene);
  await Promise.all(Object.values(actors).flatMap((actor) => (actor ? [provide(sight, actor)] : [])));
  await speak(sight);
});
afterAll(() => api.close());

describe('the table of fields', () => {
  it('has a rule for every field of every object, and one only', () => {
    const all = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
      .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
    const ruled = [...openFields, ...new Set(table.map((row) => row.field))];
    expect(gaps('fields.table.ts', all, ruled)).toEqual([]);
  });
  it('has a row for every case', () => {
    const named = table.map(({ field, variant }) => `${field} ${variant}`.trim());
    expect(gaps('fields.cases.ts', named, Object.keys(fieldCases))).toEqual([]);
  });
});

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

describe.each(table)('$field $variant', ({ field, variant, expected }) => {
  it('shows each role what the table says', async () => {
    const ask = fieldCases[`${field} ${variant}`.trim()]!;
    const answers = roles.map(async (role) => [role, outcome(await api.ask(actors[role], `{ ${ask(sight, actors[role])} }`))]);
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(expected);
  });
});

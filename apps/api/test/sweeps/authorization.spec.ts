import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../api.ts';
import type { Someone } from '../world.ts';
import { cast, roles, setScene, type Role, type Scene } from './cast.ts';
import { calls, fieldsIn, gaps, namesOf, rootRows } from './collected.ts';
import { declaredIn, documentOf, readSchema } from './schema.ts';
import { nameOf } from './table.ts';

const schema = readSchema();
const fields = { query: schema.getQueryType()!.getFields(), mutation: schema.getMutationType()!.getFields() };

let api: Api;
/** Queries change nothing: one scene for all of them, with everybody in it. */
let shared: Record<Role, { scene: Scene; actor: Someone | null }>;
beforeAll(async () => {
  api = await openApi({ DATABASE_POOL: '10' });
  const scene = await setScene(api.world);
  shared = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, { scene, actor: await cast[role](scene) }] as const)),
  ) as typeof shared;
});
afterAll(() => api.close());

const enter = async (role: Role) => {
  const scene = await setScene(api.world);
  return { scene, actor: await cast[role](scene) };
};

describe('the authorization table', () => {
  it('names every root field, and only those', () => {
    const all = [
      ...Object.keys(fields.query).map((name) => ({ name, folder: declaredIn(`Query.${name}`) })),
      ...Object.keys(fields.mutation).map((name) => ({ name, folder: declaredIn(`Mutation.${name}`) })),
    ];
    expect(gaps('authorization', all, fieldsIn(rootRows))).toEqual([]);
  });
  it('has a row for every case', () => {
    const cases = rootRows.map((row) => ({ folder: row.folder, name: nameOf(row) }));
    const made = namesOf((sweep) => sweep.calls);
    expect(gaps('calls', cases, made)).toEqual([]);
  });
});

describe.each(rootRows)('$field $variant', ({ field, variant, expected }) => {
  it('answers each role as the table says', async () => {
    const kind = field in fields.query ? 'query' : 'mutation';
    const make = calls[nameOf({ field, variant })]!;
    const answers = roles.map(async (role) => {
      const { scene, actor } = kind === 'query' ? shared[role] : await enter(role);
      const variables = await make(scene, actor);
      const document = documentOf(kind, fields[kind][field]!, Object.keys(variables));
      return [role, (await api.refusal(actor, document, variables)) ?? 'ok'];
    });
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(expected);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../api.ts';
import { rows } from './authorization.table.ts';
import { cases } from './cases.ts';
import { cast, roles, setScene } from './cast.ts';
import { documentOf, readSchema } from './schema.ts';

const schema = readSchema();
const fields = { query: schema.getQueryType()!.getFields(), mutation: schema.getMutationType()!.getFields() };
const table = rows(roles);

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('the authorization table', () => {
  it('names every root field, and only those', () => {
    const all = [...Object.keys(fields.query), ...Object.keys(fields.mutation)].toSorted();
    expect([...new Set(table.map((row) => row.field))].toSorted()).toEqual(all);
  });
});

describe.each(table)('$field $variant', ({ field, variant, expected }) => {
  it('answers each role as the table says', async () => {
    const kind = field in fields.query ? 'query' : 'mutation';
    const make = cases[`${field} ${variant}`.trim()]!;
    const found: Record<string, string> = {};
    for (const role of roles) {
      const scene = await setScene(api.world);
      const actor = await cast[role](scene);
      const variables = await make(scene, actor);
      const document = documentOf(kind, fields[kind][field]!, Object.keys(variables));
      found[role] = (await api.refusal(actor, document, variables)) ?? 'ok';
    }
    expect(found).toEqual(expected);
  });
});

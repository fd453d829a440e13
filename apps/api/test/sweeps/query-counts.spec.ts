import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../api.ts';
import { queriesOf } from '../queries.ts';
import { gather } from './crowd.ts';
import type { Crowd } from './sweep.ts';
import { gaps, namesOf } from './collected.ts';
import { listDocument, lists, placeOf, rowsIn } from './lists.ts';
import { declaredIn } from './schema.ts';

const many = 20;
let api: Api;
let crowds: { one: Crowd; many: Crowd };
beforeAll(async () => {
  api = await openApi();
  crowds = { one: await gather(api.world, 1), many: await gather(api.world, many) };
}, 60_000);
afterAll(() => api.close());

it('every list of the schema has its place', () => {
  const all = lists.map(({ name }) => ({ name, folder: declaredIn(name) }));
  const placed = namesOf((sweep) => sweep.lists);
  expect(gaps('lists', all, placed)).toEqual([]);
});

describe.each(lists)('$name', (list) => {
  it('costs as many queries for twenty rows as for one', async () => {
    const ask = async (crowd: Crowd, count: number) => {
      const place = placeOf(list.name, crowd, count);
      const document = listDocument(list, place);
      // The plan is compiled by the second call; what stays is the cost of the rows.
      for (let i = 0; i < 2; i++) await api.get(crowd.viewer, document);
      let data: unknown;
      const queries = await queriesOf(async () => (data = await api.get(crowd.viewer, document)));
      return { queries, rows: rowsIn(data, place, list).length, most: place.most };
    };
    const few = await ask(crowds.one, 1);
    const full = await ask(crowds.many, many);
    expect(few.rows).toBeGreaterThan(0);
    expect(full.rows).toBeGreaterThanOrEqual(full.most ?? many);
    expect(full.queries).toBe(few.queries);
  });
});

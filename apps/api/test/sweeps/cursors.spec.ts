import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../api.ts';
import { gather } from './crowd.ts';
import { listDocument, lists, placeOf } from './lists.ts';
import type { Crowd } from './sweep.ts';

const isOpaque = ({ type }: { type: unknown }) => String(type) === 'String';
const paged = lists.filter(({ field }) => field.args.some((arg) => arg.name === 'after' && isOpaque(arg)));

const encoded = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
const nobody = '00000000-0000-4000-8000-000000000000';
const forged = [
  ['x', 1],
  [null],
  [{}],
  [],
  {},
  null,
  'x',
  [null, null],
  [null, null, null],
  ['x', 'x'],
  [1, 1],
  ['x', nobody, nobody],
  [2 ** 40, 'x', nobody],
  [0.5, 'x', nobody],
  ['a\0b', nobody],
  [[], nobody],
].map(encoded);
/** Where the order begins with a text, this is one. */
const doubtful = [
  ['2026-02-30T99:00:00.000Z', nobody],
  ['2026-01-01T00:00:00.000Z', 'x'],
  ['', nobody],
].map(encoded);

let api: Api;
let crowd: Crowd;
beforeAll(async () => {
  api = await openApi();
  crowd = await gather(api.world, 2);
});
afterAll(() => api.close());

describe.each(paged)('a cursor of $name', (list) => {
  const ask = (cursor?: string) => api.refusal(crowd.viewer, listDocument(list, placeOf(list.name, crowd, 1), cursor));

  it('that nobody was given is invalid', async () => {
    for (const cursor of [...forged, 'x', '%%%', 'ä', '']) expect([cursor, await ask(cursor)]).toEqual([cursor, 'invalid']);
    for (const cursor of doubtful) expect(['invalid', undefined]).toContain(await ask(cursor));
  });

  it('that was given goes on', async () => {
    const place = placeOf(list.name, crowd, 1);
    const args = place.args?.includes('first:') ? place.args : [place.args, 'first: 1'].filter(Boolean).join(', ');
    const document = listDocument(list, { ...place, args }).replace(/nodes \{(?!.*nodes \{)/, 'pageInfo { endCursor } nodes {');
    const [, cursor] = /"endCursor":"([^"]+)"/.exec(JSON.stringify(await api.get(crowd.viewer, document))) ?? [];
    expect(cursor).toBeDefined();
    expect(await ask(cursor)).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { openApi, type Answer, type Api } from '../../../test/api.ts';
import { tokenOf } from '../../../test/issuer.ts';
import type { Someone } from '../../../test/world.ts';

let api: Api;
let me: Someone;
beforeAll(async () => {
  api = await openApi();
  me = await api.world.official('LAND_ADMIN');
});
afterAll(() => api.close());

interface Sent {
  status: number;
  body: string;
  code: string | undefined;
}
async function send(payload: string, type = 'application/json', to: Api = api): Promise<Sent> {
  const { statusCode: status, body } = await to.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': type, authorization: `Bearer ${await tokenOf(me)}` },
    payload,
  });
  const { errors } = (body.startsWith('{') ? JSON.parse(body) : {}) as Partial<Answer>;
  return { status, body, code: errors?.[0]?.extensions.code };
}
const sendJson = (payload: object, to: Api = api) => send(JSON.stringify(payload), 'application/json', to);
/** Nothing of how the server is made or bounded. */
const telling =
  /node_modules|\.ts:|\bat [\w.]+ \(|select |insert |prisma|postgres|sqlstate|stack|limit|maximum|exceed|\b12\b|\b50[_,]?000\b/i;

const repeat = (n: number, part: (i: number) => string) => Array.from({ length: n }, (_, i) => part(i)).join(' ');
const nested = (depth: number): string =>
  'viewer { person { affiliations { '.concat('person { affiliations { '.repeat(depth), 'id', ' } }'.repeat(depth), ' } } }');
const attacks: [string, string][] = [
  ['depth', `{ ${nested(8)} }`],
  ['aliases', `{ ${repeat(41, (i) => `a${i}: viewer { email }`)} }`],
  ['fields', `{ viewer { ${'email '.repeat(600)} } }`],
  [
    'cost by nested lists',
    '{ workingGroups(first: 100) { nodes { members(first: 100) { nodes { group { members(first: 100) { nodes { id } } } } } } } }',
  ],
  [
    'cost by variables',
    'query($n: Int!) { workingGroups(first: $n) { nodes { members(first: $n) { nodes { group { members(first: $n) { nodes { id } } } } } } } }',
  ],
  ['cost by lists whose size is left out', '{ workingGroups { nodes { members { nodes { group { members { nodes { id } } } } } } } }'],
  [
    'cost by lists without pages',
    '{ viewer { affiliations { organisation { children { children { children { children { id } } } } } } } }',
  ],
  ['directives', `{ viewer { email ${'@include(if: true) '.repeat(21)} } }`],
  ['directives on the operation', `query Q ${'@skip(if: false) '.repeat(21)} { viewer { email } }`],
  ['many variables', `query(${repeat(61, (i) => `$v${i}: Int`)}) { workingGroups(first: $v0) { total } }`],
  ['brackets beyond the parser', '{a'.repeat(4_000)],
  ['a definition beside its operation', '{ viewer { email } } type A { b: Int }'],
  ['fragments in a circle', '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }'],
  [
    'fragments that explode',
    `{ viewer { ...F0 } } ${repeat(20, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Viewer { email }`,
  ],
  ['many fragments', `{ viewer { ...F0 } } ${repeat(61, (i) => `fragment F${i} on Viewer { email }`)}`],
  ['two operations', 'query A { viewer { email } } query B { viewer { email } }'],
  ['an unknown field', '{ secrets }'],
  ['an unknown argument', '{ viewer(all: true) { email } }'],
  ['a syntax error', '{ viewer { '],
  ['no operation', 'fragment A on Viewer { email }'],
  ['a subscription', 'subscription { viewer { email } }'],
  ['NUL in an argument', '{ workingGroups(filter: { text: "a\\u0000b" }) { total } }'],
  ['a lone surrogate in an argument', '{ workingGroups(filter: { text: "a\\uD800b" }) { total } }'],
  ['an integer beyond 32 bits', '{ workingGroups(first: 99999999999999999999) { total } }'],
];

describe('a document', () => {
  it.each(attacks)('with %s is refused before it runs', async (_, query) => {
    const { status, code, body } = await sendJson({ query, variables: { n: 100 } });
    expect([status, code]).toEqual([400, 'invalid']);
    expect(body).not.toMatch(telling);
  });

  it('that is ordinary is answered, with the same bounds in sight', async () => {
    expect(await sendJson({ query: `{ ${nested(1)} }` })).toMatchObject({ status: 200, code: undefined });
    expect(await sendJson({ query: `{ ${repeat(40, (i) => `a${i}: viewer { email }`)} }` })).toMatchObject({
      status: 200,
      code: undefined,
    });
  });

  it('that compares each field with each other costs no more than its length', async () => {
    const began = process.cpuUsage();
    expect(await sendJson({ query: `{ ${'viewer { email } '.repeat(30_000)} }` })).toMatchObject({ code: 'invalid' });
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_000);
  });

  it('does not tell the schema in production', async () => {
    const { refuseLargeDocuments } = await import('./document-limits.ts');
    const { readSchema } = await import('../../../test/sweeps/schema.ts');
    const schema = readSchema();
    const check = (query: string, introspection: boolean) => () => refuseLargeDocuments(schema, parse(query), introspection);
    for (const query of ['{ __schema { types { name } } }', '{ ...A } fragment A on Query { t: __type(name: "Query") { name } }']) {
      expect(check(query, false)).toThrow('document');
      expect(check(query, true)).not.toThrow();
    }
    expect(check('{ __typename viewer { __typename email } }', false)).not.toThrow();
  });

  it('runs no other operation than the one that is named, compiled or not', async () => {
    const query = 'query Mine { viewer { email } }';
    for (let i = 0; i < 4; i++) {
      expect(await sendJson({ query, operationName: 'Mine' })).toMatchObject({ status: 200, code: undefined });
      expect(await sendJson({ query, operationName: 'Other' })).toMatchObject({ status: 400, code: 'invalid' });
    }
  });

  it('keeps its variables’ defaults when its plan is compiled', async () => {
    const query = 'query($first: Int! = 1) { workingGroups(first: $first) { total } }';
    for (let i = 0; i < 4; i++) expect(await sendJson({ query })).toMatchObject({ status: 200, code: undefined });
  });
});

describe('a request', () => {
  const query = 'query($text: String) { workingGroups(filter: { text: $text }) { total } }';

  it('is one document by POST as JSON', async () => {
    const one = { query: '{ viewer { email } }' };
    const good = await sendJson(one);
    expect(good).toMatchObject({ status: 200, code: undefined });
    const refused = [
      await send(JSON.stringify([one, one])),
      await send('{"query":'),
      await send('"text"'),
      await send('null'),
      await send('{}'),
      await send('', 'application/json'),
      await send('query=%7Bviewer%7Bemail%7D%7D', 'application/x-www-form-urlencoded'),
      await send(JSON.stringify(one), 'text/plain'),
      await send('--x\r\n\r\n{}\r\n--x--', 'multipart/form-data; boundary=x'),
      await sendJson({ query: 42 }),
      await sendJson({ query: 'null' }),
      await sendJson({ query: '[]' }),
      await sendJson({ query: JSON.stringify({ kind: 'Document', definitions: [] }) }),
      await sendJson({ query: JSON.stringify(parse('{ viewer { email } }')) }),
      await sendJson({ query: { a: 1 } }),
      await sendJson({ ...one, variables: 'text' }),
      await sendJson({ ...one, operationName: 'Other' }),
    ];
    for (const { status, body, code } of refused) {
      expect(status).toBeLessThan(500);
      expect(code).toBe('invalid');
      expect(body).not.toContain(me.email);
      expect(body).not.toMatch(telling);
    }
  });

  it('by GET answers nothing', async () => {
    for (const text of ['{ viewer { email } }', 'mutation { markAllNoticesRead { email } }']) {
      const { statusCode, body } = await api.app.inject({
        method: 'GET',
        url: `/graphql?query=${encodeURIComponent(text)}`,
        headers: { authorization: `Bearer ${await tokenOf(me)}`, 'x-mercurius-operation-name': 'A' },
      });
      expect(statusCode).toBe(405);
      expect(body).not.toContain(me.email);
    }
  });

  it.each([
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\uD800b'],
  ])('with %s in a variable is invalid, however deep', async (_, text) => {
    for (const variables of [{ text }, { other: { list: [text] } }, { [text]: 1 }]) {
      const { status, code, body } = await sendJson({ query, variables });
      expect(status).toBeLessThan(500);
      if ('text' in variables || 'other' in variables) expect(code).toBe('invalid');
      expect(body).not.toMatch(telling);
    }
  });

  it.each([
    ['deeper than any input', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['wider than any input', `[${'1,'.repeat(20_000)}1]`],
  ])('with variables %s is invalid', async (_, json) => {
    const { status, code, body } = await send(`{"query":${JSON.stringify(query)},"variables":{"text":${json}}}`);
    expect([status, code]).toEqual([200, 'invalid']);
    expect(body).not.toMatch(telling);
  });

  it.each(['//', '//[', '/%', '/%zz', '/%c0%ae', '/..%2f..%2fpackage.json', '/%67raphql'])('to %s is no fault of ours', async (url) => {
    const { statusCode, body } = await api.app.inject({ method: 'GET', url });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toMatch(/FST_|stack|node_modules/);
  });

  it.each(['/oidc/backchannel-logout', '/nowhere'])('that is broken is refused at %s in our words', async (url) => {
    const headers = { 'content-type': 'application/json' };
    for (const payload of ['{', 'x'.repeat(300_000)])
      expect((await api.app.inject({ method: 'POST', url, headers, payload })).json()).toEqual({ code: 'invalid' });
  });

  it('of two megabytes is refused unread', async () => {
    const { status, body } = await sendJson({ query, variables: { text: 'x'.repeat(2_000_000) } });
    expect(status).toBe(413);
    expect(body).not.toMatch(/stack|node_modules|\d{5,}/);
  });

  it.each([
    ['notices', ['x', 'y']],
    ['notices', ['2026-01-01', 'y']],
    ['auditEntries', ['x', 'y']],
    ['auditEntries', [1, 2]],
    ['barrierReports', ['x', 'y']],
    ['drafts', ['x', 'y']],
    ['workingGroups', ['x', 'y', 'z']],
  ])('with a forged cursor for %s is invalid: %j', async (field, keys) => {
    const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
    const { status, code, body } = await sendJson({
      query: `query($after: String) { ${field}(after: $after) { total } }`,
      variables: { after },
    });
    expect([status, code]).toEqual([200, 'invalid']);
    expect(body).not.toMatch(telling);
  });

  it('whose answer does not fit the schema is our fault, compiled or not', async () => {
    const { Database } = await import('../database/database.ts');
    const { pool } = api.app.get(Database);
    const query = pool.query.bind(pool) as (statement: { name?: string }) => Promise<unknown>;
    pool.query = ((statement: { name?: string }) =>
      statement.name === 'notices_count' ? Promise.resolve({ rows: [{ count: null }] }) : query(statement)) as never;
    const codes = [];
    for (let i = 0; i < 4; i++) codes.push((await sendJson({ query: '{ viewer { unreadNoticeCount } }' })).code);
    pool.query = query as never;
    expect(codes).toEqual(['internal', 'internal', 'internal', 'internal']);
  });
});

describe('a forged token', () => {
  it('changes nothing of what the request is refused for', async () => {
    const headers = { authorization: 'Bearer x.y.z' };
    const ask = async (payload: string | object, type = 'application/json') => {
      const sent = { headers: { ...headers, 'content-type': type }, payload };
      return (await api.app.inject({ method: 'POST', url: '/graphql', ...sent })).statusCode;
    };
    expect(await ask({ query: '{ viewer { email } }' })).toBe(200);
    expect(await ask({ query: 'x'.repeat(300_000) })).toBe(413);
    expect(await ask('{"query":')).toBe(400);
    expect(await ask('x', 'image/png')).toBe(400);
  });
});

describe('trusted documents', () => {
  const known = 'query Known { viewer { email } }';
  const hash = createHash('sha256').update(known).digest('hex');
  const dist = mkdtempSync(join(tmpdir(), 'kollab-web-'));
  let trusting: Api;
  beforeAll(async () => {
    writeFileSync(join(dist, 'operations.json'), JSON.stringify({ [hash]: known }));
    trusting = await openApi({ TRUSTED_DOCUMENTS: 'true', WEB_DIST: dist, DATABASE_URL: api.databaseUrl });
  });
  afterAll(async () => {
    await trusting.close();
    rmSync(dist, { recursive: true });
  });

  it('are answered by their hash', async () => {
    const { status, body } = await sendJson({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, trusting);
    expect([status, body]).toEqual([200, JSON.stringify({ data: { viewer: { email: me.email } } })]);
  });

  it.each<[string, object]>([
    ['a text', { query: known }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    [
      'a text with a known hash',
      { query: '{ viewer { person { id } } }', extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    ],
    ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
    ['a name of every object', { extensions: { persistedQuery: { version: 1, sha256Hash: 'constructor' } } }],
    ['no hash', { extensions: { persistedQuery: {} } }],
    ['a hash that is none', { extensions: { persistedQuery: { sha256Hash: 1 } } }],
  ])('%s gets 400', async (_, payload) => {
    const { status, body, code } = await sendJson(payload, trusting);
    expect([status, code]).toEqual([400, 'invalid']);
    expect(body).not.toMatch(telling);
    expect(body).not.toContain(me.email);
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
describe('too many requests', () => {
  it('answer 429, for each person and address alone', async () => {
    const narrow = await openApi({ RATE_LIMIT_PERSON: '3', RATE_LIMIT_ADDRESS: '2', DATABASE_URL: api.databaseUrl });
    const payload = { query: '{ viewer { email } }' };
    const signedIn = [];
    for (let i = 0; i < 5; i++) signedIn.push(await sendJson(payload, narrow));
    expect(signedIn.map((s) => s.status)).toEqual([200, 200, 200, 429, 429]);
    expect(signedIn[4]!.code).toBe('rate_limited');
    expect(JSON.parse(signedIn[4]!.body)).toEqual({
      data: null,
      errors: [{ message: 'rate_limited', extensions: { code: 'rate_limited' } }],
    });
    const nobody = [];
    for (let i = 0; i < 3; i++) nobody.push((await narrow.app.inject({ method: 'POST', url: '/graphql', payload })).statusCode);
    expect(nobody.at(-1)).toBe(429);
    // What a forged token says about its owner is no new limit, and no other spelling of the address is.
    const forge = (i: number) => `${part({ alg: 'RS256' })}.${part({ sub: `x${i}` })}.x`;
    for (const url of ['/graphql', '/%67raphql', '/graphql?a'])
      for (let i = 0; i < 2; i++) {
        const headers = { authorization: `Bearer ${forge(i)}` };
        expect((await narrow.app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(429);
      }
    // Nobody else is held off with the flood.
    const other = { authorization: `Bearer ${await tokenOf(await api.world.person())}` };
    expect((await narrow.app.inject({ method: 'POST', url: '/graphql', payload, headers: other })).statusCode).toBe(200);
    // Health is asked by machines that may not be held off.
    expect((await narrow.app.inject('/livez')).statusCode).toBe(200);
    await narrow.close();
  });
});

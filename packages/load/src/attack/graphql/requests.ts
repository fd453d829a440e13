import { createConnection } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { document, send, type Sent } from '../ask.ts';
import { type Attack, type Scene } from './attack.ts';

const query = '{ viewer { email } }';
const json = JSON.stringify({ query });
const mutation = 'mutation { markAllNoticesRead { email } }';

const sending = (name: string, sent: (scene: Scene) => Sent, more: Partial<Attack> = { answer: 'refused' }): Attack => ({
  name,
  ...more,
  send: (scene) => {
    const one = sent(scene);
    return { ...one, headers: { authorization: `Bearer ${scene.token}`, 'content-type': 'application/json', ...one.headers } };
  },
});
const ofType = (type: string, body: string | Buffer = json, answer: Attack['answer'] | null = 'refused'): Attack =>
  sending(`the content type ${type || '(none)'}`, () => ({ headers: { 'content-type': type }, body }), answer ? { answer } : {});
const withBody = (name: string, body: string | Buffer, answer: Attack['answer'] | null = 'refused'): Attack =>
  sending(name, () => ({ body }), answer ? { answer } : {});
const compressed = (encoding: string, body: Buffer): Attack =>
  sending(`a bomb in ${encoding}`, () => ({ headers: { 'content-encoding': encoding }, body }));
const get = (name: string, text: string, headers: Record<string, string> = {}): Attack =>
  sending(name, () => ({ method: 'GET', path: `/graphql?query=${encodeURIComponent(text)}`, headers }));
const bomb = Buffer.from(JSON.stringify({ query, variables: { a: 'x'.repeat(30_000_000) } }));

/** Bytes as they stand, over a connection of its own; answers with what came back. */
const raw = (name: string, bytes: (scene: Scene) => string | Buffer): Attack => ({
  name,
  mayClose: true,
  send: async (scene) => {
    const { hostname, port } = new URL(scene.url);
    const text = await new Promise<string>((resolve) => {
      const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(bytes(scene)));
      let got = '';
      socket.setTimeout(400, () => socket.destroy());
      socket.on('data', (chunk) => (got += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(got));
    });
    return [
      { status: Number(/^HTTP\/1\.\d (\d{3})/.exec(text)?.[1] ?? 0), headers: {}, body: text.split('\r\n\r\n').slice(1).join(''), ms: 0 },
    ];
  },
});
const head = ({ token }: Scene, more: string): string =>
  `POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n${more}\r\n`;

/** How a request travels: methods, types, encodings, headers, addresses. */
export const requestAttacks: Attack[] = [
  withBody('a batch', `[${json},${json}]`),
  withBody('a batch of 5,000', `[${Array.from({ length: 5_000 }, () => json).join(',')}]`),
  get('a query by GET', query),
  get('a mutation by GET', mutation),
  get('a query by GET that looks like ours', query, {
    'x-mercurius-operation-name': 'A',
    'mercurius-require-preflight': '1',
    'apollo-require-preflight': '1',
  }),
  sending('another operation by GET', () => ({
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent('query A { viewer { email } }')}&operationName=B`,
    headers: { 'x-mercurius-operation-name': 'A' },
  })),
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'SEARCH'].map((method) =>
    sending(`the method ${method}`, () => ({ method, body: json }), { answer: 'refused', mayClose: true }),
  ),
  sending('another method in a header', () => ({
    method: 'GET',
    headers: { 'x-http-method-override': 'POST', 'x-http-method': 'POST' },
    body: json,
  })),
  sending('another method in the address', () => ({ method: 'GET', path: '/graphql?_method=POST', body: json })),
  sending('another address in headers', () => ({
    path: '/',
    headers: { 'x-original-url': '/graphql', 'x-rewrite-url': '/graphql' },
    body: json,
  })),
  ...[
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/graphql',
    'application/xml',
    'application/octet-stream',
    '*/*',
    'application',
    'a'.repeat(4_000),
  ].map((type) => ofType(type)),
  ofType('application/x-www-form-urlencoded', `query=${encodeURIComponent(mutation)}`),
  ofType(
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{viewer{email}}"}\r\n--x--',
  ),
  ...['utf-16', 'utf-7', 'latin1', 'x', '"utf-8'].map((charset) => ofType(`application/json; charset=${charset}`, json, null)),
  ofType('application/json', Buffer.from(`\ufeff${json}`, 'utf16le')),
  ofType('application/json', Buffer.from([0xff, 0xfe, 0x80, 0xc0])),
  withBody('a byte order mark', `\ufeff${json}`, null),
  withBody('JSON that ends early', json.slice(0, -2)),
  withBody('JSON with something behind it', `${json}${json}`),
  withBody('deep JSON as the body', '['.repeat(100_000)),
  withBody('deep JSON that is right', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  withBody('deep JSON as an extension', `{"query":"{viewer{email}}","extensions":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`, null),
  ...[
    'null',
    'true',
    '1',
    '"a"',
    '[]',
    '{}',
    '[null]',
    '{"query":null}',
    '{"query":42}',
    '{"query":{"a":1}}',
    '{"query":"{viewer{email}}","variables":[]}',
    '{"query":"{viewer{email}}","variables":"a"}',
    '{"query":"{viewer{email}}","operationName":{"a":1}}',
    '{"query":"{viewer{email}}","operationName":"Other"}',
    '{"query":"query A{viewer{email}}","operationName":"__proto__"}',
    '{"query":"{viewer{email}}","extensions":"a"}',
    '{"__proto__":{"query":"{viewer{email}}"}}',
    '{"constructor":{"prototype":{"query":"{viewer{email}}"}}}',
  ].map((body) => withBody(`a body ${body.slice(0, 60)}`, body)),
  withBody('100,000 keys', `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`),
  withBody('two megabytes', JSON.stringify({ query, variables: { a: 'x'.repeat(2_000_000) } })),
  withBody('almost as much as is taken', JSON.stringify({ query, variables: { a: 'x'.repeat(250_000) } }), null),
  withBody('blanks', `${json}${' '.repeat(250_000)}`, null),
  ...[1, 'a'.repeat(64), '__proto__', 'constructor', '', '0'.repeat(100_000), ['a'], { a: 1 }].map((sha256Hash) =>
    withBody(
      `a hash ${JSON.stringify(sha256Hash).slice(0, 20)}`,
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    ),
  ),
  withBody(
    'a text with a foreign hash',
    JSON.stringify({ query: mutation, persisted: true, extensions: { persistedQuery: { version: 9, sha256Hash: 'b'.repeat(64) } } }),
    null,
  ),
  compressed('gzip', gzipSync(bomb)),
  compressed('deflate', deflateSync(bomb)),
  compressed('br', brotliCompressSync(bomb)),
  compressed('gzip, gzip', gzipSync(gzipSync(bomb))),
  sending('an encoding that nobody knows', () => ({ headers: { 'content-encoding': 'x' }, body: json })),
  sending('an encoding that is none', () => ({ headers: { 'content-encoding': 'gzip' }, body: json })),
  sending('half of an encoding', () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(bomb).subarray(0, 900) })),
  sending('500 headers', () => ({ headers: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x-${i}`, 'a'])), body: json }), {
    mayClose: true,
  }),
  sending('a header of 100 kB', () => ({ headers: { 'x-a': 'a'.repeat(100_000) }, body: json }), { answer: 'refused', mayClose: true }),
  sending('cookies', () => ({ headers: { cookie: 'a=b; '.repeat(2_000) }, body: json }), {}),
  sending(
    'hosts',
    () => ({
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '1.1.1.1, '.repeat(300) },
      body: json,
    }),
    {},
  ),
  raw('a header line that folds', (s) => head(s, 'X-A: a\r\n b\r\nContent-Length: 0\r\n')),
  raw('two lengths', (s) => head(s, 'Content-Length: 5\r\nContent-Length: 6\r\n') + 'aaaaaa'),
  raw('a length and chunks', (s) => head(s, 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n') + '0\r\n\r\n'),
  raw('chunks that are none', (s) => head(s, 'Transfer-Encoding: chunked\r\n') + 'zz\r\nabc\r\n0\r\n\r\n'),
  raw('a chunk without end', (s) => head(s, 'Transfer-Encoding: chunked\r\n') + 'ffffffffffffffff\r\na'),
  raw('a body that never comes', (s) => head(s, 'Content-Length: 1000\r\n') + '{'),
  raw('a body in single bytes that stops', (s) => head(s, 'Transfer-Encoding: chunked\r\n') + '1\r\n{\r\n1\r\n"\r\n'),
  raw('no HTTP', () => Buffer.from('16030100c8010000c4', 'hex')),
  raw('another version of HTTP', () => 'GET / HTTP/3.0\r\n\r\n'),
  raw('HTTP/2 without asking', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  raw('an address of a proxy', () => 'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n'),
  raw('a star', () => 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'),
  raw('blanks in the address', () => 'GET /a b c HTTP/1.1\r\nHost: a\r\n\r\n'),
  raw(
    'a request in a request',
    (s) => head(s, 'Content-Length: 30\r\nTransfer-Encoding : chunked\r\n') + '0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n',
  ),
];

const traversals = [
  '/../../../etc/passwd',
  '/..%2f..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..\\..\\etc\\passwd',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%252e%252e/%252e%252e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/.env',
  '/.git/config',
  '/operations.json',
  '/.vite/manifest.json',
  '/assets/index.js.map',
  '/package.json',
  '//',
  '///',
  '//evil.example',
  '//[',
  '/\\evil.example',
  '/%',
  '/%zz',
  '/%00',
  '/assets/%00.js',
  '/%c0%ae%c0%ae/',
  '/?'.padEnd(12_000, 'a'),
  `/${'a/'.repeat(5_000)}`,
  '/%2e',
  '/index.html%00.js',
  '/;a=b',
  '/graphql/',
  '/graphql/..',
  '/GRAPHQL',
  '//graphql',
  '/live/',
  '/live/?EIO=4&transport=polling&sid=../../a',
  '/oidc/backchannel-logout',
  '/metrics/../.env',
  '/config.json/../.env',
  '/readyz?a[]=1',
  '/api',
  '/admin',
  '/graphiql',
  '/playground',
  '/.well-known/apollo/server-health',
];
/** Addresses of files, and those that only look like ours. */
export const pathAttacks: Attack[] = traversals.map((path) => ({
  name: `the address ${path.slice(0, 50)}`,
  mayClose: true,
  send: async ({ url }) => [
    await send(url, { method: 'GET', path }),
    await send(url, { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: '{' }),
  ],
}));

/** Under a compiled plan: the same text, again and again, with other values. */
export const planAttacks: Attack[] = [
  [
    'operations by name',
    'query A($n: Int) { workingGroups(first: $n) { total } }',
    [{ operationName: 'A' }, { operationName: 'B' }, { operationName: '' }, { operationName: '__proto__' }, { operationName: null }],
  ],
  [
    'values of other types',
    'query($n: Int, $t: String) { workingGroups(first: $n, filter: { text: $t }) { total } }',
    [
      { variables: { n: 1 } },
      { variables: { n: 'a' } },
      { variables: { n: 1e30 } },
      { variables: { n: {} } },
      { variables: { t: 5 } },
      { variables: { t: ['a'] } },
      { variables: null },
      {},
    ],
  ],
  [
    'skipped and included',
    'query($a: Boolean!, $b: Boolean!) { viewer @skip(if: $a) @include(if: $b) { email } }',
    [
      { variables: { a: true, b: true } },
      { variables: { a: false, b: false } },
      { variables: { a: null, b: true } },
      { variables: { a: 'x', b: true } },
      { variables: {} },
      { variables: { a: false, b: true } },
    ],
  ],
  [
    'defaults',
    'query($n: Int! = 1, $x: [OrganisationKind!] = [LANDKREIS]) { organisations(first: $n, filter: { kinds: $x }) { total } }',
    [
      {},
      { variables: { n: null } },
      { variables: { x: null } },
      { variables: { x: ['A'] } },
      { variables: { x: 'LANDKREIS' } },
      { variables: { x: [[]] } },
    ],
  ],
  [
    'inputs',
    'mutation($i: ReplyInput!) { reply(input: $i) { no } }',
    [
      { variables: { i: null } },
      { variables: { i: [] } },
      { variables: { i: {} } },
      { variables: { i: { toString: 1 } } },
      { variables: { i: { clientMutationId: 'a', threadId: 1, body: {} } } },
      { variables: { i: 'a' } },
    ],
  ],
].map(([name, text, rounds]) => ({
  name: `a compiled plan: ${name as string}`,
  send: async ({ url, token, attempt }: Scene) => {
    const answers = [];
    for (let i = 0; i < 3; i++)
      for (const more of rounds as object[])
        answers.push(await send(url, document(token, `${text as string} #${attempt}`, undefined, more)));
    return answers;
  },
}));

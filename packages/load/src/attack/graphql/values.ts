import { randomUUID } from 'node:crypto';
import { document } from '../ask.ts';
import { repeat, type Attack, type Scene } from './attack.ts';

const withVariables = (name: string, query: string, variables: (scene: Scene) => unknown, answer?: Attack['answer']): Attack => ({
  name,
  ...(answer && { answer }),
  send: (scene) => document(scene.token, query, variables(scene)),
});
/** The JSON is written by hand: what no `JSON.stringify` would make. */
const withJson = (name: string, query: string, variables: string | ((scene: Scene) => string), answer?: Attack['answer']): Attack => ({
  name,
  ...(answer && { answer }),
  send: (scene) => ({
    ...document(scene.token, ''),
    body: `{"query":${JSON.stringify(query)},"variables":${typeof variables === 'string' ? variables : variables(scene)}}`,
  }),
});

const page = 'query($n: Int) { workingGroups(first: $n) { nodes { id } total } }';
const after = 'query($a: String) { workingGroups(after: $a) { total } }';
const search = 'query($t: String) { workingGroups(filter: { text: $t }) { total } }';
const group = 'query($id: ID!) { workingGroup(id: $id) { name } }';
const reply = 'mutation($input: ReplyInput!) { reply(input: $input) { no } }';
const replying =
  (body: string) =>
  ({ stage }: Scene) => ({
    input: { clientMutationId: randomUUID(), threadId: stage.open.threadId, body },
  });
const person = (i: number): string => `[@a](person:00000000-0000-4000-8000-${String(i).padStart(12, '0')})`;
const cursor = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What stands in the variables. */
export const valueAttacks: Attack[] = [
  ...[-1, 0, 2_147_483_647, -2_147_483_648].map((n) => withVariables(`a page of ${n}`, page, () => ({ n }), 'served')),
  ...['1e400', '-1e400', '99999999999999999999', '1.5', '"5"', 'true', '[1]', '{}'].map((n) =>
    withJson(`a page of ${n}`, page, `{"n":${n}}`, 'refused'),
  ),
  withJson('a number of 100,000 digits', page, `{"n":${'9'.repeat(100_000)}}`, 'refused'),
  ...[
    cursor(['x']),
    cursor([null, null, null]),
    cursor([1e308, 'a', randomUUID()]),
    cursor({}),
    cursor([[[]], 'a', 'b']),
    'AAAA',
    '%00',
    '',
    '../../etc/passwd',
    "' OR 1=1 --",
    'W'.repeat(200_000),
  ].map((a, i) => withVariables(`a forged cursor (${i + 1})`, after, () => ({ a }))),
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'].map((key) =>
    withJson(`a key ${key}`, search, `{"t":"a","${key}":{"t":1,"toString":1,"prototype":{"x":1}}}`),
  ),
  withJson(
    'a key __proto__ in an input',
    reply,
    ({ stage }) => `{"input":{"__proto__":{"body":"x"},"threadId":"${stage.open.threadId}"}}`,
    'refused',
  ),
  withJson('a key given twice', search, '{"t":"a","t":"b"}', 'served'),
  withJson('deep JSON', search, `{"t":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 'refused'),
  withJson('deep objects', search, `{"x":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}}`, 'refused'),
  withVariables('a list of 50,000', search, () => ({ t: Array.from({ length: 50_000 }, () => 'a') }), 'refused'),
  withVariables(
    '10,000 variables that nobody declared',
    search,
    () => Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, i])),
    'refused',
  ),
  withVariables(
    'an input of 1,000 items',
    'mutation($i: WorkingGroupInput!) { createWorkingGroup(input: $i) { id } }',
    () => ({
      i: {
        clientMutationId: randomUUID(),
        name: 'Gruppe',
        goal: 'Ziel',
        mandate: '',
        programme: '',
        joinPolicy: 'OPEN',
        visibility: 'PLATFORM',
        links: Array.from({ length: 900 }, () => ({ title: 'a', body: 'b', url: 'https://example.org/' })),
      },
    }),
    'refused',
  ),
  ...[
    42,
    true,
    null,
    [],
    {},
    '',
    'x',
    '0'.repeat(36),
    `${randomUUID()}\n`,
    'g'.repeat(36),
    '\u0000',
    '../..',
    "1'; DROP TABLE person; --",
  ].map((id) => withVariables(`an id ${JSON.stringify(id).slice(0, 20)}`, group, () => ({ id }), 'refused')),
  withVariables('somebody else’s id', group, () => ({ id: randomUUID() }), 'refused'),
  withVariables('a NUL in a variable', search, () => ({ t: 'a\0b' }), 'refused'),
  withVariables('a lone surrogate in a variable', search, () => ({ t: 'a\ud800' }), 'refused'),
  withVariables('signs of patterns in a search', search, () => ({ t: `${'%_'.repeat(70)}\\` }), 'served'),
  withVariables('a pattern that never ends', search, () => ({ t: '%a'.repeat(80) }), 'served'),
  withVariables('combining signs', search, () => ({ t: `a${'\u0301'.repeat(150)}` })),
  withVariables('signs that grow', reply, replying('\ufdfa'.repeat(40_000))),
  ...Object.entries({
    brackets: '['.repeat(40_000),
    'links that never end': '[a]('.repeat(10_000),
    'pictures that never end': '![a]('.repeat(8_000),
    'mentions that never end': '[@'.repeat(20_000),
    'mentions of nobody': repeat(800, person),
    'escaped mentions': `[@${'\\a'.repeat(15_000)}](person:x)`,
    'runs of backticks': `](person:${'` '.repeat(19_000)}`,
    'backticks of every length': `](person:${repeat(270, (i) => '`'.repeat(i + 1))}`,
    emphasis: '*a **b _c '.repeat(4_000),
    quotations: '> '.repeat(20_000),
    'lists in one line': '- '.repeat(20_000),
    fences: '```\n'.repeat(10_000),
    blanks: `a${' '.repeat(39_998)}b`,
    'line breaks': `a${'\n'.repeat(39_998)}b`,
    'tabs and line breaks': `a${' \t\n'.repeat(13_300)}b`,
    tables: `${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}\n${'|b'.repeat(2_000)}`,
    'addresses that never end': 'http://a'.repeat(5_000),
    'signs of mail addresses': 'a@'.repeat(20_000),
    backslashes: '\\'.repeat(40_000),
    footnotes: repeat(2_500, (i) => `[^${i}]:a`, '\n'),
  }).map(([name, body]) => withVariables(`Markdown: ${name}`, reply, replying(body))),
  ...['{a}@'.repeat(3_000), `${'a.'.repeat(5_000)}@a`, `a@${'a-'.repeat(20_000)}`, `"${' '.repeat(30_000)}"@a.de`].map((email, i) =>
    withVariables(
      `a mail address that takes long (${i + 1})`,
      'mutation($o: ID!, $e: String!) { nameCoordinator(organisationId: $o, email: $e) { id } }',
      () => ({ o: randomUUID(), e: email }),
      'refused',
    ),
  ),
  ...[`${'a-'.repeat(20_000)}.de`, 'a.'.repeat(20_000), '-'.repeat(40_000)].map((domain, i) =>
    withVariables(
      `a domain that takes long (${i + 1})`,
      'mutation($o: ID!, $d: [String!]!) { setMailDomains(organisationId: $o, domains: $d) { id } }',
      () => ({ o: randomUUID(), d: [domain] }),
      'refused',
    ),
  ),
  withVariables(
    'who can be mentioned: a text that takes long',
    'query($g: ID!, $t: String!) { mentionCandidates(groupId: $g, text: $t) { name } }',
    ({ stage }) => ({ g: stage.open.groupId, t: '(a+)+$'.repeat(6_000) }),
  ),
  withVariables(
    'mentions to be checked',
    'query($g: ID!, $b: String!) { checkMentions(groupId: $g, body: $b) { recipients } }',
    ({ stage }) => ({ g: stage.open.groupId, b: repeat(4_000, person) }),
  ),
  withVariables(
    'a date that is none',
    'query($f: AuditFilter) { auditEntries(filter: $f) { total } }',
    () => ({ f: { from: '+275760-09-13T00:00:00.001Z' } }),
    'refused',
  ),
  withVariables(
    'a date before all',
    'query($f: AuditFilter) { auditEntries(filter: $f) { total } }',
    () => ({ f: { from: '-271821-04-20T00:00:00.000Z' } }),
    'refused',
  ),
];

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  extendSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { document, send, toldIn } from './ask.ts';
import type { Stage } from './stage.ts';

const folder = join(import.meta.dirname, '../../../../apps/api/src');

/** The SDL of all features, as the server puts it together: a feature declared later is asked as well. */
function readSchema(): GraphQLSchema {
  const { definitions } = parse(
    globSync('**/schema.graphql', { cwd: folder })
      .map((f) => readFileSync(join(folder, f), 'utf8'))
      .join('\n'),
  );
  const isExtension = (d: { kind: string }) => d.kind.endsWith('Extension');
  const base = buildASTSchema({ kind: Kind.DOCUMENT, definitions: definitions.filter((d) => !isExtension(d)) }, { assumeValidSDL: true });
  return extendSchema(base, { kind: Kind.DOCUMENT, definitions: definitions.filter(isExtension) });
}

/** Texts that people wrote, and the names of inputs that the asker sent (a Sprechstunde has a `limit`). */
const spoken = /"(?:sentence|title|reason|text|body)":"(?:[^"\\]|\\.)*"|"fields":\[[^\]]*\]/g;

/** Numbers that look random and are the same in every run of one seed. */
function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { chance: (p: number) => next() < p, of: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]! };
}
type Dice = ReturnType<typeof dice>;

/** One document with its variables: some roots, some fields, ids of others, now and then a value of another type. */
function generate(schema: GraphQLSchema, d: Dice, ids: readonly string[], canary: string) {
  const isWriting = d.chance(0.35);
  const root = isWriting ? schema.getMutationType()! : schema.getQueryType()!;
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const isWrong = d.chance(0.12);
  const texts = [
    '',
    'Guten Tag',
    'a',
    canary,
    '%',
    `[@a](person:${d.of(ids)})`,
    `reply:${d.of(ids)}`,
    'x'.repeat(500),
    'kim@ort.example',
    'https://a.example/',
  ];
  const value = (type: GraphQLInputType, depth: number): unknown => {
    if (isWrong && d.chance(0.3)) return d.of<unknown>([null, 1, 1.5, -1, true, 'x', [], {}, [[]], { a: 1 }, 1e300]);
    if (isNonNullType(type)) return value(type.ofType, depth);
    if (isListType(type)) return depth > 3 ? [] : Array.from({ length: d.of([0, 1, 2]) }, () => value(type.ofType, depth + 1));
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields()).flatMap((f) =>
          isNonNullType(f.type) || d.chance(0.4) ? [[f.name, value(f.type, depth + 1)]] : [],
        ),
      );
    if (isEnumType(type)) return d.of(type.getValues()).name;
    if (type.name === 'Int') return d.of([0, 1, 2, 3, 100, -1, 2 ** 31 - 1]);
    if (type.name === 'Float') return d.of([0, 1.5, -1]);
    if (type.name === 'Boolean') return d.chance(0.5);
    if (type.name === 'DateTime') return d.of(['2027-01-01T00:00:00.000Z', '1970-01-01T00:00:00Z']);
    if (type.name === 'ID' || type.name === 'ClientMutationId') return d.of(ids);
    return d.of(texts);
  };
  const call = (field: GraphQLField<unknown, unknown>): string => {
    const args = field.args.filter((a) => (isNonNullType(a.type) && a.defaultValue === undefined) || (a.name !== 'after' && d.chance(0.4)));
    const given = args.map((arg) => {
      if (arg.name === 'first' || arg.name === 'last') return `${arg.name}: ${d.of([1, 2, 3])}`;
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${String(arg.type)}`);
      variables[name] = value(arg.type, 0);
      return `${arg.name}: $${name}`;
    });
    return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  };
  const select = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return call(field);
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((f) => isLeafType(getNamedType(f.type)) && (depth > 3 || d.chance(0.7)));
    const deeper = depth > 3 ? [] : fields.filter((f) => isObjectType(getNamedType(f.type)) && d.chance(f.name === 'nodes' ? 0.95 : 0.25));
    // One alias a field: the same field may stand in a document with other arguments.
    return `${call(field)} { __typename ${[...leaves.map((f) => call(f)), ...deeper.map((f) => select(f, depth + 1))].join(' ')} }`;
  };
  const roots = Object.values(root.getFields());
  const picked = Array.from({ length: isWriting ? 1 : d.of([1, 1, 2]) }, (_, i) => `r${i}: ${select(d.of(roots), 0)}`);
  if (isWrong && d.chance(0.3)) picked.push(d.of(['nobody', '__schema { nothing }', 'viewer', 'viewer { nothing }', '...Nowhere']));
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  return { text: `${isWriting ? 'mutation' : 'query'} G${head} { ${picked.join(' ')} }`, variables };
}

/** Documents made from the schema, by people who may read little, against rows that are not theirs. */
export async function attackGenerated(stage: Stage): Promise<void> {
  const { judge, progress } = stage.judge;
  const count = stage.judge.short ? 500 : 10_000;
  const { url, stop } = await stage.serve({ TRUSTED_DOCUMENTS: 'false' });
  const schema = readSchema();
  const tokens = [await stage.issuer.token(stage.insider), await stage.issuer.token(stage.stranger), null];
  const ids = await everyId(stage);
  const probe = await send(
    url,
    document(await stage.issuer.token(stage.owner), 'query($id: ID!) { thread(id: $id) { title } }', { id: stage.closed.threadId }),
  );
  judge(probe.body.includes(stage.canary), 'generated documents: the canary is seen by who may read it');
  let [ran, done] = [0, 0];
  const faults: string[] = [];
  const one = async (i: number): Promise<void> => {
    // The words that are searched for must not be sent.
    const { text, variables } = generate(schema, dice(i * 7_919 + 17), ids, 'Kanarie');
    const token = tokens[i % 5 === 4 ? 2 : i % 5 === 3 ? 1 : 0] ?? null;
    const sent = document(token ?? '', text, variables);
    if (token === null) delete sent.headers?.['authorization'];
    const { status, body } = await send(url, sent);
    done++;
    if (/^\{"data":\{"r0|"path":\[/.test(body)) ran++;
    const told = toldIn(body, spoken);
    const fault =
      status === 0 || status >= 500 || body.includes('"internal"')
        ? `status ${status}`
        : body.includes(stage.canary)
          ? 'shows what others wrote'
          : told
            ? `tells "${told}"`
            : null;
    if (fault) faults.push(`${fault}: ${text.slice(0, 300)} ${JSON.stringify(variables).slice(0, 200)} → ${body.slice(0, 200)}`);
    if (done % 500 === 0) progress(`generated documents: ${done} of ${count}, ${faults.length} faults`);
  };
  const queue = Array.from({ length: count }, (_, i) => i);
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let i = queue.pop(); i !== undefined; i = queue.pop()) await one(i);
    }),
  );
  for (const fault of faults.slice(0, 20)) judge(false, `generated document: ${fault}`);
  const share = Math.round((ran / count) * 100);
  judge(share >= 70, `generated documents: ${share} % of ${count} passed validation and ran (at least 70 %)`, { count, ran });
  judge(faults.length === 0, `generated documents: ${count} answered without 5xx and without a word of foreign groups`, {
    count,
    faults: faults.length,
  });
  await stop();
}

/** Whatever has an id, own and foreign, found in the catalogue of the database. */
async function everyId({ db }: Stage): Promise<string[]> {
  const tables = await db.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  );
  const ids: string[] = [];
  for (const { table_name } of tables.rows)
    ids.push(...(await db.query<{ id: string }>(`SELECT id FROM "${table_name}" LIMIT 40`)).rows.map((r) => r.id));
  return [...ids, '00000000-0000-4000-8000-000000000000', 'x', ''];
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { pushKeys } from '@kollab/devstack';
import { openApi, type Api } from '../api.ts';
import { statementsOf, type Statement } from '../queries.ts';
import { smallTables, wholeTables } from './collected.ts';
import { gather } from './crowd.ts';
import { listDocument, lists, placeOf } from './lists.ts';
import type { Crowd } from './sweep.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  Filter?: string;
  Alias?: string;
  Plans?: Plan[];
}
const partsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(partsOf)];

/** Tables of which a plan has to read more than the rows that it is about. */
function readWhole(plan: Plan, limited = false): string[] {
  const type = plan['Node Type'];
  const table = plan['Relation Name'];
  // In the order of an index up to the first so many rows is no whole table, unless most of them are thrown away.
  const short = (limited && !plan.Filter) || plan['Index Cond'] !== undefined || plan['Recheck Cond'] !== undefined;
  const own = table !== undefined && (type === 'Seq Scan' || (type.includes('Scan') && !short)) ? [table] : [];
  const passes = type === 'Limit' || (limited && !['Sort', 'Aggregate', 'Hash', 'WindowAgg'].includes(type));
  return [...own, ...(plan.Plans ?? []).flatMap((inner) => readWhole(inner, passes))];
}

let api: Api;
let crowd: Crowd;
let client: pg.Client;
beforeAll(async () => {
  api = await openApi({ ...pushKeys() });
  crowd = await gather(api.world, 20);
  client = new pg.Client(api.databaseUrl);
  await client.connect();
  // A scan of a whole table then means that there is no other way, however few rows there are.
  for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await client.query(`SET enable_${way} = off`);
}, 60_000);
afterAll(async () => {
  await client.end();
  await api.close();
});

const planOf = async ({ text, values }: Statement): Promise<Plan> => {
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return rows[0]!['QUERY PLAN'][0]!.Plan;
};

describe.each(lists)('$name', (list) => {
  it('finds its rows by an index', async () => {
    const document = listDocument(list, placeOf(list.name, crowd, 20));
    const statements = (await statementsOf(() => api.get(crowd.viewer, document))).filter(({ text }) => /^\s*(?:SELECT|WITH)/i.test(text));
    expect(statements.length).toBeGreaterThan(0);
    const whole = new Set<string>();
    for (const statement of statements) for (const table of readWhole(await planOf(statement))) whole.add(table);
    const allowed = [...smallTables, ...(wholeTables[list.name] ?? [])];
    expect([...whole].filter((table) => !allowed.includes(table))).toEqual([]);
  });
});

describe('a job about certain notices', () => {
  it.each(['noticesTold', 'noticesPressing'] as const)('looks at those alone: %s', async (name) => {
    const { Jobs } = await import('../../src/platform/jobs/jobs.ts');
    const { [name]: job } = await import('../../src/features/notifications/jobs.ts');
    await api.world.db.$executeRaw`
      INSERT INTO notice (id, person_id, kind, cause)
      SELECT gen_random_uuid(), ${crowd.viewer.id}::uuid, 'POST', ${`${name}:`} || n FROM generate_series(1, 2000) AS n`;
    await api.world.db.$executeRaw`ANALYZE notice`;
    const { id } = await api.world.db.notice.findFirstOrThrow();
    await api.app.get(Jobs).send(job, { noticeIds: [id] });
    const asked = (await statementsOf(() => api.work())).filter(({ values }) =>
      values.some((value) => Array.isArray(value) && value[0] === id),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const { text } of asked) {
      // As the server plans it: once, without knowing what is asked.
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
      const found = partsOf(rows[0]!['QUERY PLAN'][0]!.Plan).filter(({ Alias }) => Alias === 'n');
      expect(found.map((part) => part['Index Cond'] ?? part['Recheck Cond'])).toEqual([expect.stringContaining('id = ANY')]);
    }
  });
});

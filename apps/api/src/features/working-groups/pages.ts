import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { Database } from '../../platform/database/database.ts';

/** What a list below a group reads: rows `m` with an `id`, in the order of one more column and the id. */
interface Below {
  /** FROM and joins; `g.id` is the group. */
  from: string;
  /** The condition, with its values as $2 … */
  where: string;
  values: unknown[];
  key: string;
  type: 'text' | 'timestamptz';
  direction: 'ASC' | 'DESC';
}
interface Found {
  group_id: string;
  total: number;
  id: string | null;
  key: string | Date | null;
}

/** Pages of a list for many groups with one query, so that a list of groups costs no more than one. */
export async function pagesBelow<T extends { id: string }>(
  database: Database,
  groupIds: readonly string[],
  { first, after }: PageArgs,
  { from, where, values, key, type, direction }: Below,
  rowsOf: (ids: string[]) => Promise<T[]>,
): Promise<Page<T>[]> {
  const take = pageSize(first);
  const keys = cursorKeys(after, [type === 'text' ? 'text' : 'instant', 'id']);
  const n = values.length + 2;
  const beyond = keys ? `AND (${key}, m.id) ${direction === 'ASC' ? '>' : '<'} ($${n}::${type}, $${n + 1}::uuid)` : '';
  const { rows } = await database.pool.query<Found>(
    `SELECT g.id AS group_id, counted.total, m.id, m.key
       FROM unnest($1::uuid[]) AS g(id)
       CROSS JOIN LATERAL (SELECT count(*)::int AS total FROM ${from} WHERE ${where}) counted
       LEFT JOIN LATERAL (
         SELECT m.id, ${key} AS key FROM ${from} WHERE ${where} ${beyond}
          ORDER BY ${key} ${direction}, m.id ${direction} LIMIT ${take + 1}
       ) m ON true`,
    [groupIds, ...values, ...(keys ?? [])],
  );
  const found = new Map((await rowsOf(rows.flatMap((r) => r.id ?? []))).map((row) => [row.id, row]));
  const keyOf = new Map(rows.map((r) => [r.id, r.key instanceof Date ? r.key.toISOString() : r.key]));
  const byGroup = Map.groupBy(rows, (r) => r.group_id);
  return groupIds.map((id) => {
    const own = byGroup.get(id) ?? [];
    const nodes = own.flatMap((r) => found.get(r.id ?? '') ?? []);
    return toPage(nodes, take, own[0]?.total ?? 0, (row) => [keyOf.get(row.id) ?? '', row.id], !!after);
  });
}

/** A person's search text as a pattern: its % and _ are letters. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

import type { Database } from '../database/database.ts';
import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from './page.ts';

/** What a list below a parent (a group, an event) reads: rows `m` with an `id`, in the order of one more column and the id. */
interface Below {
  /** FROM and joins; `g.id` is the parent. */
  from: string;
  /** The condition, with its values as $2 … */
  where: string;
  values: unknown[];
  key: string;
  type: 'text' | 'timestamptz';
  direction: 'ASC' | 'DESC';
}
interface Found {
  parent_id: string;
  total: number;
  id: string | null;
  key: string | Date | null;
}

/** Pages of a list for many parents with one query, so that a list of them costs no more than one. */
export async function pagesBelow<T extends { id: string }>(
  database: Database,
  parentIds: readonly string[],
  { first, after }: PageArgs,
  { from, where, values, key, type, direction }: Below,
  rowsOf: (ids: string[]) => Promise<T[]>,
): Promise<Page<T>[]> {
  const take = pageSize(first);
  const keys = cursorKeys(after, [type === 'text' ? 'text' : 'instant', 'id']);
  const n = values.length + 2;
  const beyond = keys ? `AND (${key}, m.id) ${direction === 'ASC' ? '>' : '<'} ($${n}::${type}, $${n + 1}::uuid)` : '';
  const { rows } = await database.pool.query<Found>(
    `SELECT g.id AS parent_id, counted.total, m.id, m.key
       FROM unnest($1::uuid[]) AS g(id)
       CROSS JOIN LATERAL (SELECT count(*)::int AS total FROM ${from} WHERE ${where}) counted
       LEFT JOIN LATERAL (
         SELECT m.id, ${key} AS key FROM ${from} WHERE ${where} ${beyond}
          ORDER BY ${key} ${direction}, m.id ${direction} LIMIT ${take + 1}
       ) m ON true`,
    [parentIds, ...values, ...(keys ?? [])],
  );
  const found = new Map((await rowsOf(rows.flatMap((r) => r.id ?? []))).map((row) => [row.id, row]));
  const keyOf = new Map(rows.map((r) => [r.id, r.key instanceof Date ? r.key.toISOString() : r.key]));
  const byParent = Map.groupBy(rows, (r) => r.parent_id);
  return parentIds.map((id) => {
    const own = byParent.get(id) ?? [];
    const nodes = own.flatMap((r) => found.get(r.id ?? '') ?? []);
    return toPage(nodes, take, own[0]?.total ?? 0, (row) => [keyOf.get(row.id) ?? '', row.id], !!after);
  });
}

/** A person's search text as a pattern: its % and _ are letters. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

import type { Sql } from '../database/statements.ts';
import { inOrder } from './loaders.ts';

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Fields of a row under the names of their columns. */
export const toColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [snake(field), value as unknown]));

/** All columns of a model under the names of its fields: columns are named as fields are, in snake case. */
export const columnsOf = (fields: Readonly<Record<string, string>>, alias: string): string =>
  Object.keys(fields)
    .map((field) => `${alias}.${snake(field)} AS "${field}"`)
    .join(', ');

/**
 * Rows of a model by their ids, in their order, null where there is none. What nearly every field that names a person or
 * an organisation asks: one statement of one text, several times cheaper than through Prisma's client.
 */
export function rowsById<Row extends { id: string }>(table: string, fields: Readonly<Record<string, string>>) {
  const text = `SELECT ${columnsOf(fields, 'r')} FROM ${table} r WHERE r.id = ANY($1::uuid[])`;
  return async (sql: Sql, ids: readonly (string | null)[]): Promise<(Row | null)[]> => {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const rows = wanted.length > 0 ? await sql.$queryRawUnsafe<Row[]>(text, wanted) : [];
    return inOrder(ids, rows, (row) => row.id);
  };
}

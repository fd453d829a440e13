import { isStorable, limits } from '@kollab/contract';
import { fail, isUuid } from '../fail.ts';

export interface Page<T> {
  nodes: T[];
  pageInfo: { startCursor: string | null; endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
  total: number;
}
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
}
type Key = string | number | null;

/** What a key of a cursor has to be, so that its column can be compared with it. */
export type KeyKind = 'text' | 'id' | 'instant' | 'integer' | 'integerOrNone';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const fits: Record<KeyKind, (key: unknown) => boolean> = {
  text: (key) => typeof key === 'string' && isStorable(key),
  id: (key) => typeof key === 'string' && isUuid(key),
  instant: (key) => typeof key === 'string' && instant.test(key) && !Number.isNaN(Date.parse(key)),
  integer: (key) => Number.isInteger(key) && Math.abs(key as number) < 2 ** 31,
  integerOrNone: (key) => key === null || fits.integer(key),
};

/** Values of the order's columns, as an opaque text. Dates travel as ISO strings. */
const encode = (keys: readonly Key[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
/** A cursor that is not ours is refused before anything is asked with it. */
function decode(cursor: string, kinds: readonly KeyKind[]): Key[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(keys) && keys.length === kinds.length && kinds.every((kind, i) => fits[kind](keys[i]))) return keys as Key[];
  } catch {
    // falls through: a cursor that is none
  }
  throw fail('invalid', { fields: ['after'] });
}

/** One column of an order. The last one has to be unique, so that the order is stable. */
export interface Order<T> {
  column: string;
  kind: KeyKind;
  direction: 'asc' | 'desc';
  key: (row: T) => Key;
}

/** Prisma's `where` for "after these values in this order". */
function beyond<T>(order: readonly Order<T>[], keys: readonly Key[]): object {
  const steps = order.map(({ column, direction }, i) => ({
    ...Object.fromEntries(order.slice(0, i).map((o, j) => [o.column, keys[j]])),
    [column]: { [direction === 'asc' ? 'gt' : 'lt']: keys[i] },
  }));
  return { OR: steps };
}

/**
 * A page by cursor: `find` gets Prisma's `where` addition, `orderBy` and `take`; `count` the total under the same
 * policy and filter.
 */
export async function page<T>(
  { first, after }: PageArgs,
  order: readonly Order<T>[],
  find: (part: { where: object; orderBy: object[]; take: number }) => Promise<T[]>,
  count: () => Promise<number>,
  max: number = limits.page.max,
): Promise<Page<T>> {
  const take = Math.max(0, Math.min(first ?? limits.page.default, max));
  const keys = cursorKeys(
    after,
    order.map((o) => o.kind),
  );
  const where = keys ? beyond(order, keys) : {};
  const orderBy = order.map((o) => ({ [o.column]: o.direction }));
  const [rows, total] = await Promise.all([find({ where, orderBy, take: take + 1 }), count()]);
  return toPage(rows, take, total, (row) => order.map((o) => o.key(row)), !!after);
}

/** The same for hand-written SQL: `rows` holds one more than asked when there is a next page. */
export function toPage<T>(rows: T[], take: number, total: number, keys: (row: T) => Key[], continued: boolean): Page<T> {
  const nodes = rows.slice(0, take);
  return {
    nodes,
    total,
    pageInfo: {
      startCursor: nodes[0] ? encode(keys(nodes[0])) : null,
      endCursor: nodes.length > 0 ? encode(keys(nodes.at(-1)!)) : null,
      hasNextPage: rows.length > take,
      hasPreviousPage: continued,
    },
  };
}

/** For hand-written SQL: the values after which the page begins; null for the first page. */
export const cursorKeys = (after: string | null | undefined, kinds: readonly KeyKind[]): Key[] | null =>
  after === null || after === undefined ? null : decode(after, kinds);
export const pageSize = (first: number | null | undefined, max: number = limits.page.max): number =>
  Math.max(0, Math.min(first ?? limits.page.default, max));

export const emptyPage = <T>(): Page<T> => ({
  nodes: [],
  total: 0,
  pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
});

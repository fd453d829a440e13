import { limits } from '@kollab/contract';
import { Prisma } from '../../generated/prisma/client.ts';
import { fail } from '../fail.ts';

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

/** Values of the order's columns, as an opaque text. Dates travel as ISO strings. */
const encode = (keys: readonly Key[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
function decode(cursor: string, length: number): Key[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(keys) && keys.length === length && keys.every((k) => k === null || ['string', 'number'].includes(typeof k)))
      return keys as Key[];
  } catch {
    // falls through: a cursor that is none
  }
  throw fail('invalid', { fields: ['after'] });
}

/** Prisma refuses values that do not fit their columns: the cursor was not ours. */
const isBadCursor = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientValidationError ||
  (error instanceof Prisma.PrismaClientKnownRequestError && ['P2007', 'P2020', 'P2023'].includes(error.code));

/** One column of an order. The last one has to be unique, so that the order is stable. */
export interface Order<T> {
  column: string;
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
  const where = after ? beyond(order, decode(after, order.length)) : {};
  const orderBy = order.map((o) => ({ [o.column]: o.direction }));
  const [rows, total] = await Promise.all([
    find({ where, orderBy, take: take + 1 }).catch((error: unknown) => {
      throw after && isBadCursor(error) ? fail('invalid', { fields: ['after'] }) : error;
    }),
    count(),
  ]);
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
export const cursorKeys = (after: string | null | undefined, length: number): Key[] | null => (after ? decode(after, length) : null);
export const pageSize = (first: number | null | undefined, max: number = limits.page.max): number =>
  Math.max(0, Math.min(first ?? limits.page.default, max));

export const emptyPage = <T>(): Page<T> => ({
  nodes: [],
  total: 0,
  pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
});

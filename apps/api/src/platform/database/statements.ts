import { createHash } from 'node:crypto';

/** Each connection keeps what was named, so that their number has an end: lists of ids make many texts of one statement. */
const most = 400;
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared: parsing and planning then happen once. Made from the
 * text, which is the same for all values; empty (prepared anew each time) for what comes after the first few hundred.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most) return '';
  const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/**
 * What hand-written statements need of a connection. Prisma's client and its transactions offer it, and so does a
 * pipelined connection.
 */
export interface Sql {
  $queryRawUnsafe<T>(text: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<unknown>;
  /** Statements are sent without waiting for the answer of the one before. */
  readonly pipelined?: true;
}

/** Two statements in this order, each with a snapshot of its own; in one journey where the connection is pipelined. */
export async function inTurn<A, B>(sql: Sql, first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  if (sql.pipelined) return Promise.all([first(), second()]);
  return [await first(), await second()];
}

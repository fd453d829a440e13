import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** What travels together is one call of pg's client, and as many statements as it has. */
const statementsIn = (query: unknown): Partial<Statement>[] =>
  (query as { queries?: Partial<Statement>[] }).queries ?? [query as Partial<Statement>];

/** The jobs' own upkeep, whether the doorbell's line is alive, and its ring, which comes a moment after what was written. */
const isUpkeep = (text: string): boolean => text.includes('pgboss') || text === 'SELECT 1' || text.startsWith('SELECT pg_notify');

/** What this process sends to PostgreSQL meanwhile, without its upkeep. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const sent: Statement[] = [];
  (pg.Client.prototype as unknown as { query: unknown }).query = function (this: pg.Client, ...args: unknown[]): unknown {
    const statements = typeof args[0] === 'string' ? [{ text: args[0], values: args[1] as unknown[] }] : statementsIn(args[0]);
    for (const { text = '', values } of statements) if (!isUpkeep(text)) sent.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
  await act().finally(() => {
    (pg.Client.prototype as unknown as { query: unknown }).query = query;
  });
  return sent;
}

export const queriesOf = async (act: () => Promise<unknown>): Promise<number> => (await statementsOf(act)).length;

import pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

/** What this process sends to PostgreSQL meanwhile; the jobs' own upkeep does not count, nor whether the doorbell's line is alive. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const sent: Statement[] = [];
  (pg.Client.prototype as unknown as { query: unknown }).query = function (this: pg.Client, ...args: unknown[]): unknown {
    const { text = '', values = [] } = typeof args[0] === 'string' ? { text: args[0], values: args[1] } : (args[0] as Partial<Statement>);
    if (!text.includes('pgboss') && text !== 'SELECT 1') sent.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, args);
  };
  await act().finally(() => {
    (pg.Client.prototype as unknown as { query: unknown }).query = query;
  });
  return sent;
}

export const queriesOf = async (act: () => Promise<unknown>): Promise<number> => (await statementsOf(act)).length;

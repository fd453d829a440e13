import pg from 'pg';

/** How many statements this process sends to PostgreSQL meanwhile; those of the jobs' own upkeep do not count. */
export async function queriesOf(act: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  let count = 0;
  (pg.Client.prototype as unknown as { query: unknown }).query = function (this: pg.Client, ...args: unknown[]): unknown {
    const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string }).text;
    if (!text?.includes('pgboss')) count++;
    return query.apply(this, args);
  };
  await act().finally(() => {
    (pg.Client.prototype as unknown as { query: unknown }).query = query;
  });
  return count;
}

import pg from 'pg';
import { ports } from './ports.ts';

/** The day has come on which this deferred question returns: nobody waits for it, and the clock's hourly look is now. */
export async function dayComesFor(title: string): Promise<void> {
  const client = new pg.Client(`postgresql://postgres:postgres@127.0.0.1:${ports.postgres}/e2e`);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `UPDATE question SET recheck_on = (now() AT TIME ZONE 'Europe/Berlin')::date WHERE title = $1 AND state = 'DEFERRED'`,
      [title],
    );
    if (rowCount !== 1) throw new Error(`no deferred question "${title}"`);
    await client.query(`INSERT INTO pgboss.job (name, data) VALUES ('questions.turn_pages', '{}')`);
  } finally {
    await client.end();
  }
}

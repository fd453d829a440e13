import { setTimeout as pause } from 'node:timers/promises';
import { isHoliday } from 'feiertagejs';
import pg from 'pg';
import type { Scene } from './clients.ts';
import type { Stage } from './stage.ts';

/**
 * Sets the digest hour of all of them and starts the job, once each has an unread notice that no mail has told: without news there
 * is no digest.
 */
const asking = `
  WITH ready AS (SELECT FROM notice WHERE person_id = ANY($1::uuid[]) AND read_at IS NULL AND mailed_at IS NULL AND kind = 'POST'
                  HAVING count(DISTINCT person_id) = cardinality($1::uuid[])),
       chosen AS (UPDATE mail_setting SET days = ARRAY[$2::int], hour = $3 WHERE person_id = ANY($1::uuid[]) AND EXISTS (SELECT FROM ready))
  INSERT INTO pgboss.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds)
  SELECT name, '{"asked": "now"}', policy, 1500, 2, true, 60, 300, 15 FROM pgboss.queue WHERE name = 'mailing.due' AND EXISTS (SELECT FROM ready)
  RETURNING id`;

/**
 * Lets some people choose this hour for their digest, and starts the job now instead of at the next quarter of an hour. On a public
 * holiday no digest is due.
 */
export async function asksDigests(scene: Scene, url: string, { groups }: Stage): Promise<void> {
  const [day, hour] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
    .format(new Date())
    .split(/[ :]/);
  const noon = new Date(`${day}T12:00:00Z`);
  if (isHoliday(noon, 'ST')) return;
  const ids = groups.map(({ digested }) => digested.id);
  while (!scene.isOver()) {
    await pause(500);
    const db = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 5_000 });
    db.on('error', () => undefined);
    try {
      await db.connect();
      // An earlier attempt may have succeeded without its answer: the database may have died.
      const { rows } = await db.query<{ asked: boolean }>(
        `SELECT bool_or(days <> '{}') AS asked FROM mail_setting WHERE person_id = ANY($1::uuid[])`,
        [ids],
      );
      const asked = rows[0]!.asked || (await db.query(asking, [ids, noon.getUTCDay() || 7, Number(hour)])).rowCount === 1;
      if (!asked) continue;
      scene.history.digests.push(...ids);
      return;
    } catch {
      // The database is down; try again.
    } finally {
      await db.end().catch(() => undefined);
    }
  }
}

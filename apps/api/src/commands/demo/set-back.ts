import type pg from 'pg';
import type { DemoThread } from './threads.ts';

const day = 86_400_000;

/** Office hours in Berlin's winter: a post stands on a working day between 8 and 16 o'clock. */
function officeTime(at: number): Date {
  const date = new Date(at);
  if (date.getUTCHours() < 7) date.setUTCHours(7, date.getUTCMinutes());
  if (date.getUTCHours() > 15) date.setUTCHours(15, date.getUTCMinutes());
  const weekday = date.getUTCDay();
  if (weekday === 6) date.setUTCDate(date.getUTCDate() - 1);
  if (weekday === 0) date.setUTCDate(date.getUTCDate() - 2);
  return date;
}

/** Gives the autumn its dates: everything was written a moment ago. The audit log keeps the true time. */
export async function setBack(pool: pg.Pool, threads: ReadonlyMap<string, DemoThread>, now = Date.now()): Promise<void> {
  for (const [threadId, thread] of threads) {
    const { rows } = await pool.query<{ id: string; no: number }>('SELECT id, no FROM post WHERE thread_id = $1 ORDER BY no', [threadId]);
    const span = thread.day * day * 0.96;
    let before = 0;
    const times = rows.map((_, i) => {
      const wanted = now - thread.day * day + (span * i) / Math.max(1, rows.length - 1);
      // In order, also where two fall on the same evening.
      before = Math.min(Math.max(officeTime(wanted).getTime(), before + 7 * 60_000), now - (rows.length - i) * 60_000);
      return new Date(before);
    });
    await pool.query(`UPDATE post SET created_at = t.at FROM unnest($1::uuid[], $2::timestamptz[]) AS t(id, at) WHERE post.id = t.id`, [
      rows.map((r) => r.id),
      times,
    ]);
    await pool.query(
      `UPDATE thread SET created_at = $2, last_post_at = $3, stand_at = CASE WHEN stand_at IS NULL THEN NULL ELSE $3::timestamptz END WHERE id = $1`,
      [threadId, times[0], times.at(-1)],
    );
  }
  await pool.query(`UPDATE notice n SET created_at = p.created_at FROM post p WHERE p.thread_id = n.thread_id AND p.no = n.post_no`);
  for (const [table, at] of [
    ['question_step', 'at'],
    ['official_answer', 'created_at'],
  ] as const)
    await pool.query(`UPDATE notice n SET created_at = t.${at} FROM ${table} t WHERE split_part(n.cause, ':', 2) = t.id::text`);
  // What is weeks old was read long ago.
  await pool.query(
    `UPDATE notice SET read_at = created_at + interval '1 day' WHERE read_at IS NULL AND created_at < now() - interval '20 days'`,
  );
  await pool.query(
    `UPDATE working_group g SET created_at = now() - interval '60 days',
            last_movement_at = COALESCE((SELECT max(last_post_at) FROM thread t WHERE t.group_id = g.id), now() - interval '20 days')`,
  );
  await pool.query(
    `UPDATE group_membership SET joined_at = now() - interval '55 days' + (('x' || substr(md5(id::text), 1, 4))::bit(16)::int % 40) * interval '1 day' WHERE status = 'ACTIVE'`,
  );
  await pool.query(`UPDATE group_membership SET requested_at = $1 WHERE status = 'REQUESTED'`, [officeTime(now - day)]);
  await pool.query(
    `UPDATE invitation SET created_at = created_at - interval '5 days', sent_at = sent_at - interval '5 days',
            expires_at = expires_at - interval '5 days' WHERE accepted_at IS NULL`,
  );
  await pool.query(`UPDATE affiliation SET began_at = now() - interval '58 days'`);
  // Nobody waits for mails of an autumn that never was.
  await pool.query(`UPDATE outbox_mail SET sent_at = created_at, text = '', html = '' WHERE sent_at IS NULL`);
}

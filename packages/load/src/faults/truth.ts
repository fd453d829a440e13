import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ask, documents } from './ask.ts';
import type { Truth } from './history.ts';
import type { Stage } from './stage.ts';

/** Jobs that writes left, in whatever state but done; not those of the clock. */
const jobsLeft = `SELECT count(*)::int AS n FROM pgboss.job WHERE state <> 'completed' AND state <> 'cancelled' AND data IS NOT NULL AND data <> '{}'::jsonb
  AND name NOT LIKE '\\_\\_pgboss%' AND name NOT IN ('post.erase')`;

/** Waits until the worker has nothing left, or so many seconds are over. */
export async function drained(url: string, seconds: number, progress: (left: number) => void): Promise<number> {
  const db = new pg.Client(url);
  await db.connect();
  const until = performance.now() + seconds * 1_000;
  try {
    for (;;) {
      const { rows } = await db.query<{ n: number }>(jobsLeft);
      const left = rows[0]!.n;
      if (left === 0 || performance.now() > until) return left;
      progress(left);
      await pause(500);
    }
  } finally {
    await db.end();
  }
}

/** What stands in the database, and what each server shows of it. */
export async function readTruth(
  url: string,
  servers: readonly string[],
  stage: Stage,
  { arrivals, kills, jobsLeft }: Pick<Truth, 'arrivals' | 'kills' | 'jobsLeft'>,
): Promise<Truth> {
  const db = new pg.Client(url);
  await db.connect();
  const all = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => (await db.query<T>(text)).rows;
  const threads = stage.groups.flatMap((g) => [
    ...g.threads.map((id) => ({ id, reader: g.lead, followers: [...g.stable, g.digested].map((a) => a.id) })),
    // Who asked is told of each answer.
    { id: g.question.thread, reader: g.lead, followers: [g.lead.id] },
  ]);
  threads.push({ id: stage.open.thread, reader: stage.open.author, followers: [] });
  const readable = new Map<string, string>();
  for (const [i, { id, reader }] of threads.entries())
    for (let after = 0, more = true; more;) {
      const answer = await ask(servers[i % servers.length]!, reader.token, documents.page, { id, after });
      if (answer.kind !== 'done') throw new Error(`a thread cannot be read in the end: ${JSON.stringify(answer)}`);
      const { posts } = answer.data['thread'] as { posts: { hasNext: boolean; nodes: { id: string; no: number; body: string }[] } };
      for (const post of posts.nodes) readable.set(post.id, post.body);
      after = posts.nodes.at(-1)?.no ?? after;
      more = posts.hasNext;
    }
  try {
    return {
      events: await all(
        `SELECT room, seq, name, payload->>'postId' AS post, payload->>'personId' AS person FROM event WHERE room <> 'endings' ORDER BY room, seq`,
      ),
      posts: await all(
        'SELECT id, thread_id AS thread, no, author_id AS by, client_mutation_id AS mutation, body, version FROM post ORDER BY thread_id, no',
      ),
      revisions: await all('SELECT post_id AS post, version, body FROM post_revision'),
      reactions: await all('SELECT post_id AS post, person_id AS person FROM reaction'),
      readable,
      followers: new Map(threads.map((t) => [t.id, t.followers])),
      notices: await all('SELECT person_id AS person, cause FROM notice'),
      mails: await all(
        `SELECT m.id, p.id AS "to", m.sent_at IS NOT NULL AS sent, m.failure::text AS failure FROM outbox_mail m JOIN person p ON p.email = m."to"`,
      ),
      arrivals,
      kills,
      jobsLeft,
    };
  } finally {
    await db.end();
  }
}

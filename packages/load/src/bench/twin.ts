import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { asking, groups, home, page, postOf, type Ask } from './twin-reads.ts';

/**
 * The bare machine to compare with: Node's HTTP server, `pg` with prepared statements, a socket.io room. No policy, no
 * GraphQL, no locks, no sign-in: who asks is believed. A process of its own, started with the database's address.
 */
const [url = '', port = '0'] = process.argv.slice(2);
// The product's settings: planning anew, or for turning disks, would cost the twin more than what it is compared by.
const options = '-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1';
const pool = new pg.Pool({ connectionString: url, max: 12, options });
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());
const ask: Ask = asking(pool, types);

/** The same rows as the product writes, in one statement. */
const writeText = `
  WITH t AS (
    UPDATE thread SET last_no = last_no + 1, last_post_at = clock_timestamp(), last_author_id = $2,
           recent_organisation_ids = ($3::uuid || array_remove(recent_organisation_ids, $3::uuid))[1:3]
     WHERE id = $1 RETURNING group_id, last_no AS no, last_post_at AS at
  ), p AS (
    INSERT INTO post (id, thread_id, no, author_id, organisation_id, function, body, client_mutation_id, created_at)
    SELECT uuidv7(), $1, t.no, $2, $3, 'Sachbearbeitung', $4, $5, t.at FROM t RETURNING *
  ), w AS (
    INSERT INTO thread_participant (thread_id, person_id, organisation_id, function, posts, last_no) SELECT $1, $2, $3, 'Sachbearbeitung', 1, t.no FROM t
    ON CONFLICT (thread_id, person_id) DO UPDATE SET posts = thread_participant.posts + 1, last_no = EXCLUDED.last_no
  ), r AS (
    INSERT INTO read_state (person_id, thread_id, read_no, at) SELECT $2, $1, t.no, t.at FROM t
    ON CONFLICT (person_id, thread_id) DO UPDATE SET read_no = EXCLUDED.read_no, at = EXCLUDED.at
  ), d AS (
    DELETE FROM draft WHERE person_id = $2 AND key = 'reply:' || $1::text
  ), g AS (
    UPDATE working_group SET last_movement_at = now() FROM t WHERE id = t.group_id AND last_movement_at < now() - interval '1 second'
  ), c AS (
    INSERT INTO room AS old (name, seq) SELECT name, 1 FROM t, unnest(ARRAY['group:' || t.group_id, 'person:' || $2::text]) AS name
    ON CONFLICT (name) DO UPDATE SET seq = old.seq + 1 RETURNING name, seq
  ), e AS (
    INSERT INTO event (room, seq, name, payload)
    SELECT c.name, c.seq, CASE WHEN c.name LIKE 'group:%' THEN 'post.written' ELSE 'read_state.changed' END,
           CASE WHEN c.name LIKE 'group:%' THEN jsonb_build_object('homeId', t.group_id, 'threadId', $1::uuid, 'postId', p.id, 'no', p.no)
                ELSE jsonb_build_object('personId', $2::uuid, 'threadId', $1::uuid, 'readNo', p.no) END FROM c, t, p
  ), j AS (
    INSERT INTO pgboss.job_common (id, name, data, priority, start_after, created_on, expire_seconds, deletion_seconds, keep_until, retry_limit,
                                   retry_delay, retry_delay_max, retry_backoff, heartbeat_seconds, policy)
    SELECT gen_random_uuid(), 'threads.post_written', jsonb_build_object('postId', p.id), 0, now(), now(), 300, 604800, now() + interval '14 days', 60, 2, 1800, true, 15,
           'standard' FROM p
  )
  SELECT p.id, p.thread_id AS "threadId", p.no, p.body, p.created_at AS "createdAt", p.edited_at AS "editedAt", p.version, p.deleted_at AS "deletedAt",
         p.reply_to_no AS "replyToNo", NULL AS "quotedBody", p.author_id AS "authorId", a.name AS "authorName", p.function, o.id AS "organisationId",
         o.name AS "organisationName", o.code AS "organisationCode", o.kind AS "organisationKind", t.group_id AS "groupId", c.seq
    FROM p, t, person a, organisation o, c WHERE a.id = $2 AND o.id = $3 AND c.name LIKE 'group:%'`;

interface NewPost {
  person: string;
  organisation: string;
  thread: string;
  body: string;
  mutation: string;
}
async function write({ person, organisation, thread, body, mutation }: NewPost): Promise<unknown> {
  const [written] = await ask('write', writeText, [thread, person, organisation, body, mutation]);
  const post = postOf(written!, [], person, false);
  const { id, no } = post;
  const groupId = written!['groupId'];
  const payload = { homeId: groupId, threadId: thread, postId: id, no };
  const { viewerCan: _, ...fragment } = post;
  io.to('room').emit('event', { room: `group:${String(groupId)}`, seq: written!['seq'], name: 'post.written', payload, fragment });
  return { reply: post };
}

const answers: Record<string, (question: never) => Promise<unknown>> = {
  '/page': (question) => page(ask, question),
  '/home': (question) => home(ask, question),
  '/groups': (question) => groups(ask, question),
  '/write': write,
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const send = (status: number, body: unknown): void => {
      const text = JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
    };
    const work =
      answers[request.url ?? '']?.(JSON.parse(Buffer.concat(chunks).toString()) as never) ?? Promise.reject(new Error('unknown'));
    work.then(
      (data) => send(200, { data }),
      (error: unknown) => send(500, { error: String(error) }),
    );
  });
}

const server = createServer(answer);
const io = new Server(server, { path: '/live', serveClient: false });
io.on('connection', (socket) => void socket.join('room'));
server.listen(Number(port), '127.0.0.1', () => process.send?.('listening'));

import { actingFor, belongsTo, type Actor } from '../../platform/auth/actor.ts';
import type { Sql } from '../../platform/database/statements.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { newId } from '../../platform/database/new-id.ts';
import { fail } from '../../platform/fail.ts';
import type { ThreadView } from './policy.ts';
import type { MentionTarget } from './mention-links.ts';
import { postWritten } from './jobs.ts';
import { postsText, type WrittenPost } from './post-rows.ts';

export interface NewPost {
  clientMutationId: string;
  body: string;
  replyToNo?: number | null | undefined;
  organisationId?: string | null | undefined;
}

/** For whom somebody writes: chosen, or the one whose seat they hold. It stays with the post as it was then (R10). */
export function writesFor(actor: Actor, { seatOf }: ThreadView['home'], chosen: string | null | undefined) {
  const organisationId = chosen ?? seatOf ?? actingFor(actor)?.organisationId;
  if (!organisationId || (!belongsTo(actor, organisationId) && organisationId !== seatOf))
    throw fail('invalid', { fields: ['organisationId'] });
  return { organisationId, function: actor.affiliations.find((a) => a.organisationId === organisationId)?.function ?? '' };
}

/** How many of the organisations that wrote last a thread names in lists. */
const recentOrganisations = 3;

/**
 * One statement for all that a new post changes. The thread's row is locked already (or is new), so that numbers have no
 * gaps; the instant is taken after the wait for that lock, so that the later number is never the earlier post.
 */
const effectsWith = (mentions: string) => `
  WITH t AS (
    UPDATE thread SET last_no = last_no + 1, last_post_at = clock_timestamp(), last_author_id = $2::uuid,
           recent_organisation_ids = ($3::uuid || array_remove(recent_organisation_ids, $3::uuid))[1:${recentOrganisations}]
     WHERE id = $1::uuid RETURNING last_no AS no, last_post_at AS at
  ), p AS (
    INSERT INTO post (id, thread_id, no, author_id, organisation_id, function, body, reply_to_no, client_mutation_id, created_at)
    SELECT $8::uuid, $1::uuid, t.no, $2::uuid, $3::uuid, $4, $5, $6::int, $7::uuid, t.at FROM t RETURNING *
  ), w AS (
    INSERT INTO thread_participant (thread_id, person_id, organisation_id, function, posts, last_no)
    SELECT $1::uuid, $2::uuid, $3::uuid, $4, 1, t.no FROM t
    ON CONFLICT (thread_id, person_id) DO UPDATE SET posts = thread_participant.posts + 1, organisation_id = EXCLUDED.organisation_id,
      function = EXCLUDED.function, last_no = EXCLUDED.last_no
  )${mentions}, r AS (
    INSERT INTO read_state (person_id, thread_id, read_no, at) SELECT $2::uuid, $1::uuid, t.no, t.at FROM t
    ON CONFLICT (person_id, thread_id) DO UPDATE SET read_no = GREATEST(read_state.read_no, EXCLUDED.read_no), at = EXCLUDED.at
  ) ${postsText('p')}`;
const effects = effectsWith('');
const effectsMentioning = effectsWith(`, m AS (
    INSERT INTO mention (post_id, kind, target_id)
    SELECT $8::uuid, x.kind::"MentionKind", x.target FROM unnest($9::text[], $10::text[]) AS x(kind, target)
  )`);

/** After an author has no post left in a thread, or one again: who wrote last, and in whose name. */
export const recountText = `
  UPDATE thread t SET
    last_author_id = (SELECT person_id FROM thread_participant WHERE thread_id = t.id AND posts > 0 ORDER BY last_no DESC LIMIT 1),
    recent_organisation_ids = ARRAY(SELECT organisation_id FROM thread_participant WHERE thread_id = t.id AND posts > 0
                                     GROUP BY 1 ORDER BY max(last_no) DESC LIMIT ${recentOrganisations})
   WHERE t.id = $1::uuid`;

/** The writer's own draft goes with what it became. */
export async function takeDraft(tx: Tx<Sql>, actor: Actor, key: string): Promise<void> {
  const taken = await tx.db.$queryRawUnsafe<unknown[]>(
    'DELETE FROM draft WHERE person_id = $1::uuid AND key = $2 RETURNING key',
    actor.personId,
    key,
  );
  if (taken.length > 0) tx.announce('draft.changed', actor.personId, { personId: actor.personId, key });
}

/**
 * Writes a post into a thread that the caller holds a proof for, and tells what follows from every post. The thread is
 * locked: the number is known before it is written. `written`: the post, to be believed when the transaction stands.
 */
export function writePost(
  tx: Tx<Sql>,
  actor: Actor,
  thread: Pick<ThreadView, 'id' | 'home'> & { lastNo: number },
  post: NewPost,
  targets: readonly MentionTarget[],
): { id: string; no: number; written: Promise<WrittenPost> } {
  const by = writesFor(actor, thread.home, post.organisationId);
  const id = newId();
  const no = thread.lastNo + 1;
  const written = tx.db.$queryRawUnsafe<WrittenPost[]>(
    targets.length > 0 ? effectsMentioning : effects,
    thread.id,
    actor.personId,
    by.organisationId,
    by.function,
    post.body,
    post.replyToNo ?? null,
    post.clientMutationId,
    id,
    ...(targets.length > 0 ? [targets.map((t) => t.kind), targets.map((t) => t.targetId)] : []),
  );
  tx.announce('read_state.changed', actor.personId, { personId: actor.personId, threadId: thread.id, readNo: no });
  tx.enqueue(postWritten, { postId: id });
  return { id, no, written: written.then(([post]) => post!) };
}

/** The same author sent the same again: the first row stands. */
export const isRepeated = (error: unknown): boolean => {
  const { code, meta } = error as { code?: string; meta?: unknown };
  return code === 'P2002' || code === '23505' || (code === 'P2010' && /23505|UniqueConstraintViolation/.test(JSON.stringify(meta)));
};

import { Injectable } from '@nestjs/common';
import type { EventName, Inputs, ReactionKind } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { Fail, fail, known } from '../../platform/fail.ts';
import type { Sql } from '../../platform/database/statements.ts';
import type { May } from '../../platform/policy/policy.ts';
import { present } from '../questions/index.ts';
import { GroupMovement } from './group-movement.ts';
import { postGate, threadGate, type WritablePost } from './gate.ts';
import { erasePost, postMentioned } from './jobs.ts';
import { mentionsIn } from './mention-links.ts';
import { MentionService } from './mentions.service.ts';
import { threadPolicy } from './policy.ts';
import { PostRows, type PostRow } from './post-rows.ts';
import { isRepeated, recountText, takeDraft, writePost } from './post-writer.ts';
import { ThreadRows } from './thread-rows.ts';

type PostEvent = Extract<EventName, `post.${string}`>;
/** Milliseconds; longer than the undo window by more than a transaction takes. */
const eraseAfter = 15_000;

const announce = (
  tx: Tx<Sql>,
  name: PostEvent,
  { id, threadId, no, thread }: Pick<WritablePost, 'id' | 'threadId' | 'no' | 'thread'>,
): void => tx.announce(name, thread.home.room, { homeId: thread.home.id, threadId, postId: id, no });

@Injectable()
export class PostService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly mentions: MentionService,
    private readonly threads: ThreadRows,
    private readonly posts: PostRows,
    private readonly movement: GroupMovement,
  ) {}

  async one(actor: Actor, id: string): Promise<PostRow> {
    const found = await this.database.pool.query<{ thread_id: string }>({
      name: 'thread_of_post',
      text: 'SELECT thread_id FROM post WHERE id = $1',
      values: [known(id)],
    });
    const threadId = found.rows[0]?.thread_id;
    if (!threadId) throw fail('not_found');
    const thread = await this.threads.one(actor, threadId);
    const [post] = await this.posts.byId(actor, [known(id)], () => thread);
    return post!;
  }

  async reply(actor: Actor, input: Inputs['reply']): Promise<PostRow> {
    const targets = mentionsIn(input.body);
    try {
      const { id, thread, written } = await this.writes.pipelined(async (tx) => {
        const [{ row: thread }] = await Promise.all([
          threadGate.may(tx, actor, 'reply', input.threadId),
          takeDraft(tx, actor, `reply:${input.threadId.toLowerCase()}`),
        ]);
        if (input.replyToNo && input.replyToNo > thread.lastNo) throw fail('invalid', { fields: ['replyToNo'] });
        await this.mentions.guard(tx.db, actor, thread.home.id, targets, {
          confirmMany: input.confirmMany ?? false,
          mayMany: threadPolicy.verdict(actor, 'mentionMany', thread) === true,
        });
        const { id, no, written } = writePost(tx, actor, thread, input, targets);
        written.catch(() => undefined); // why, the transaction tells
        announce(tx, 'post.written', { id, no, threadId: thread.id, thread });
        return { id, thread, written };
      });
      if (thread.groupId) this.movement.moved(thread.groupId);
      // Whom it mentions is read by itself.
      return targets.length > 0 ? await this.one(actor, id) : this.posts.written(actor, thread, await written);
    } catch (error) {
      // Written before, or refused: the same sent again is answered with its first row, whatever changed since.
      if (!isRepeated(error) && !(error instanceof Fail)) throw error;
      const first = await this.writtenBefore(actor, input.clientMutationId);
      if (!first) throw error;
      return this.one(actor, first);
    }
  }

  async edit(actor: Actor, { id, version, body, confirmMany }: Inputs['editPost']): Promise<PostRow> {
    const targets = mentionsIn(body);
    await this.writes.transact(async (tx) => {
      const { row: post } = await postGate.may(tx, actor, 'edit', id);
      if (post.version !== version) throw fail('stale', { current: { body: post.body, version: post.version } });
      if (post.body === body) return;
      const before = await tx.db.mention.findMany({ where: { postId: post.id } });
      const added = targets.filter((t) => !before.some((m) => m.targetId === t.targetId));
      await this.mentions.guard(tx.db, actor, post.thread.home.id, added, {
        confirmMany: confirmMany ?? false,
        mayMany: threadPolicy.verdict(actor, 'mentionMany', post.thread) === true,
      });
      await tx.db.postRevision.create({
        data: { postId: post.id, version: post.version, body: post.body, at: post.editedAt ?? post.createdAt },
      });
      await tx.db.post.update({ where: { id: post.id }, data: { body, version: { increment: 1 }, editedAt: new Date() } });
      await tx.db.mention.deleteMany({ where: { postId: post.id, targetId: { notIn: targets.map((t) => t.targetId) } } });
      await tx.db.mention.createMany({ data: added.map(({ kind, targetId }) => ({ postId: post.id, kind, targetId })) });
      await tx.db.draft.deleteMany({ where: { personId: actor.personId, key: `edit:${post.id}` } }).then(({ count }) => {
        if (count > 0) tx.announce('draft.changed', actor.personId, { personId: actor.personId, key: `edit:${post.id}` });
      });
      announce(tx, 'post.edited', post);
      if (added.length > 0) tx.enqueue(postMentioned, { postId: post.id });
    });
    return this.one(actor, id);
  }

  /** Hidden from all at once; the text goes when it can no longer be taken back. */
  async delete(actor: Actor, id: string): Promise<PostRow> {
    await this.writes.transact(async (tx) => {
      const may = await postGate.may(tx, actor, 'delete', id);
      await tx.db
        .$executeRaw`UPDATE post SET deleted_at = clock_timestamp(), deleted_by_id = ${actor.personId}::uuid WHERE id = ${may.row.id}::uuid`;
      await this.count(may, -1);
      announce(tx, 'post.deleted', may.row);
      tx.enqueue(erasePost, { postId: may.row.id }, eraseAfter);
      this.auditModeration(may, 'post.deleted');
    });
    return this.one(actor, id);
  }

  async restore(actor: Actor, id: string): Promise<PostRow> {
    await this.writes.transact(async (tx) => {
      const may = await postGate.may(tx, actor, 'restore', id);
      await tx.db.post.update({ where: { id: may.row.id }, data: { deletedAt: null, deletedById: null } });
      await this.count(may, 1);
      announce(tx, 'post.restored', may.row);
      this.auditModeration(may, 'post.restored');
    });
    return this.one(actor, id);
  }

  async react(actor: Actor, postId: string, kind: ReactionKind, on: boolean): Promise<PostRow> {
    await this.writes.transact(async (tx) => {
      const { row: post } = await postGate.may(tx, actor, 'react', postId);
      const reaction = { postId: post.id, kind, personId: actor.personId };
      const { count } = on
        ? await tx.db.reaction.createMany({ data: [reaction], skipDuplicates: true })
        : await tx.db.reaction.deleteMany({ where: reaction });
      if (count === 0) return;
      announce(tx, 'post.reacted', post);
      // Whose mark it is says no event of the room: their own other tabs read the post again.
      const { threadId, no } = post;
      tx.announce('reaction.changed', actor.personId, { personId: actor.personId, threadId, postId: post.id, no });
    });
    return this.one(actor, postId);
  }

  /** By the asker, the lead or a moderator (R4): which of them is written nowhere. */
  async accept(actor: Actor, { id, accepted }: Inputs['acceptPost']): Promise<PostRow> {
    await this.writes.transact(async (tx) => {
      const { row: post } = await postGate.may(tx, await present(tx, actor), 'accept', id);
      const { count } = await tx.db.post.updateMany({
        where: { id: post.id, acceptedAt: accepted ? null : { not: null } },
        data: { acceptedAt: accepted ? new Date() : null },
      });
      if (count > 0) announce(tx, 'post.accepted', post);
    });
    return this.one(actor, id);
  }

  /** The worker's part of a deletion. A restored post, or one deleted anew, is left alone. */
  async erase(postId: string): Promise<void> {
    await this.writes.transact(async ({ db }) => {
      const erased = await db.$queryRaw<{ id: string }[]>`
        UPDATE post SET body = '' WHERE id = ${postId}::uuid AND deleted_at < clock_timestamp() - interval '11 seconds' RETURNING id`;
      if (erased.length === 0) return;
      await db.postRevision.deleteMany({ where: { postId } });
      await db.mention.deleteMany({ where: { postId } });
      await db.reaction.deleteMany({ where: { postId } });
    });
  }

  private async writtenBefore(actor: Actor, clientMutationId: string): Promise<string | undefined> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'post_of_mutation',
      text: 'SELECT id FROM post WHERE author_id = $1 AND client_mutation_id = $2',
      values: [actor.personId, clientMutationId],
    });
    return rows[0]?.id;
  }

  private async count({ tx, row }: May<'delete' | 'restore', WritablePost>, by: 1 | -1): Promise<void> {
    const [author] = await tx.db.threadParticipant.updateManyAndReturn({
      where: { threadId: row.threadId, personId: row.authorId },
      data: { posts: { increment: by } },
      select: { posts: true },
    });
    if (author?.posts === (by === 1 ? 1 : 0)) await tx.db.$executeRawUnsafe(recountText, row.threadId);
  }

  /** Somebody else's post: moderation (R12). */
  private auditModeration({ tx, actor, row }: May<'delete' | 'restore', WritablePost>, action: string): void {
    if (row.authorId === actor.personId) return;
    const details = { threadId: row.threadId, no: row.no, authorId: row.authorId };
    tx.audit({ actorId: actor.personId, action, subject: { kind: 'post', id: row.id }, details });
  }
}

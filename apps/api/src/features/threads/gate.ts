import type { Thread } from '../../generated/prisma/client.ts';
import { limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { gate } from '../../platform/policy/policy.ts';
import { groupPolicy, groupView } from '../working-groups/index.ts';
import { postPolicy, threadPolicy, type PostView, type ThreadView } from './policy.ts';

export type WritableThread = ThreadView & Omit<Thread, 'clientMutationId'>;
export type WritablePost = PostView & {
  threadId: string;
  no: number;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
};

const threadLocks = { change: 'FOR NO KEY UPDATE', share: 'FOR SHARE', none: '' } as const;

/**
 * Thread, then group, then seat: each locked before it is looked at, since a statement that waited for a lock still
 * sees what was before it.
 */
async function threadView(db: Db, actor: Actor, id: string, lock: keyof typeof threadLocks): Promise<WritableThread | null> {
  const [thread] = await db.$queryRawUnsafe<Omit<Thread, 'clientMutationId'>[]>(
    `SELECT id, group_id AS "groupId", kind, title, opened_by_id AS "openedById", created_at AS "createdAt", last_no AS "lastNo",
            last_post_at AS "lastPostAt", pinned_at AS "pinnedAt", closed_at AS "closedAt", stand, stand_by_id AS "standById",
            stand_at AS "standAt", stand_no AS "standNo", version
       FROM thread WHERE id = $1::uuid ${threadLocks[lock]}`,
    id,
  );
  const group = thread && (await groupView(db, actor, thread.groupId, lock === 'none' ? 'none' : 'share'));
  return group ? { ...thread, group } : null;
}

/** The thread itself changes: a new post counts in it. */
export const threadGate = gate(threadPolicy, 'read', threadView);

async function postView(db: Db, actor: Actor, id: string, lock: 'change' | 'none'): Promise<WritablePost | null> {
  const where = await db.post.findUnique({ where: { id }, select: { threadId: true } });
  const thread = where && (await threadView(db, actor, where.threadId, lock === 'none' ? 'none' : 'share'));
  if (!thread) return null;
  const [post] = await db.$queryRawUnsafe<Omit<WritablePost, 'thread'>[]>(
    `SELECT id, thread_id AS "threadId", no, author_id AS "authorId", body, version, created_at AS "createdAt", edited_at AS "editedAt",
            deleted_at AS "deletedAt", deleted_by_id AS "deletedById",
            COALESCE(deleted_at > clock_timestamp() - make_interval(secs => ${limits.undoDelete / 1000}), false) AS "undoOpen"
       FROM post WHERE id = $1::uuid ${lock === 'none' ? '' : 'FOR NO KEY UPDATE'}`,
    id,
  );
  return post ? { ...post, thread } : null;
}

export const postGate = gate(postPolicy, 'read', postView);

/** Something begins in the group: the group stays as it is while it does. */
export const openingGate = gate(groupPolicy, 'see', (db, actor, id, lock) => groupView(db, actor, id, lock === 'none' ? 'none' : 'share'));

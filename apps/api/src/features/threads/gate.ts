import type { Thread } from '../../generated/prisma/client.ts';
import { limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTurn, type Sql } from '../../platform/database/statements.ts';
import { gate } from '../../platform/policy/policy.ts';
import { announcementView, homeOfAnnouncement } from '../announcements/index.ts';
import { homeOfGroup, questionView } from '../questions/index.ts';
import { groupPolicy, groupView, type GroupView } from '../working-groups/index.ts';
import { postPolicy, threadPolicy, type PostView, type ThreadView } from './policy.ts';

export type WritableThread = ThreadView & FoundThread;
export type WritablePost = PostView & {
  threadId: string;
  no: number;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
};

const threadLocks = {
  change: 'FOR NO KEY UPDATE OF t FOR SHARE OF g',
  share: 'FOR SHARE OF t, g',
  none: '',
} as const;

type FoundThread = Omit<Thread, 'clientMutationId' | 'lastAuthorId' | 'recentOrganisationIds'>;
type FoundInGroup = FoundThread & Pick<GroupView, 'status' | 'visibility' | 'joinPolicy' | 'proposedById'>;
const columns = `t.id, t.group_id AS "groupId", t.question_id AS "questionId", t.announcement_id AS "announcementId", t.kind, t.title, t.opened_by_id AS "openedById", t.created_at AS "createdAt", t.last_no AS "lastNo",
         t.last_post_at AS "lastPostAt", t.pinned_at AS "pinnedAt", t.closed_at AS "closedAt", t.stand, t.stand_by_id AS "standById",
         t.stand_at AS "standAt", t.stand_no AS "standNo", t.version`;
const threadText = (lock: keyof typeof threadLocks) => `
  SELECT ${columns}, g.status, g.visibility, g.join_policy AS "joinPolicy", g.proposed_by_id AS "proposedById"
    FROM thread t JOIN working_group g ON g.id = t.group_id WHERE t.id = $1::uuid ${threadLocks[lock]}`;

interface FoundSeat {
  granted: boolean;
  id: string | null;
  role: NonNullable<GroupView['membership']>['role'];
  status: NonNullable<GroupView['membership']>['status'];
  organisationId: string;
  until: Date | null;
}
/** Seats need no lock of their own: every change of one locks its group's row first. */
const seatText = `
  SELECT EXISTS (SELECT FROM reading_grant r WHERE r.group_id = t.group_id AND r.person_id = $2::uuid AND r.expires_at > now()) AS granted,
         m.id, m.role, m.status, m.organisation_id AS "organisationId", m.until
    FROM thread t LEFT JOIN group_membership m ON m.group_id = t.group_id AND m.person_id = $2::uuid WHERE t.id = $1::uuid`;

const locksAlone = { change: 'FOR NO KEY UPDATE OF t', share: 'FOR SHARE OF t', none: '' } as const;
/** The answers to a question, or comments: what they stand with, and its home, before the thread, as who changes that locks them. */
async function standingWith(sql: Sql, actor: Actor, id: string, lock: keyof typeof threadLocks): Promise<WritableThread | null> {
  const [place] = await sql.$queryRawUnsafe<Pick<FoundThread, 'questionId' | 'announcementId'>[]>(
    `SELECT question_id AS "questionId", announcement_id AS "announcementId" FROM thread WHERE id = $1::uuid`,
    id,
  );
  const shared = lock === 'none' ? 'none' : 'share';
  const question = place?.questionId ? await questionView(sql, actor, place.questionId, shared) : null;
  const announcement = place?.announcementId ? await announcementView(sql, actor, place.announcementId, shared) : null;
  const home = question?.home ?? (announcement && homeOfAnnouncement(actor, announcement));
  if (!home) return null;
  const [thread] = await sql.$queryRawUnsafe<FoundThread[]>(
    `SELECT ${columns} FROM thread t WHERE t.id = $1::uuid ${locksAlone[lock]}`,
    id,
  );
  return thread ? { ...thread, home, question } : null;
}

/**
 * Thread and group are locked before the seat is looked at, in a statement of its own, since one that waited for a lock
 * still sees what was before it. Whether anybody leads the group, no rule of a thread asks.
 */
async function threadView(sql: Sql, actor: Actor, id: string, lock: keyof typeof threadLocks): Promise<WritableThread | null> {
  const [[found], [seat]] = await inTurn(
    sql,
    () => sql.$queryRawUnsafe<FoundInGroup[]>(threadText(lock), id),
    () => sql.$queryRawUnsafe<FoundSeat[]>(seatText, id, actor.personId),
  );
  if (!found || !seat) return standingWith(sql, actor, id, lock);
  const { status, visibility, joinPolicy, proposedById, ...thread } = found;
  const { granted: readingGrant, ...membership } = seat;
  const group = { id: thread.groupId!, status, visibility, joinPolicy, proposedById, readingGrant, leaderless: false };
  const home = homeOfGroup(actor, { ...group, membership: membership.id === null ? null : { ...membership, id: membership.id } });
  return { ...thread, home, question: null };
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

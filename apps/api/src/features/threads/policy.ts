import type { Actor } from '../../platform/auth/actor.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';
import { groupPolicy, type GroupView } from '../working-groups/index.ts';

/** A thread as one person sees it: what the rules need. */
export interface ThreadView {
  readonly id: string;
  readonly groupId: string;
  readonly openedById: string;
  readonly closedAt: Date | null;
  readonly group: GroupView;
}

const reads = (actor: Actor, t: ThreadView): Verdict => groupPolicy.verdict(actor, 'read', t.group) === true || 'not_found';
/** Nobody writes in a group that is not ACTIVE, whatever their role. */
const writes = (actor: Actor, t: ThreadView): Verdict => groupPolicy.verdict(actor, 'write', t.group);
const leads = (actor: Actor, t: ThreadView): boolean => groupPolicy.verdict(actor, 'lead', t.group) === true;
const speaks = (actor: Actor, t: ThreadView): Verdict => {
  const written = writes(actor, t);
  return written !== true ? written : t.closedAt === null || 'thread.closed';
};
const leadActs = (actor: Actor, t: ThreadView): Verdict => (leads(actor, t) ? writes(actor, t) : 'forbidden');
/** Whose thread it is shapes it too: its title, and where the discussion stands (also of a closed one). */
const tends = (actor: Actor, t: ThreadView): Verdict =>
  leads(actor, t) || t.openedById === actor.personId ? writes(actor, t) : 'forbidden';

export const threadPolicy = policy<ThreadView>()('read', {
  read: reads,
  reply: speaks,
  react: speaks,
  close: leadActs,
  pin: leadActs,
  retitle: tends,
  writeStand: tends,
  /** More than 200 recipients of a mention. */
  mentionMany: leadActs,
});

/** A post as one person sees it. */
export interface PostView {
  readonly id: string;
  readonly authorId: string;
  readonly deletedAt: Date | string | null;
  readonly deletedById: string | null;
  /** By the database's clock: the deletion is less than ten seconds old. */
  readonly undoOpen: boolean;
  readonly thread: ThreadView;
}

const isActive = (p: PostView): Verdict => p.thread.group.status === 'ACTIVE' || 'group.not_active';

export const postPolicy = policy<PostView>()('read', {
  read: (actor, p) => threadPolicy.verdict(actor, 'read', p.thread),
  edit: (actor, p) =>
    p.authorId !== actor.personId ? 'forbidden' : p.deletedAt !== null ? 'post.deleted' : threadPolicy.verdict(actor, 'reply', p.thread),
  react: (actor, p) => (p.deletedAt !== null ? 'post.deleted' : threadPolicy.verdict(actor, 'react', p.thread)),
  delete: (actor, p) =>
    p.authorId !== actor.personId && !leads(actor, p.thread) ? 'forbidden' : p.deletedAt !== null ? 'post.deleted' : isActive(p),
  restore: (actor, p) =>
    p.deletedById !== null && p.deletedById !== actor.personId ? 'forbidden' : p.undoOpen ? isActive(p) : 'post.undo_over',
});

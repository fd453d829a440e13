import type { Actor } from '../../platform/auth/actor.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';
import { questionPolicy, type HomeView, type QuestionView } from '../questions/index.ts';

/** A thread as one person sees it: what the rules need. */
export interface ThreadView {
  readonly id: string;
  readonly openedById: string | null;
  readonly closedAt: Date | null;
  /** Its group, where its question was asked, or the announcement it comments on. */
  readonly home: HomeView;
  /** Whose answers its posts are: who reads the question reads them. */
  readonly question: QuestionView | null;
}

const reads = (actor: Actor, t: ThreadView): Verdict =>
  t.question ? questionPolicy.verdict(actor, 'read', t.question) : t.home.reads || 'not_found';
const speaks =
  (inQuestions: 'discuss' | 'react') =>
  (actor: Actor, t: ThreadView): Verdict => {
    if (t.question) return questionPolicy.verdict(actor, inQuestions, t.question);
    return t.home.writes !== true ? t.home.writes : t.closedAt === null || 'thread.closed';
  };
/** Nobody writes in a group that is not ACTIVE, whatever their role. */
const leadActs = (_: Actor, t: ThreadView): Verdict => (t.home.leads ? t.home.writes : 'forbidden');
/** The answers to a question stand with it, under its title, as long as it does; so do the comments on an announcement. */
const standsAlone = (t: ThreadView): boolean => t.question === null && t.home.kind !== 'ANNOUNCEMENT';
const leadArranges = (actor: Actor, t: ThreadView): Verdict => (standsAlone(t) ? leadActs(actor, t) : 'forbidden');
/** Whose thread it is shapes it too: its title, and where the discussion stands (also of a closed one). */
const tends = (actor: Actor, t: ThreadView): Verdict =>
  standsAlone(t) && (t.home.leads || t.openedById === actor.personId) ? t.home.writes : 'forbidden';

export const threadPolicy = policy<ThreadView>()('read', {
  read: reads,
  reply: speaks('discuss'),
  react: speaks('react'),
  close: leadArranges,
  pin: leadArranges,
  retitle: tends,
  writeStand: tends,
  /** More than 200 recipients of a mention. */
  mentionMany: leadActs,
  /** Its posts, as answers. */
  accept: (actor, { question }) => (question === null ? 'forbidden' : questionPolicy.verdict(actor, 'acceptPost', question)),
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

export const postPolicy = policy<PostView>()('read', {
  read: (actor, p) => threadPolicy.verdict(actor, 'read', p.thread),
  edit: (actor, p) =>
    p.authorId !== actor.personId ? 'forbidden' : p.deletedAt !== null ? 'post.deleted' : threadPolicy.verdict(actor, 'reply', p.thread),
  react: (actor, p) => (p.deletedAt !== null ? 'post.deleted' : threadPolicy.verdict(actor, 'react', p.thread)),
  delete: (actor, p) =>
    p.authorId !== actor.personId && !p.thread.home.leads ? 'forbidden' : p.deletedAt !== null ? 'post.deleted' : p.thread.home.active,
  restore: (actor, p) =>
    p.deletedById !== null && p.deletedById !== actor.personId ? 'forbidden' : p.undoOpen ? p.thread.home.active : 'post.undo_over',
  /** As an answer to its question. */
  accept: (actor, { thread, deletedAt }) => {
    const settled = threadPolicy.verdict(actor, 'accept', thread);
    return settled !== true ? settled : deletedAt === null || 'post.deleted';
  },
});

import { Injectable } from '@nestjs/common';
import type { FollowLevel } from '@kollab/contract';
import type { Thread } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail, known } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { announcementViewsById, homeOfAnnouncement } from '../announcements/index.ts';
import { homeOfGroup, QuestionRows, type HomeView, type QuestionRow } from '../questions/index.ts';
import type { GroupView } from '../working-groups/index.ts';
import { threadPolicy, type ThreadView } from './policy.ts';

type StoredThread = Omit<Thread, 'clientMutationId' | 'stand' | 'lastAuthorId' | 'recentOrganisationIds'>;

/** A thread with what its viewer has read of it, follows and may do: the parent of all fields of `Thread`. */
export interface ThreadRow extends StoredThread, Pick<ThreadView, 'home' | 'question'> {
  /** In the web app. */
  path: string;
  standText: string;
  pinned: boolean;
  closed: boolean;
  readNo: number;
  unreadCount: number;
  viewerFollow: FollowLevel;
  viewerFollowOwn: boolean;
  viewerCan: Record<string, boolean>;
}

interface FoundHere extends StoredThread {
  standText: string;
  readNo: number;
  ownLevel: FollowLevel | null;
}
interface Found extends FoundHere {
  groupId: string;
  groupLevel: FollowLevel | null;
  status: GroupView['status'];
  visibility: GroupView['visibility'];
  joinPolicy: GroupView['joinPolicy'];
  proposedById: string | null;
  granted: boolean;
  seatId: string | null;
  seatRole: NonNullable<GroupView['membership']>['role'];
  seatStatus: NonNullable<GroupView['membership']>['status'];
  seatOrganisationId: string;
  seatUntil: Date | null;
}

const columns = `t.id, t.group_id AS "groupId", t.question_id AS "questionId", t.announcement_id AS "announcementId", t.kind, t.title, t.opened_by_id AS "openedById", t.created_at AS "createdAt",
       t.last_no AS "lastNo", t.last_post_at AS "lastPostAt", t.pinned_at AS "pinnedAt", t.closed_at AS "closedAt",
       t.stand AS "standText", t.stand_by_id AS "standById", t.stand_at AS "standAt", t.stand_no AS "standNo", t.version,
       COALESCE(s.read_no, 0) AS "readNo", tf.level AS "ownLevel"`;
const ofViewer = `
  LEFT JOIN read_state s ON s.person_id = $2 AND s.thread_id = t.id
  LEFT JOIN thread_follow tf ON tf.person_id = $2 AND tf.thread_id = t.id`;
const byIds = {
  name: 'threads_of_viewer',
  text: `SELECT ${columns},
       g.status, g.visibility, g.join_policy AS "joinPolicy", g.proposed_by_id AS "proposedById",
       EXISTS (SELECT FROM reading_grant r WHERE r.group_id = g.id AND r.person_id = $2 AND r.expires_at > now()) AS granted,
       m.id AS "seatId", m.role AS "seatRole", m.status AS "seatStatus", m.organisation_id AS "seatOrganisationId", m.until AS "seatUntil",
       gf.level AS "groupLevel"
  FROM thread t
  JOIN working_group g ON g.id = t.group_id
  LEFT JOIN group_membership m ON m.group_id = g.id AND m.person_id = $2
  LEFT JOIN group_follow gf ON gf.person_id = $2 AND gf.group_id = g.id ${ofViewer}
 WHERE t.id = ANY($1::uuid[])`,
};
/** Of questions and announcements: by what $1 names. */
const standingWith = (column: 'id' | 'question_id' | 'announcement_id') => ({
  name: `threads_standing_with_by_${column}`,
  text: `SELECT ${columns} FROM thread t ${ofViewer} WHERE t.${column} = ANY($1::uuid[]) AND t.group_id IS NULL`,
});

/** Reads threads for one viewer: one statement, whatever their number; some more where answers to questions are among them. The gate of the reads. */
@Injectable()
export class ThreadRows {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionRows,
  ) {}

  /** The thread, if the viewer reads it. */
  async one(actor: Actor, id: string): Promise<ThreadRow> {
    const [row] = await this.readable(actor, [known(id)]);
    if (!row) throw fail('not_found');
    return row;
  }

  /** In the order of the ids; null where there is nothing to read. */
  async readable(actor: Actor, ids: readonly string[]): Promise<(ThreadRow | null)[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.database.shortReads.query<Found>({ ...byIds, values: [ids, actor.personId] });
    const seen = rows.map((found) => toRow(actor, found)).filter((row) => threadPolicy.verdict(actor, 'read', row) === true);
    const known = new Set(rows.map((found) => found.id));
    const others = ids.filter((id) => !known.has(id));
    return inOrder(ids, others.length === 0 ? seen : [...seen, ...(await this.standing(actor, others))], (row) => row.id);
  }

  /** The threads of questions that were read for this viewer, in their order. */
  async ofQuestions(actor: Actor, questions: readonly QuestionRow[]): Promise<ThreadRow[]> {
    const ids = questions.map((question) => question.id);
    const { rows } = await this.database.pool.query<FoundHere>({ ...standingWith('question_id'), values: [ids, actor.personId] });
    const byQuestion = new Map(rows.map((found) => [found.questionId, found]));
    return questions.map((question) => answersRow(actor, byQuestion.get(question.id)!, question));
  }

  /** The comments on announcements, by their ids, in their order; null where they were never open, or are not to be read. */
  async ofAnnouncements(actor: Actor, ids: readonly string[]): Promise<(ThreadRow | null)[]> {
    const { rows } = await this.database.pool.query<FoundHere>({ ...standingWith('announcement_id'), values: [ids, actor.personId] });
    return inOrder(ids, await this.comments(actor, rows), (row) => row.announcementId!);
  }

  private async standing(actor: Actor, ids: readonly string[]): Promise<ThreadRow[]> {
    const { rows } = await this.database.pool.query<FoundHere>({ ...standingWith('id'), values: [ids, actor.personId] });
    const answers = rows.filter((found) => found.questionId !== null);
    const questions = await this.questions.readable(
      actor,
      answers.map((found) => found.questionId!),
    );
    const seen = answers.flatMap((found, i) => (questions[i] ? [answersRow(actor, found, questions[i])] : []));
    const comments = rows.filter((found) => found.announcementId !== null);
    return comments.length === 0 ? seen : [...seen, ...(await this.comments(actor, comments))];
  }

  private async comments(actor: Actor, found: readonly FoundHere[]): Promise<ThreadRow[]> {
    const views = await announcementViewsById(
      this.database.sql,
      actor,
      found.map((thread) => thread.announcementId!),
    );
    const homes = new Map(views.map((view) => [view.id, homeOfAnnouncement(actor, view)]));
    return found.flatMap((thread) => {
      const home = homes.get(thread.announcementId!);
      return home?.reads ? [commentsRow(actor, thread, home)] : [];
    });
  }
}

function commentsRow(actor: Actor, { ownLevel, ...thread }: FoundHere, home: HomeView): ThreadRow {
  const view = { ...thread, home, question: null };
  return {
    ...view,
    ...shown(view),
    path: `/mitteilungen/${home.id}`,
    viewerFollow: ownLevel ?? 'IMPORTANT',
    viewerFollowOwn: ownLevel !== null,
    viewerCan: threadPolicy.abilities(actor, view),
  };
}

function answersRow(actor: Actor, { ownLevel, ...thread }: FoundHere, { view: question }: QuestionRow): ThreadRow {
  const view = { ...thread, home: question.home, question };
  return {
    ...view,
    ...shown(view),
    path: `/fragen/${question.id}`,
    viewerFollow: ownLevel ?? 'IMPORTANT',
    viewerFollowOwn: ownLevel !== null,
    viewerCan: threadPolicy.abilities(actor, view),
  };
}

const shown = ({ pinnedAt, closedAt, lastNo, readNo }: Omit<FoundHere, 'ownLevel'>) => ({
  pinned: pinnedAt !== null,
  closed: closedAt !== null,
  unreadCount: Math.max(0, lastNo - readNo),
});

function toRow(actor: Actor, found: Found): ThreadRow {
  const { status, visibility, joinPolicy, proposedById, granted, seatId, seatRole, seatStatus, seatOrganisationId, seatUntil } = found;
  const { ownLevel, groupLevel, ...thread } = found;
  const group = {
    id: thread.groupId,
    status,
    visibility,
    joinPolicy,
    proposedById,
    readingGrant: granted,
    membership: seatId && { id: seatId, role: seatRole, status: seatStatus, organisationId: seatOrganisationId, until: seatUntil },
  } as GroupView;
  const home = homeOfGroup(actor, group);
  const view = { ...thread, home, question: null };
  return {
    ...view,
    ...shown(view),
    path: `/arbeitsgruppen/${thread.groupId}/diskussionen/${thread.id}`,
    viewerFollow: ownLevel ?? groupLevel ?? (home.seated ? 'IMPORTANT' : 'MENTIONS'),
    viewerFollowOwn: ownLevel !== null,
    viewerCan: threadPolicy.abilities(actor, view),
  };
}

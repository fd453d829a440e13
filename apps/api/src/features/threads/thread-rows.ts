import { Injectable } from '@nestjs/common';
import type { FollowLevel } from '@kollab/contract';
import type { Thread } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail, known } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { holdsSeat, type GroupView } from '../working-groups/index.ts';
import { threadPolicy, type ThreadView } from './policy.ts';

type StoredThread = Omit<Thread, 'clientMutationId' | 'stand'>;

/** A thread with what its viewer has read of it, follows and may do: the parent of all fields of `Thread`. */
export interface ThreadRow extends StoredThread {
  group: ThreadView['group'];
  standText: string;
  pinned: boolean;
  closed: boolean;
  readNo: number;
  unreadCount: number;
  viewerFollow: FollowLevel;
  viewerFollowOwn: boolean;
  viewerCan: Record<string, boolean>;
}

interface Found extends StoredThread {
  standText: string;
  readNo: number;
  ownLevel: FollowLevel | null;
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

const byIds = {
  name: 'threads_of_viewer',
  text: `SELECT t.id, t.group_id AS "groupId", t.kind, t.title, t.opened_by_id AS "openedById", t.created_at AS "createdAt",
       t.last_no AS "lastNo", t.last_post_at AS "lastPostAt", t.pinned_at AS "pinnedAt", t.closed_at AS "closedAt",
       t.stand AS "standText", t.stand_by_id AS "standById", t.stand_at AS "standAt", t.stand_no AS "standNo", t.version,
       g.status, g.visibility, g.join_policy AS "joinPolicy", g.proposed_by_id AS "proposedById",
       EXISTS (SELECT FROM reading_grant r WHERE r.group_id = g.id AND r.person_id = $2 AND r.expires_at > now()) AS granted,
       m.id AS "seatId", m.role AS "seatRole", m.status AS "seatStatus", m.organisation_id AS "seatOrganisationId", m.until AS "seatUntil",
       COALESCE(s.read_no, 0) AS "readNo", tf.level AS "ownLevel", gf.level AS "groupLevel"
  FROM thread t
  JOIN working_group g ON g.id = t.group_id
  LEFT JOIN group_membership m ON m.group_id = g.id AND m.person_id = $2
  LEFT JOIN read_state s ON s.person_id = $2 AND s.thread_id = t.id
  LEFT JOIN thread_follow tf ON tf.person_id = $2 AND tf.thread_id = t.id
  LEFT JOIN group_follow gf ON gf.person_id = $2 AND gf.group_id = g.id
 WHERE t.id = ANY($1::uuid[])`,
};

/** Reads threads for one viewer: one statement, whatever their number. The gate of the reads. */
@Injectable()
export class ThreadRows {
  constructor(private readonly database: Database) {}

  /** The thread, if the viewer reads it. */
  async one(actor: Actor, id: string): Promise<ThreadRow> {
    const [row] = await this.readable(actor, [known(id)]);
    if (!row) throw fail('not_found');
    return row;
  }

  /** In the order of the ids; null where there is nothing to read. */
  async readable(actor: Actor, ids: readonly string[]): Promise<(ThreadRow | null)[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.database.pool.query<Found>({ ...byIds, values: [ids, actor.personId] });
    const seen = rows.map((found) => toRow(actor, found)).filter((row) => threadPolicy.verdict(actor, 'read', row) === true);
    return inOrder(ids, seen, (row) => row.id);
  }
}

function toRow(actor: Actor, found: Found): ThreadRow {
  const { status, visibility, joinPolicy, proposedById, granted, seatId, seatRole, seatStatus, seatOrganisationId, seatUntil } = found;
  const { ownLevel, groupLevel, ...thread } = found;
  const group: GroupView = {
    id: thread.groupId,
    status,
    visibility,
    joinPolicy,
    proposedById,
    readingGrant: granted,
    membership: seatId && { id: seatId, role: seatRole, status: seatStatus, organisationId: seatOrganisationId, until: seatUntil },
  } as GroupView;
  const view = { ...thread, group };
  return {
    ...view,
    pinned: thread.pinnedAt !== null,
    closed: thread.closedAt !== null,
    unreadCount: Math.max(0, thread.lastNo - thread.readNo),
    viewerFollow: ownLevel ?? groupLevel ?? (holdsSeat(group) ? 'IMPORTANT' : 'MENTIONS'),
    viewerFollowOwn: ownLevel !== null,
    viewerCan: threadPolicy.abilities(actor, view),
  };
}

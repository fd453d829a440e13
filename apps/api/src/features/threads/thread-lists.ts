import { Injectable } from '@nestjs/common';
import type { ThreadFilter, WorkingGroupThreadsArgs } from '../../generated/graphql.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { cursorKeys, emptyPage, pageSize, toPage, type Page } from '../../platform/graphql/page.ts';
import { groupPolicy, viewsOf } from '../working-groups/index.ts';
import { ThreadRows, type ThreadRow } from './thread-rows.ts';

/** $2 viewer, $3 to $5 the filter. */
const filtered = `t.group_id = g.id
   AND ($3::text IS NULL OR t.title ILIKE '%' || $3 || '%')
   AND ($4::boolean IS NULL OR $4 = (t.last_no > COALESCE((SELECT s.read_no FROM read_state s WHERE s.person_id = $2::uuid AND s.thread_id = t.id), 0)))
   AND ($5::boolean IS NULL OR $5 = (t.closed_at IS NOT NULL))`;

const pageText = `
  SELECT g.id AS "groupId", t.id FROM unnest($1::uuid[]) AS g(id)
   CROSS JOIN LATERAL (
     SELECT t.id, t.pinned_at IS NOT NULL AS pinned, t.last_post_at FROM thread t
      WHERE ${filtered}
        AND ($6::boolean IS NULL OR (t.pinned_at IS NOT NULL, t.last_post_at, t.id) < ($6, $7::timestamptz, $8::uuid))
      ORDER BY 2 DESC, t.last_post_at DESC, t.id DESC LIMIT $9) t
   ORDER BY g.id, t.pinned DESC, t.last_post_at DESC, t.id DESC`;
const countText = `
  SELECT g.id AS "groupId", (SELECT count(*)::int FROM thread t WHERE ${filtered}) AS count FROM unnest($1::uuid[]) AS g(id)`;
/** By one look at all that the viewer has read there instead of one a thread. */
const unreadText = `
  SELECT t.group_id AS "groupId", count(*)::int AS count
    FROM thread t LEFT JOIN read_state s ON s.person_id = $2::uuid AND s.thread_id = t.id
   WHERE t.group_id = ANY($1::uuid[]) AND t.last_no > COALESCE(s.read_no, 0) GROUP BY t.group_id`;
const sizeText = `SELECT group_id AS "groupId", count(*)::int AS count FROM thread WHERE group_id = ANY($1::uuid[]) GROUP BY group_id`;

/** The threads of groups, for who reads them; to others a group has none. */
@Injectable()
export class ThreadLists {
  constructor(
    private readonly database: Database,
    private readonly rows: ThreadRows,
  ) {}

  async pages(
    actor: Actor,
    groups: readonly WorkingGroup[],
    { filter, first, after }: WorkingGroupThreadsArgs,
  ): Promise<Page<ThreadRow>[]> {
    const readable = await this.readable(actor, groups);
    const take = pageSize(first);
    const keys = cursorKeys(after, ['integer', 'instant', 'id']);
    const { rows: found } = await this.database.pool.query<{ groupId: string; id: string }>({
      name: 'threads_of_groups',
      text: pageText,
      values: [[...readable], ...conditions(actor, filter), ...(keys ? [keys[0] === 1, keys[1], keys[2]] : [null, null, null]), take + 1],
    });
    const [rows, totals] = await Promise.all([
      this.rows.readable(
        actor,
        found.map((f) => f.id),
      ),
      this.counts(actor, [...readable], filter),
    ]);
    const byGroup = Map.groupBy(
      rows.filter((row) => row !== null),
      (row) => row.groupId,
    );
    return groups.map((g) => {
      if (!readable.has(g.id)) return emptyPage();
      const key = (t: ThreadRow) => [t.pinned ? 1 : 0, t.lastPostAt.toISOString(), t.id];
      return toPage(byGroup.get(g.id) ?? [], take, totals.get(g.id) ?? 0, key, !!after);
    });
  }

  /** How many threads the groups have, or how many of them the viewer has not read to their end. */
  async countsOf(actor: Actor, groups: readonly WorkingGroup[], which: 'all' | 'unread'): Promise<number[]> {
    const readable = [...(await this.readable(actor, groups))];
    const { rows } = await this.database.pool.query<{ groupId: string; count: number }>(
      which === 'all'
        ? { name: 'thread_sizes', text: sizeText, values: [readable] }
        : { name: 'unread_threads', text: unreadText, values: [readable, actor.personId] },
    );
    const counts = new Map(rows.map((r) => [r.groupId, r.count]));
    return groups.map((g) => counts.get(g.id) ?? 0);
  }

  private async readable(actor: Actor, groups: readonly WorkingGroup[]): Promise<Set<string>> {
    const views = await viewsOf(this.database)([...groups], actor);
    return new Set(views.filter((view) => groupPolicy.verdict(actor, 'read', view) === true).map((view) => view.id));
  }

  private async counts(actor: Actor, groupIds: string[], filter: ThreadFilter | null | undefined): Promise<Map<string, number>> {
    const { rows } = await this.database.pool.query<{ groupId: string; count: number }>({
      name: 'thread_counts',
      text: countText,
      values: [groupIds, ...conditions(actor, filter)],
    });
    return new Map(rows.map((r) => [r.groupId, r.count]));
  }
}

const conditions = (actor: Actor, filter: ThreadFilter | null | undefined): unknown[] => [
  actor.personId,
  filter?.text
    ?.normalize('NFC')
    .trim()
    .replace(/[\\%_]/g, '\\$&') || null,
  filter?.unread ?? null,
  filter?.closed ?? null,
];

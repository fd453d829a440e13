import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { SprechstundeQuestionsArgs, WorkingGroupQuestionsArgs } from '../../generated/graphql.ts';
import type { Prisma, Question, Sprechstunde, WorkingGroup } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { cursorKeys, emptyPage, page, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { berlinToday, dateOf } from './days.ts';
import { homeIn, homeViews, readableHomes } from './homes.ts';
import { officesOf } from './policy.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import type { HomeReference } from './homes.ts';

type Filter = Inputs['questionFilter'];

/** $2 viewer, $3 to $7 the filter. Hidden ones only where they are asked for, or one's own. */
const filtered = `
   ($3::text[] IS NULL AND ($6::boolean IS TRUE OR q.state NOT IN ('WITHDRAWN', 'MERGED')) OR q.state::text = ANY($3::text[]))
   AND ($4::text IS NULL OR q.title ILIKE '%' || $4 || '%' OR q.body ILIKE '%' || $4 || '%')
   AND ($5::uuid IS NULL OR EXISTS (SELECT FROM question_topic t WHERE t.question_id = q.id AND t.topic_id = $5))
   AND ($6::boolean IS NULL OR $6 = EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2))
   AND CASE WHEN $7::boolean IS TRUE THEN q.hidden_at IS NOT NULL AND (h.orders OR EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2))
            ELSE q.hidden_at IS NULL OR ($6::boolean IS TRUE AND EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2)) END`;
/** `h`: the homes that the viewer reads, and whether they show hidden ones again. */
const homes = (column: string) =>
  `unnest($1::uuid[], $8::boolean[]) AS h(id, orders) CROSS JOIN LATERAL (SELECT * FROM question WHERE ${column} = h.id) q`;
const orders = {
  VOTES: {
    by: 'q.vote_count DESC, q.created_at, q.id',
    beyond: `$9::int IS NULL OR q.vote_count < $9 OR (q.vote_count = $9 AND (q.created_at, q.id) > ($10::timestamptz, $11::uuid))`,
    first: 'vote_count DESC, created_at, id',
  },
  NEWEST: {
    by: 'q.created_at DESC, q.id DESC',
    beyond: `$9::int IS NULL OR (q.created_at, q.id) < ($10::timestamptz, $11::uuid)`,
    first: 'created_at DESC, id DESC',
  },
} as const;
const pageText = (column: string, order: keyof typeof orders) => `
  SELECT h.id AS "homeId", q.id FROM unnest($1::uuid[], $8::boolean[]) AS h(id, orders)
   CROSS JOIN LATERAL (SELECT q.id, q.vote_count, q.created_at FROM question q WHERE q.${column} = h.id AND ${filtered} AND (${orders[order].beyond})
                        ORDER BY ${orders[order].by} LIMIT $12) q
   ORDER BY h.id, ${orders[order].first.replace(/(vote_count|created_at|\bid\b)/g, 'q.$1')}`;
const countText = (column: string) =>
  `SELECT h.id AS "homeId", count(*)::int AS count FROM ${homes(column)} WHERE ${filtered} GROUP BY h.id`;

/** The questions of homes, for who reads them; and those of all homes that wait. */
@Injectable()
export class QuestionLists {
  constructor(
    private readonly database: Database,
    private readonly rows: QuestionRows,
  ) {}

  ofGroups(actor: Actor, groups: readonly WorkingGroup[], args: WorkingGroupQuestionsArgs, filter: Filter): Promise<Page<QuestionRow>[]> {
    return this.ofHomes(
      actor,
      groups.map((g) => ({ groupId: g.id, sprechstundeId: null })),
      'group_id',
      args,
      filter,
    );
  }

  ofEvents(actor: Actor, events: readonly Sprechstunde[], args: SprechstundeQuestionsArgs, filter: Filter): Promise<Page<QuestionRow>[]> {
    return this.ofHomes(
      actor,
      events.map((e) => ({ groupId: null, sprechstundeId: e.id })),
      'sprechstunde_id',
      args,
      filter,
    );
  }

  private async ofHomes(
    actor: Actor,
    references: readonly HomeReference[],
    column: string,
    { order, first, after }: WorkingGroupQuestionsArgs,
    filter: Filter,
  ): Promise<Page<QuestionRow>[]> {
    const views = [...(await homeViews(this.database.prisma, actor, references)).values()].filter((home) => home.reads);
    const take = pageSize(first);
    const by = order ?? 'VOTES';
    const keys = cursorKeys(after, by === 'VOTES' ? ['integer', 'instant', 'id'] : ['instant', 'id']);
    const beyond = keys ? (by === 'VOTES' ? keys : [0, ...keys]) : [null, null, null];
    const shows = (home: (typeof views)[number]) =>
      home.leads || actor.globalRoles.some((g) => g.role === 'MODERATOR' || g.role === 'LAND_EDITOR');
    const given = [
      views.map((home) => home.id),
      actor.personId,
      filter.states ?? null,
      filter.text?.replace(/[\\%_]/g, '\\$&') || null,
      filter.topicId ?? null,
      filter.mine ?? null,
      filter.hidden ?? null,
      views.map(shows),
    ];
    const [{ rows: found }, { rows: counts }] = await Promise.all([
      this.database.pool.query<{ homeId: string; id: string }>({
        name: `questions_${column}_${by}`,
        text: pageText(column, by),
        values: [...given, ...beyond, take + 1],
      }),
      this.database.pool.query<{ homeId: string; count: number }>({
        name: `questions_${column}_count`,
        text: countText(column),
        values: given,
      }),
    ]);
    const rows = await this.rows.readable(
      actor,
      found.map((f) => f.id),
    );
    const byHome = Map.groupBy(
      rows.filter((row) => row !== null),
      (row) => homeIn(row).id,
    );
    const total = new Map(counts.map((c) => [c.homeId, c.count]));
    const key = (q: QuestionRow) => (by === 'VOTES' ? [q.toldVotes, q.createdAt.toISOString(), q.id] : [q.createdAt.toISOString(), q.id]);
    return references.map((reference) => {
      const { id } = homeIn(reference);
      return total.has(id) || byHome.has(id) ? toPage(byHome.get(id) ?? [], take, total.get(id) ?? 0, key, !!after) : emptyPage();
    });
  }

  /** Longest waiting first; among those with a due day, the earliest one. */
  async unanswered(actor: Actor, filter: Inputs['unansweredFilter'], args: PageArgs): Promise<Page<QuestionRow>> {
    const where: Prisma.QuestionWhereInput = {
      AND: [
        readable(actor),
        { hiddenAt: null },
        viewed(filter.view ?? null),
        filter.officeId ? { officeId: filter.officeId } : {},
        filter.groupId ? { groupId: filter.groupId } : {},
        filter.sprechstundeId ? { sprechstundeId: filter.sprechstundeId } : {},
      ],
    };
    const found = await page<Question>(
      args,
      [
        { column: 'createdAt', kind: 'instant', direction: 'asc', key: (q) => q.createdAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'asc', key: (q) => q.id },
      ],
      (part) => this.database.prisma.question.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.question.count({ where }),
    );
    return { ...found, nodes: await this.rows.of(actor, found.nodes) };
  }

  /** Alike ones among what the viewer reads: by letters, since people word and spell things differently. */
  async similar(actor: Actor, text: string): Promise<QuestionRow[]> {
    if (text.length < 4) return [];
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'similar_questions',
      text: `SELECT q.id FROM question q
              WHERE q.hidden_at IS NULL AND q.state NOT IN ('WITHDRAWN', 'MERGED')
                AND (lower(q.title) % lower($1) OR lower($1) <% lower(q.title)
                     OR to_tsvector('kollab_german', q.title) @@ plainto_tsquery('kollab_german', $1))
              ORDER BY GREATEST(similarity(lower(q.title), lower($1)), word_similarity(lower($1), lower(q.title))) DESC, q.vote_count DESC, q.id LIMIT 40`,
      values: [text],
    });
    const readableRows = await this.rows.readable(
      actor,
      rows.map((r) => r.id),
    );
    return readableRows.filter((row) => row !== null).slice(0, 5);
  }
}

/** `read` as a condition, save hiding: of its home, or given to an office for which the viewer answers. */
const readable = (actor: Actor): Prisma.QuestionWhereInput => {
  const offices = officesOf(actor);
  return { OR: [...readableHomes(actor), ...(offices.length > 0 ? [{ officeId: { in: offices } }] : [])] };
};

function viewed(view: Inputs['unansweredFilter']['view']): Prisma.QuestionWhereInput {
  switch (view) {
    case 'WAITING':
      return { state: { in: ['OPEN', 'ASSIGNED'] } };
    case 'OVERDUE':
      return { state: 'ASSIGNED', dueOn: { lt: dateOf(berlinToday()) } };
    case 'DEFERRED':
      return { state: 'DEFERRED' };
    case 'DUE_AGAIN':
      return { state: 'ASSIGNED', dueAgainAt: { not: null } };
    case 'OUTDATED':
      return { state: 'OUTDATED' };
    default:
      return { state: { in: ['OPEN', 'ASSIGNED', 'DEFERRED', 'OUTDATED'] } };
  }
}

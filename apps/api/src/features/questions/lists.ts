import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { SprechstundeQuestionsArgs, WorkingGroupQuestionsArgs } from '../../generated/graphql.ts';
import type { Question, Sprechstunde, WorkingGroup } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { cursorKeys, emptyPage, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { homeIn, homeViews } from './homes.ts';
import { QuestionRows, type QuestionRow } from './question-rows.ts';
import type { HomeReference } from './homes.ts';
import { isLate, unanswered, waitingLess } from './unanswered.ts';

type Filter = Inputs['questionFilter'];

/** $2 viewer, $3 to $7 and $9 the filter. Hidden ones only where they are asked for, or one's own. */
const filtered = `
   ($3::text[] IS NULL AND ($6::boolean IS TRUE OR q.state NOT IN ('WITHDRAWN', 'MERGED')) OR q.state::text = ANY($3::text[]))
   AND ($4::text IS NULL OR q.title ILIKE '%' || $4 || '%' OR q.body ILIKE '%' || $4 || '%')
   AND ($5::uuid IS NULL OR EXISTS (SELECT FROM question_topic t WHERE t.question_id = q.id AND t.topic_id = $5))
   AND ($6::boolean IS NULL OR $6 = EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2))
   AND ($9::uuid IS NULL OR q.agenda_item_id = $9)
   AND CASE WHEN $7::boolean IS TRUE THEN q.hidden_at IS NOT NULL AND (h.orders OR EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2))
            ELSE q.hidden_at IS NULL OR ($6::boolean IS TRUE AND EXISTS (SELECT FROM question_asker a WHERE a.question_id = q.id AND a.person_id = $2)) END`;
/** `h`: the homes that the viewer reads, and whether they show hidden ones again. */
const homes = (column: string) =>
  `unnest($1::uuid[], $8::boolean[]) AS h(id, orders) CROSS JOIN LATERAL (SELECT * FROM question WHERE ${column} = h.id) q`;
/** In the queue: given places, then all others, then what was dealt with. */
const noPlace = 2_147_483_646;
const rankOf = ({ place, discussedAt }: Pick<Question, 'place' | 'discussedAt'>): number =>
  discussedAt ? noPlace + 1 : (place ?? noPlace);
const rank = `CASE WHEN q.discussed_at IS NULL THEN COALESCE(q.place, ${noPlace}) ELSE ${noPlace + 1} END`;
/** `beyond` a cursor: $10 the rank, $11 the votes, $12 when it was asked, $13 its id. */
const orders = {
  VOTES: {
    by: 'vote_count DESC, created_at, id',
    beyond: `q.vote_count < $11::int OR (q.vote_count = $11::int AND (q.created_at, q.id) > ($12::timestamptz, $13::uuid))`,
  },
  NEWEST: {
    by: 'created_at DESC, id DESC',
    beyond: `(q.created_at, q.id) < ($12::timestamptz, $13::uuid) AND $11::int = 0`,
  },
  QUEUE: {
    by: 'rank, vote_count DESC, created_at, id',
    beyond: `(${rank}, -q.vote_count, q.created_at, q.id) > ($10::int, -$11::int, $12::timestamptz, $13::uuid)`,
  },
} as const;
const pageText = (column: string, order: keyof typeof orders) => {
  const { by, beyond } = orders[order];
  return `
  SELECT h.id AS "homeId", q.id FROM unnest($1::uuid[], $8::boolean[]) AS h(id, orders)
   CROSS JOIN LATERAL (SELECT q.id, q.vote_count, q.created_at, ${rank} AS rank FROM question q
                        WHERE q.${column} = h.id AND ${filtered} AND ($10::int IS NULL OR ${beyond})
                        ORDER BY ${by.replace(/(vote_count|created_at|\bid\b)/g, 'q.$1')} LIMIT $14) q
   ORDER BY h.id, ${by.replace(/(rank|vote_count|created_at|\bid\b)/g, 'q.$1')}`;
};
const countText = (column: string) =>
  `SELECT h.id AS "homeId", count(*)::int AS count FROM ${homes(column)} WHERE ${filtered} GROUP BY h.id`;
/** What a cursor says, and what is given for it. */
const cursors = {
  VOTES: { kinds: ['integer', 'instant', 'id'], given: (keys: readonly unknown[]) => [0, ...keys] },
  NEWEST: { kinds: ['instant', 'id'], given: (keys: readonly unknown[]) => [0, 0, ...keys] },
  QUEUE: { kinds: ['integer', 'integer', 'instant', 'id'], given: (keys: readonly unknown[]) => [...keys] },
} as const;
const keyIn = (order: keyof typeof orders, q: QuestionRow): (string | number)[] => {
  const oldest = [q.createdAt.toISOString(), q.id];
  if (order === 'NEWEST') return oldest;
  return order === 'VOTES' ? [q.toldVotes, ...oldest] : [rankOf(q), q.toldVotes, ...oldest];
};

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
    const keys = cursorKeys(after, [...cursors[by].kinds]);
    const beyond = keys ? cursors[by].given(keys) : [null, null, null, null];
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
      filter.agendaItemId ?? null,
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
    return references.map((reference) => {
      const { id } = homeIn(reference);
      return total.has(id) || byHome.has(id)
        ? toPage(byHome.get(id) ?? [], take, total.get(id) ?? 0, (q) => keyIn(by, q), !!after)
        : emptyPage();
    });
  }

  /** Overdue ones first, then the others; the longest waiting first in both. */
  async unanswered(actor: Actor, filter: Inputs['unansweredFilter'], { first, after }: PageArgs): Promise<Page<QuestionRow>> {
    const { prisma } = this.database;
    const where = unanswered(actor, filter);
    const take = pageSize(first);
    const [from = 0, at, id] = cursorKeys(after, ['integer', 'instant', 'id']) ?? [];
    const part = (late: boolean, size: number) =>
      prisma.question.findMany({
        where: { AND: [where, isLate(late), late === (from === 0) && at ? waitingLess(String(at), String(id)) : {}] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: size,
      });
    const [overdue, total] = await Promise.all([from === 0 ? part(true, take + 1) : [], prisma.question.count({ where })]);
    const others = overdue.length > take ? [] : await part(false, take + 1 - overdue.length);
    const rows = await this.rows.of(actor, [...overdue, ...others]);
    return toPage(rows, take, total, (q) => [q.overdue ? 0 : 1, q.createdAt.toISOString(), q.id], !!after);
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

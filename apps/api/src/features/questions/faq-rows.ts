import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { FaqEntry } from '../../generated/prisma/client.ts';
import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail, known } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { cursorKeys, emptyPage, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { dayOf } from '../../platform/days.ts';
import { faqPolicy } from './policy.ts';

interface SnippetPart {
  text: string;
  hit: boolean;
}
/** The parent of all fields of `FaqEntry`. Days are texts. */
export interface FaqRow extends Omit<FaqEntry, 'reviewOn' | 'remindedOn'> {
  reviewOn: string;
  reviewDue: boolean;
  snippet: SnippetPart[];
  viewerCan: Record<'edit', boolean>;
}
interface Hit {
  id: string;
  rank: number;
  at: Date;
  total: number;
  headline: string | null;
}

/** Characters of nobody's text stand around what was found. */
const [open, close] = ['\ue000', '\ue001'];
const words = `to_tsvector('kollab_german'::regconfig, f.question || ' ' || f.answer)`;
const wanted = `to_tsquery('kollab_german', $5)`;
/** Its official answer ended or was replaced since the last check. */
const outdated = `EXISTS (SELECT FROM official_answer a WHERE a.id = f.official_answer_id
    AND (a.ended_at IS NOT NULL OR EXISTS (SELECT FROM official_answer b WHERE b.supersedes_id = a.id)))`;
const filtered = `($6::uuid IS NULL OR EXISTS (SELECT FROM faq_topic t WHERE t.entry_id = f.id AND t.topic_id = $6))
   AND ($7::boolean IS NOT TRUE OR f.review_on <= $8::date OR ${outdated})`;
const pageOf = (rank: string, headline: string, condition: string) => `
  WITH hit AS (SELECT f.id, f.published_at AS at, ${rank} AS rank FROM faq_entry f WHERE ${condition} AND ${filtered}),
       part AS (SELECT * FROM hit WHERE $1::int IS NULL OR (rank, at, id) < ($1, $2::timestamptz, $3::uuid) ORDER BY rank DESC, at DESC, id DESC LIMIT $4)
  SELECT part.*, (SELECT count(*)::int FROM hit) AS total, ${headline} AS headline
    FROM part JOIN faq_entry f ON f.id = part.id ORDER BY part.rank DESC, part.at DESC, part.id DESC`;
const statements = {
  found: pageOf(
    `(ts_rank_cd(${words}, ${wanted}) * 1000000)::int`,
    `ts_headline('kollab_german', f.question || ' – ' || f.answer, ${wanted}, 'StartSel=${open}, StopSel=${close}, MaxFragments=2, MaxWords=18, MinWords=6')`,
    `${words} @@ ${wanted}`,
  ),
  all: pageOf('0', 'NULL', '$5::text IS NULL'),
};

/** Every word, and whatever begins with it: German puts words together. */
const queryOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');

/** Reads FAQ entries, for everybody of the platform's own circle (R2). */
@Injectable()
export class FaqRows {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<FaqRow> {
    const entry = await this.database.prisma.faqEntry.findUnique({ where: { id: known(id) } });
    if (!entry || faqPolicy.verdict(actor, 'read', entry) !== true) throw fail('not_found');
    return this.shaped(actor, entry);
  }

  async page(actor: Actor, filter: Inputs['faqFilter'], { first, after }: PageArgs): Promise<Page<FaqRow>> {
    const take = pageSize(first);
    const keys = cursorKeys(after, ['integer', 'instant', 'id']) ?? [null, null, null];
    const query = filter.text ? queryOf(filter.text) : null;
    if (!isInsider(actor) || query === '') return emptyPage();
    const found = query === null ? 'all' : 'found';
    const { rows } = await this.database.pool.query<Hit>({
      name: `faq_${found}`,
      text: statements[found],
      values: [...keys, take + 1, query, filter.topicId ?? null, filter.toCheck ?? null, berlinDay(new Date())],
    });
    const entries = await this.database.prisma.faqEntry.findMany({ where: { id: { in: rows.map((r) => r.id) } } });
    const inTurn = inOrder(
      rows.map((r) => r.id),
      entries,
      (e) => e.id,
    ).flatMap((entry, i) => (entry ? [{ hit: rows[i]!, row: this.shaped(actor, entry, rows[i]!.headline) }] : []));
    const { nodes, ...rest } = toPage(inTurn, take, rows[0]?.total ?? 0, ({ hit }) => [hit.rank, hit.at.toISOString(), hit.id], !!after);
    return { ...rest, nodes: nodes.map(({ row }) => row) };
  }

  /** By their questions; null where there is none, or the viewer reads none. */
  async ofQuestions(actor: Actor, questionIds: readonly string[]): Promise<(FaqRow | null)[]> {
    const entries = isInsider(actor)
      ? await this.database.prisma.faqEntry.findMany({ where: { questionId: { in: [...questionIds] } } })
      : [];
    return inOrder(
      questionIds,
      entries.map((entry) => this.shaped(actor, entry)),
      (row) => row.questionId,
    );
  }

  /** Which of them say what does not hold any more. */
  async outdated(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>({
      name: 'faq_outdated',
      text: `SELECT f.id FROM faq_entry f WHERE f.id = ANY($1::uuid[]) AND ${outdated}`,
      values: [ids],
    });
    return new Set(rows.map((r) => r.id));
  }

  private shaped(actor: Actor, entry: FaqEntry, headline: string | null = null): FaqRow {
    const reviewOn = dayOf(entry.reviewOn);
    return {
      ...entry,
      reviewOn,
      reviewDue: reviewOn <= berlinDay(new Date()),
      snippet: headline === null ? [] : partsOf(headline),
      viewerCan: { edit: faqPolicy.verdict(actor, 'edit', entry) === true },
    };
  }
}

/** Without Markdown's signs: a snippet is no document. */
const partsOf = (headline: string): SnippetPart[] =>
  headline
    .replace(/[*_#>`]+/g, '')
    .split(new RegExp(`(${open}[^${close}]*${close})`))
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replaceAll(open, '').replaceAll(close, ''), hit: part.startsWith(open) }));

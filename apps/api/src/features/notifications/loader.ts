import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@kollab/contract';
import { isInsider, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { ofViewer, type Loaders } from '../../platform/graphql/loaders.ts';
import { cursorKeys, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { AnnouncementRows } from '../announcements/index.ts';
import { QuestionRows, type QuestionRow } from '../questions/index.ts';
import { ThreadRows, type ThreadRow } from '../threads/index.ts';
import { eventLabel, visibleEvents } from '../sprechstunden/index.ts';
import { groupLabel, visibleGroups } from '../working-groups/index.ts';
import type { Section } from '../relevance/index.ts';
import { describe, type Described, type FactRow } from './description.ts';
import { NoticeSections } from './sections.ts';

/** One row of the list: a single notice, or the most important unread one of a thread, for all of them. */
interface Row extends FactRow {
  id: string;
  createdAt: Date;
  readAt: Date | null;
  bundle: number;
  firstNo: number | null;
  latest: Date;
  total: number;
}
export interface NoticeView extends Described {
  id: string;
  kind: NoticeKind;
  createdAt: Date;
  read: boolean;
  bundle: number;
  thread: ThreadRow | null;
  group: WorkingGroup | null;
  question: QuestionRow | null;
}
/** Unread notices that one line of a mail tells together; the most important one gives the words. */
export interface WaitingNotice extends NoticeView {
  ids: string[];
  cause: string;
  onBehalfOf: string;
  dueAt: Date | null;
  /** In which section it stands for the person. */
  section: Section;
}
export interface NoticeFilter {
  unread?: boolean | null | undefined;
  kinds?: readonly NoticeKind[] | null | undefined;
}

const columns = `n.id, n.kind, n.cause, n.actor_name AS "actorName", n.group_id AS "groupId", n.thread_id AS "threadId", n.post_no AS "postNo",
  n.organisation_id AS "organisationId", n.question_id AS "questionId", n.faq_entry_id AS "faqEntryId",
  n.sprechstunde_id AS "sprechstundeId", n.wish_id AS "wishId", n.announcement_id AS "announcementId", n.detail, n.on_behalf_of AS "onBehalfOf", n.created_at AS "createdAt", n.read_at AS "readAt"`;
/** SQL: what makes one row of the list. The unread notices of a thread, its read ones, or any other notice alone. */
const together = 'COALESCE(n.thread_id, n.id), n.read_at IS NULL';
const strength = `array_position(ARRAY['POST', 'SUMMARY', 'REPLY', 'ANSWER', 'MENTION'], n.kind::text)`;

/** Reads notices: bundled by thread, in words, under the reader's rights of this moment. */
@Injectable()
export class NoticeLoaders {
  constructor(
    private readonly database: Database,
    private readonly threads: ThreadRows,
    private readonly questions: QuestionRows,
    private readonly announcements: AnnouncementRows,
    private readonly sections: NoticeSections,
  ) {}

  readonly loaders: Loaders = {
    Viewer: {
      // Counts unread rows of the list, not notices, so that badge and list agree.
      unreadNoticeCount: ofViewer((actor) => this.count(actor, { unread: true })),
    },
  };

  async page(actor: Actor, filter: NoticeFilter, args: PageArgs): Promise<Page<NoticeView>> {
    const take = pageSize(args.first);
    const [latest, id] = cursorKeys(args.after, ['instant', 'id']) ?? [null, null];
    const { rows } = await this.database.pool.query<Row>({
      name: 'notices_page',
      text: `WITH bundled AS (
               SELECT DISTINCT ON (${together}) ${columns},
                      (count(*) OVER w)::int AS bundle, min(n.post_no) OVER w AS "firstNo", max(n.created_at) OVER w AS latest
                 FROM notice n
                WHERE n.person_id = $1::uuid AND ($2::boolean IS NOT TRUE OR n.read_at IS NULL) AND ($3::text[] IS NULL OR n.kind::text = ANY($3::text[]))
               WINDOW w AS (PARTITION BY ${together})
                ORDER BY ${together}, ${strength} DESC, n.created_at DESC, n.id DESC
             )
             SELECT b.*, (SELECT count(*)::int FROM bundled) AS total FROM bundled b
              WHERE $4::timestamptz IS NULL OR (b.latest, b.id) < ($4::timestamptz, $5::uuid)
              ORDER BY b.latest DESC, b.id DESC LIMIT $6`,
      values: [actor.personId, filter.unread ?? false, filter.kinds ?? null, latest, id, take + 1],
    });
    const total = rows[0]?.total ?? (args.after ? await this.count(actor, filter) : 0);
    const { nodes, pageInfo } = toPage(rows, take, total, (row) => [row.latest.toISOString(), row.id], !!args.after);
    return { nodes: await this.described(actor, nodes), pageInfo, total };
  }

  async one(actor: Actor, id: string): Promise<NoticeView> {
    const { rows } = await this.database.pool.query<Row>({
      name: 'notice',
      text: `SELECT ${columns}, n.post_no AS "firstNo", CASE WHEN n.thread_id IS NULL OR n.read_at IS NOT NULL THEN 1 ELSE
                    (SELECT count(*)::int FROM notice o WHERE o.person_id = n.person_id AND o.thread_id = n.thread_id AND o.read_at IS NULL) END AS bundle
               FROM notice n WHERE n.id = $1::uuid AND n.person_id = $2::uuid`,
      values: [id, actor.personId],
    });
    return (await this.described(actor, rows))[0]!;
  }

  private async count(actor: Actor, filter: NoticeFilter): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: number }>({
      name: 'notices_count',
      text: `SELECT count(DISTINCT (${together}))::int AS count FROM notice n
              WHERE n.person_id = $1::uuid AND ($2::boolean IS NOT TRUE OR n.read_at IS NULL) AND ($3::text[] IS NULL OR n.kind::text = ANY($3::text[]))`,
      values: [actor.personId, filter.unread ?? false, filter.kinds ?? null],
    });
    return rows[0]!.count;
  }

  /**
   * Unread notices that the person may read now, in the words of mails, newest first: those with the given ids, or all between
   * two instants that no mail has told yet.
   */
  async waiting(actor: Actor, which: { ids: readonly string[] } | { after: Date; until: Date }, now: Date): Promise<WaitingNotice[]> {
    const [ids, after, until] = 'ids' in which ? [which.ids, null, null] : [null, which.after, which.until];
    const { rows } = await this.database.pool.query<Row & Pick<WaitingNotice, 'ids' | 'dueAt'>>({
      name: 'notices_waiting',
      text: `SELECT * FROM (
               SELECT DISTINCT ON (${together}) ${columns}, (count(*) OVER w)::int AS bundle, min(n.post_no) OVER w AS "firstNo",
                      max(n.created_at) OVER w AS latest, min(n.due_at) OVER w AS "dueAt", array_agg(n.id) OVER w AS ids
                 FROM notice n
                WHERE n.person_id = $1::uuid AND n.read_at IS NULL
                  AND ($2::uuid[] IS NULL OR n.id = ANY($2::uuid[]))
                  AND ($2::uuid[] IS NOT NULL OR (n.mailed_at IS NULL AND n.created_at > $3::timestamptz AND n.created_at <= $4::timestamptz))
               WINDOW w AS (PARTITION BY ${together})
                ORDER BY ${together}, ${strength} DESC, n.created_at DESC, n.id DESC
             ) b ORDER BY b.latest DESC, b.id DESC`,
      values: [actor.personId, ids, after, until],
    });
    const [views, sections] = await Promise.all([
      this.described(actor, rows, true),
      this.sections.of(
        rows.map((row) => ({ ...row, personId: actor.personId })),
        now,
      ),
    ]);
    return rows.flatMap((row, i) => {
      const { ids, cause, onBehalfOf, dueAt } = row;
      return views[i]!.readable ? [{ ...views[i]!, ids, cause, onBehalfOf, dueAt, section: sections[i]! }] : [];
    });
  }

  private async described(actor: Actor, rows: readonly Row[], mail = false): Promise<(NoticeView & { readable: boolean })[]> {
    if (rows.length === 0) return [];
    const ids = (
      key: 'groupId' | 'threadId' | 'organisationId' | 'questionId' | 'faqEntryId' | 'sprechstundeId' | 'wishId' | 'announcementId',
    ) => [...new Set(rows.flatMap((row) => row[key] ?? []))];
    const ofInsiders = isInsider(actor) ? ids : () => [];
    const [groups, threads, organisations, questions, faq, events, wishes, announcements] = await Promise.all([
      this.database.prisma.workingGroup.findMany({ where: { AND: [{ id: { in: ids('groupId') } }, visibleGroups(actor)] } }),
      this.threads.readable(actor, ids('threadId')),
      this.database.prisma.organisation.findMany({ where: { id: { in: ids('organisationId') } }, select: { id: true, title: true } }),
      this.questions.readable(actor, ids('questionId')),
      this.database.prisma.faqEntry.findMany({ where: { id: { in: ofInsiders('faqEntryId') } }, select: { id: true, question: true } }),
      this.database.prisma.sprechstunde.findMany({
        where: { AND: [{ id: { in: ids('sprechstundeId') } }, visibleEvents(actor)] },
        select: { id: true, no: true, title: true, series: { select: { name: true } } },
      }),
      this.database.prisma.topicWish.findMany({ where: { id: { in: ofInsiders('wishId') } }, select: { id: true, title: true } }),
      this.announcements.readable(actor, ids('announcementId')),
    ]);
    const byId = <T extends { id: string }>(all: readonly (T | null)[]) => new Map(all.flatMap((each) => (each ? [[each.id, each]] : [])));
    const [groupById, threadById, organisationById] = [byId(groups), byId(threads), byId(organisations)];
    const [questionById, faqById, eventById, wishById] = [byId(questions), byId(faq), byId(events), byId(wishes)];
    const announcementById = byId(announcements);
    return rows.map((row) => {
      const thread = threadById.get(row.threadId ?? '') ?? null;
      // Whoever may not read the thread is not told its group either.
      const group = row.threadId && !thread ? null : (groupById.get(row.groupId ?? '') ?? null);
      const question = questionById.get(row.questionId ?? '') ?? null;
      const event = eventById.get(row.sprechstundeId ?? '');
      const seen = {
        group: group && groupLabel(group),
        thread: thread?.title ?? null,
        organisation: organisationById.get(row.organisationId ?? '')?.title ?? null,
        question: mail ? null : (question?.title ?? null),
        faq: faqById.get(row.faqEntryId ?? '')?.question ?? null,
        event: event ? eventLabel(event) : null,
        wish: wishById.get(row.wishId ?? '')?.title ?? null,
        announcement: announcementById.get(row.announcementId ?? '')?.title ?? null,
        ...(mail && { mail: true as const }),
        ...(mail && announcementById.get(row.announcementId ?? '')?.classification === 'VERTRAULICH' && { confidential: true as const }),
      };
      const named: [string | null, unknown][] = [
        [row.threadId, thread],
        [row.groupId, group],
        [row.organisationId, seen.organisation],
        [row.questionId, question],
        [row.faqEntryId, seen.faq],
        [row.sprechstundeId, event],
        [row.wishId, seen.wish],
        [row.announcementId, seen.announcement],
      ];
      const unread = row.readAt === null;
      const bundle = unread ? row.bundle : 1;
      return {
        ...describe(row.kind === 'POST' && unread ? { ...row, postNo: row.firstNo } : row, seen, bundle),
        id: row.id,
        kind: row.kind,
        createdAt: row.createdAt,
        read: !unread,
        bundle,
        thread,
        group,
        question,
        readable: named.every(([id, found]) => id === null || !!found),
      };
    });
  }
}

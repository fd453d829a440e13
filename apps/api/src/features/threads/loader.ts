import { Injectable } from '@nestjs/common';
import { limits } from '@kollab/contract';
import type { ThreadPostsArgs, WorkingGroupThreadsArgs } from '../../generated/graphql.ts';
import { columnsOf } from '../../platform/graphql/by-id.ts';
import { Prisma, type Draft, type Organisation, type Person, type PostRevision, type WorkingGroup } from '../../generated/prisma/client.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, batchedWith, inOrder, type Loaders } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { QuestionRows, type QuestionRow } from '../questions/index.ts';
import { groupsById } from '../working-groups/index.ts';
import { PostRows, type PostRow } from './post-rows.ts';
import { DraftService } from './drafts.service.ts';
import { ThreadLists } from './thread-lists.ts';
import { ThreadRows, type ThreadRow } from './thread-rows.ts';

const shownParticipants = 100;

interface FoundParticipant {
  threadId: string;
  personId: string;
  organisationId: string;
  function: string;
  posts: number;
}

interface OfThread {
  threadId: string;
}
const lastAuthorText = `
  SELECT t.id AS "threadId", ${columnsOf(Prisma.PersonScalarFieldEnum, 'p')} FROM thread t JOIN person p ON p.id = t.last_author_id
   WHERE t.id = ANY($1::uuid[])`;
const recentOrganisationsText = `
  SELECT t.id AS "threadId", ${columnsOf(Prisma.OrganisationScalarFieldEnum, 'o')} FROM thread t
   CROSS JOIN unnest(t.recent_organisation_ids) WITH ORDINALITY AS r(id, place) JOIN organisation o ON o.id = r.id
   WHERE t.id = ANY($1::uuid[]) ORDER BY t.id, r.place`;

/** How the fields of threads and posts are read: by batches, for all rows of a request at once. */
@Injectable()
export class ThreadLoaders {
  constructor(
    private readonly database: Database,
    private readonly posts: PostRows,
    private readonly lists: ThreadLists,
    private readonly drafts: DraftService,
    private readonly threads: ThreadRows,
    private readonly questions: QuestionRows,
  ) {}

  readonly loaders: Loaders = {
    WorkingGroup: {
      threads: batchedWith((groups: WorkingGroup[], args: WorkingGroupThreadsArgs, actor) => this.lists.pages(actor, groups, args)),
      threadCount: batched((groups: WorkingGroup[], actor) => this.lists.countsOf(actor, groups, 'all')),
      unreadThreadCount: batched((groups: WorkingGroup[], actor) => this.lists.countsOf(actor, groups, 'unread')),
    },
    Question: {
      thread: batched((questions: QuestionRow[], actor) => this.threads.ofQuestions(actor, questions)),
    },
    Announcement: {
      thread: batched((rows: { id: string }[], actor) =>
        this.threads.ofAnnouncements(
          actor,
          rows.map((row) => row.id),
        ),
      ),
    },
    Draft: {
      thread: batched((drafts: Draft[], actor) => this.drafts.threadsOf(drafts, actor)),
      group: batched((drafts: Draft[], actor) => this.drafts.groupsOf(actor, drafts)),
    },
    Thread: {
      posts: batchedWith((threads: ThreadRow[], window: ThreadPostsArgs, actor) => this.posts.pages(actor, threads, window)),
      group: batched((threads: ThreadRow[]) => this.groups(threads.map((t) => t.groupId))),
      question: batched(async (threads: ThreadRow[], actor) => {
        const ids = threads.flatMap((t) => t.questionId ?? []);
        const found = (await this.questions.readable(actor, ids)).filter((q) => q !== null);
        return inOrder(
          threads.map((t) => t.questionId),
          found,
          (q): string | null => q.id,
        );
      }),
      openedBy: batched((threads: ThreadRow[]) => this.people(threads.map((t) => t.openedById))),
      stand: batched(async (threads: ThreadRow[]) => {
        const written = threads.filter((t) => t.standById !== null);
        const by = await this.people(written.map((t) => t.standById!));
        const stands = written.map((t, i) => ({ id: t.id, text: t.standText, by: by[i], at: t.standAt, no: t.standNo }));
        return inOrder(
          threads.map((t) => t.id),
          stands,
          (s) => s.id,
        );
      }),
      participants: batched(async (threads: ThreadRow[]) => {
        const found = await this.participants(threads, shownParticipants);
        const [people, organisations] = await Promise.all([
          this.people(found.map((p) => p.personId)),
          this.organisations(found.map((p) => p.organisationId)),
        ]);
        const shown = found.map((p, i) => ({ ...p, person: people[i], organisation: organisations[i] }));
        const byThread = Map.groupBy(shown, (p) => p.threadId);
        return threads.map((t) => byThread.get(t.id) ?? []);
      }),
      participantCount: batched(async (threads: ThreadRow[]) => {
        const counts = await this.database.prisma.threadParticipant.groupBy({
          by: ['threadId'],
          where: { threadId: { in: threads.map((t) => t.id) }, posts: { gt: 0 } },
          _count: true,
        });
        const byThread = new Map(counts.map((c) => [c.threadId, c._count]));
        return threads.map((t) => byThread.get(t.id) ?? 0);
      }),
      lastAuthor: batched(async (threads: ThreadRow[]) => {
        const ids = threads.map((t) => t.id);
        const rows = await this.database.sql.$queryRawUnsafe<(Person & OfThread)[]>(lastAuthorText, ids);
        return inOrder(ids, rows, (row) => row.threadId);
      }),
      recentOrganisations: batched(async (threads: ThreadRow[]) => {
        const ids = threads.map((t) => t.id);
        const rows = await this.database.sql.$queryRawUnsafe<(Organisation & OfThread)[]>(recentOrganisationsText, ids);
        const byThread = Map.groupBy(rows, (row) => row.threadId);
        return ids.map((id) => byThread.get(id) ?? []);
      }),
    },
    Post: {
      // Of a deleted post nothing is shown any more.
      revisions: batched(async (posts: PostRow[]) => {
        const ids = posts.filter((p) => !p.deleted && p.version > 1).map((p) => p.id);
        const { rows } = await this.database.pool.query<PostRevision>({
          name: 'revisions_of_posts',
          text: `SELECT r.post_id AS "postId", r.version, r.body, r.at FROM unnest($1::uuid[]) AS p(id)
                  CROSS JOIN LATERAL (SELECT * FROM post_revision WHERE post_id = p.id ORDER BY version DESC LIMIT ${limits.page.max}) r
                  ORDER BY r.post_id, r.version DESC`,
          values: [ids],
        });
        const byPost = Map.groupBy(rows, (r) => r.postId);
        return posts.map((p) => byPost.get(p.id) ?? []);
      }),
    },
  };

  private async participants(threads: readonly ThreadRow[], count: number): Promise<FoundParticipant[]> {
    const { rows } = await this.database.pool.query<FoundParticipant>({
      name: 'participants_of_threads',
      text: `SELECT t.id AS "threadId", p.person_id AS "personId", p.organisation_id AS "organisationId", p.function, p.posts
               FROM unnest($1::uuid[]) AS t(id)
              CROSS JOIN LATERAL (SELECT * FROM thread_participant WHERE thread_id = t.id AND posts > 0 ORDER BY last_no DESC LIMIT $2) p
              ORDER BY t.id, p.last_no DESC`,
      values: [threads.map((t) => t.id), count],
    });
    return rows;
  }

  private people(ids: readonly (string | null)[]): Promise<(Person | null)[]> {
    return personsById(this.database.sql, ids);
  }

  private organisations(ids: readonly string[]): Promise<(Organisation | null)[]> {
    return organisationsById(this.database.sql, ids);
  }

  private groups(ids: readonly (string | null)[]): Promise<(WorkingGroup | null)[]> {
    return groupsById(this.database.sql, ids);
  }
}

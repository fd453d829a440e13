import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { namedReaders, readersOf } from '../threads/index.ts';
import { postMentioned, postWritten, standWritten } from '../threads/jobs.ts';
import { causeOf } from './description.ts';
import { noticeOf, type Concern } from './notice-of.ts';
import { Notifier, type Recipient } from './notifier.ts';

interface Reader extends Recipient, Concern {
  /** The level was chosen for the thread, not taken from its group. */
  own: boolean;
  /** The post was read already, as it came in live. */
  seen: boolean;
}
interface Post {
  id: string;
  no: number;
  threadId: string;
  groupId: string | null;
  questionId: string | null;
  announcementId: string | null;
  authorId: string;
  authorName: string;
}

const level = `COALESCE(tf.level::text, gf.level::text, 'IMPORTANT')`;
const followed = (person: string) => `
  LEFT JOIN thread_follow tf ON tf.person_id = ${person} AND tf.thread_id = h.thread_id
  LEFT JOIN group_follow gf ON gf.person_id = ${person} AND gf.group_id = h.group_id`;
const followers = `
  SELECT s.person_id FROM group_membership s JOIN h ON s.group_id = h.group_id WHERE s.status = 'ACTIVE'
  UNION SELECT f.person_id FROM thread_follow f JOIN h ON f.thread_id = h.thread_id
  UNION SELECT f.person_id FROM group_follow f JOIN h ON f.group_id = h.group_id`;

/**
 * Everybody who may read post $1 now and whom it concerns, without its author. The default level is "Wichtiges" (IMPORTANT).
 * Answers to a question that was hidden in the meantime concern nobody. `asked`: those who asked it, or a question merged into it.
 */
const concerned = `
  WITH h AS (SELECT p.id, p.no, p.author_id, p.reply_to_no, p.thread_id, t.group_id, t.question_id,
                    COALESCE(t.group_id, t.announcement_id, q.group_id, q.sprechstunde_id) AS home_id
               FROM post p JOIN thread t ON t.id = p.thread_id LEFT JOIN question q ON q.id = t.question_id
              WHERE p.id = $1::uuid AND p.deleted_at IS NULL AND q.hidden_at IS NULL),
       ${readersOf('(SELECT home_id FROM h)')},
       target AS (SELECT m.kind::text AS kind, m.target_id AS id FROM mention m JOIN h ON m.post_id = h.id),
       ${namedReaders},
       mentioned AS (SELECT person_id, (array_agg(kind ORDER BY array_position(ARRAY['PERSON', 'ORGANISATION', 'ROLE'], kind)))[1] AS kind
                       FROM reached GROUP BY person_id),
       replied AS (SELECT q.author_id AS person_id FROM h JOIN post q ON q.thread_id = h.thread_id AND q.no = h.reply_to_no),
       asked AS (SELECT a.person_id FROM h JOIN question q ON q.id = h.question_id OR q.merged_into_id = h.question_id
                   JOIN question_asker a ON a.question_id = q.id),
       candidate AS (SELECT person_id FROM mentioned UNION SELECT person_id FROM replied UNION SELECT person_id FROM asked UNION ${followers})
  SELECT p.id, p.name, p.email, ${level} AS level, tf.level IS NOT NULL AS own, m.kind AS mentioned, r.person_id IS NOT NULL AS replied,
         EXISTS (SELECT FROM asked a WHERE a.person_id = c.person_id) AS asked,
         COALESCE(rs.read_no >= h.no, false) AS seen
    FROM h JOIN candidate c ON c.person_id <> h.author_id JOIN person p ON p.id = c.person_id
    LEFT JOIN mentioned m ON m.person_id = c.person_id LEFT JOIN replied r ON r.person_id = c.person_id ${followed('c.person_id')}
    LEFT JOIN read_state rs ON rs.person_id = c.person_id AND rs.thread_id = h.thread_id
   WHERE ${level} <> 'MUTED' AND (m.kind IS NOT NULL OR r.person_id IS NOT NULL OR ${level} = 'ALL' OR c.person_id IN (SELECT person_id FROM asked))
     AND c.person_id IN (SELECT person_id FROM reader)`;

/** The same for the "Stand der Diskussion" of thread $1, written by person $2. */
const summarised = `
  WITH h AS (SELECT t.id AS thread_id, t.group_id FROM thread t WHERE t.id = $1::uuid),
       ${readersOf('(SELECT group_id FROM h)')},
       candidate AS (${followers})
  SELECT p.id, p.name, p.email, tf.level IS NOT NULL AS own
    FROM h JOIN candidate c ON c.person_id <> $2::uuid JOIN person p ON p.id = c.person_id ${followed('c.person_id')}
   WHERE ${level} IN ('ALL', 'IMPORTANT') AND c.person_id IN (SELECT person_id FROM reader)`;

/**
 * Notices about posts, to their readers, by what each of them follows. They have no letters; `mailing` decides which are mailed,
 * and when.
 */
@Injectable()
export class PostFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(postWritten, ({ postId }) => this.written(postId));
    this.jobs.handle(postMentioned, ({ postId }) => this.mentioned(postId));
    this.jobs.handle(standWritten, ({ threadId, personId, version }) => this.summarised(threadId, personId, version));
  }

  private async written(postId: string): Promise<void> {
    const post = await this.post(postId);
    if (!post) return;
    await this.tells(post, await this.readersOf(postId));
  }

  /** After an edit, those newly mentioned are told. A mention is a cause of its own, so nobody is told twice. */
  private async mentioned(postId: string): Promise<void> {
    const post = await this.post(postId);
    if (!post) return;
    await this.tells(
      post,
      (await this.readersOf(postId)).filter((reader) => noticeOf(reader) === 'MENTION'),
    );
  }

  private async summarised(threadId: string, personId: string, version: number): Promise<void> {
    const thread = await this.database.prisma.thread.findUnique({ where: { id: threadId }, select: { groupId: true, stand: true } });
    if (!thread?.stand) return;
    const [author, { rows }] = await Promise.all([
      this.database.prisma.person.findUnique({ where: { id: personId }, select: { name: true } }),
      this.database.pool.query<Recipient & { own: boolean }>({ name: 'stand_readers', text: summarised, values: [threadId, personId] }),
    ]);
    const { groupId } = thread;
    await this.notifier.tellsEach(
      rows.map(({ own, ...to }) => ({
        to,
        notice: {
          kind: 'SUMMARY',
          cause: causeOf('stand', threadId, version),
          actorName: author?.name ?? '',
          groupId,
          threadId,
          detail: own ? 'THREAD' : 'GROUP',
        },
      })),
    );
  }

  private async tells(
    { id, no, threadId, groupId, questionId, announcementId, authorId, authorName }: Post,
    readers: readonly Reader[],
  ): Promise<void> {
    await this.notifier.tellsEach(
      readers.flatMap((reader) => {
        const kind = noticeOf(reader);
        if (!kind) return [];
        const cause = causeOf(kind === 'MENTION' ? 'mention' : 'post', id);
        const detail = kind === 'MENTION' ? (reader.mentioned ?? '') : reader.own ? 'THREAD' : 'GROUP';
        const about = { actorName: authorName, groupId, threadId, questionId, announcementId, postNo: no };
        return [{ to: reader, by: authorId, notice: { kind, cause, ...about, detail, readAt: reader.seen ? new Date() : null } }];
      }),
    );
  }

  private async readersOf(postId: string): Promise<Reader[]> {
    const { rows } = await this.database.pool.query<Reader>({ name: 'post_readers', text: concerned, values: [postId] });
    return rows;
  }

  private async post(id: string): Promise<Post | null> {
    const post = await this.database.prisma.post.findUnique({
      where: { id, deletedAt: null },
      select: {
        no: true,
        threadId: true,
        thread: { select: { groupId: true, questionId: true, announcementId: true } },
        authorId: true,
        author: { select: { name: true } },
      },
    });
    return post && { id, no: post.no, threadId: post.threadId, ...post.thread, authorId: post.authorId, authorName: post.author.name };
  }
}

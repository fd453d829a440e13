import { Injectable } from '@nestjs/common';
import { limits, type MentionKind, type MentionRole, type ReactionKind } from '@kollab/contract';
import pg from 'pg';
import { coordinatesAny, has, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { mayMention } from './mention-links.ts';
import { roleNames } from './mentions.service.ts';
import { excerptOf } from './excerpt.ts';
import { postPolicy, type ThreadView } from './policy.ts';

interface Found {
  id: string;
  threadId: string;
  no: number;
  body: string;
  createdAt: string;
  editedAt: string | null;
  version: number;
  deletedAt: string | null;
  deletedById: string | null;
  undoOpen: boolean;
  accepted: boolean;
  replyToNo: number | null;
  quotedAuthor: string | null;
  quotedBody: string | null;
  authorId: string;
  authorName: string;
  function: string;
  organisationId: string;
  organisationName: string;
  organisationCode: string;
  organisationKind: string;
}
interface FoundReaction {
  postId: string;
  kind: ReactionKind;
  count: number;
  mine: boolean;
}
interface FoundMention {
  postId: string;
  kind: MentionKind;
  targetId: string;
  name: string | null;
}

/** A post as every reader may see it. */
export type PublicPost = ReturnType<typeof publicPost>;
/** The same for one viewer: exactly the shape of the SDL's `Post`, so that nothing is resolved field by field. */
export type PostRow = ReturnType<typeof viewerPost>;

export interface PostWindow {
  first?: number | null | undefined;
  after?: number | null | undefined;
  last?: number | null | undefined;
  before?: number | null | undefined;
}
export interface PostPage {
  nodes: PostRow[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/** A post in the statement that wrote it: no reactions, nothing deleted. */
export type WrittenPost = Omit<Found, 'createdAt'> & { createdAt: Date };

/** Which posts: `t(id)` are threads, $2 the number beyond which, $3 how many; or $1 the posts' own ids. */
const sources = {
  forward: `unnest($1::uuid[]) AS t(id) CROSS JOIN LATERAL (SELECT * FROM post WHERE thread_id = t.id AND no > $2 ORDER BY no LIMIT $3) p`,
  backward: `unnest($1::uuid[]) AS t(id) CROSS JOIN LATERAL (SELECT * FROM post WHERE thread_id = t.id AND no < $2 ORDER BY no DESC LIMIT $3) p`,
  byId: `(SELECT * FROM post WHERE id = ANY($1::uuid[])) p`,
} as const;
type Source = keyof typeof sources;

/** The whole of the posts that `from` brings as `p`. */
export const postsText = (from: string): string => `
  SELECT p.id, p.thread_id AS "threadId", p.no, CASE WHEN p.deleted_at IS NULL THEN p.body ELSE '' END AS body, p.created_at AS "createdAt",
         p.edited_at AS "editedAt", p.version, p.deleted_at AS "deletedAt", p.deleted_by_id AS "deletedById",
         COALESCE(p.deleted_at > clock_timestamp() - interval '${limits.undoDelete} milliseconds', false) AS "undoOpen",
         p.accepted_at IS NOT NULL AND p.deleted_at IS NULL AS accepted, p.reply_to_no AS "replyToNo", qa.name AS "quotedAuthor",
         CASE WHEN q.deleted_at IS NULL THEN left(q.body, 1000) ELSE '' END AS "quotedBody",
         p.author_id AS "authorId", a.name AS "authorName", p.function, o.id AS "organisationId", o.name AS "organisationName",
         o.code AS "organisationCode", o.kind AS "organisationKind"
    FROM ${from}
    JOIN person a ON a.id = p.author_id
    JOIN organisation o ON o.id = p.organisation_id
    LEFT JOIN post q ON q.thread_id = p.thread_id AND q.no = p.reply_to_no
    LEFT JOIN person qa ON qa.id = q.author_id
   ORDER BY p.thread_id, p.no`;
const reactionText = (source: Source, viewer: string) => `
  SELECT r.post_id AS "postId", r.kind, count(*)::int AS count, bool_or(r.person_id = ${viewer}) AS mine
    FROM ${sources[source]} JOIN reaction r ON r.post_id = p.id
   WHERE p.deleted_at IS NULL
   GROUP BY r.post_id, r.kind ORDER BY r.post_id, r.kind`;
const mentionText = `
  SELECT m.post_id AS "postId", m.kind, m.target_id AS "targetId", COALESCE(p.name, o.name) AS name
    FROM mention m
    LEFT JOIN person p ON p.id = CASE WHEN m.kind = 'PERSON' THEN m.target_id::uuid END
    LEFT JOIN organisation o ON o.id = CASE WHEN m.kind = 'ORGANISATION' THEN m.target_id::uuid END
   WHERE m.post_id = ANY($1::uuid[]) ORDER BY m.post_id, m.kind, m.target_id`;

const statement = {
  page: { forward: postsText(sources.forward), backward: postsText(sources.backward), byId: postsText(sources.byId) },
  reactions: { forward: reactionText('forward', '$4'), backward: reactionText('backward', '$4'), byId: reactionText('byId', '$2') },
};

/** Instants stay text: a page of posts has a hundred of them, and nobody computes with them. */
const isoTypes = new pg.TypeOverrides();
isoTypes.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  // "2026-11-22 09:30:00.125+00", as nearly all of them are where the database's clock is UTC.
  text.length === 26 && text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, 23)}Z` : new Date(text).toISOString(),
);

/**
 * The hottest read of the platform: a page of posts in the whole shape of the SDL. Two statements at once (a third where
 * texts mention somebody), whatever the length of the thread, through the pool that Prisma uses too.
 */
@Injectable()
export class PostRows {
  constructor(private readonly database: Database) {}

  /** The same window of each thread, in their order. The caller read the threads for this actor. */
  async pages(actor: Actor, threads: readonly (ThreadView & { lastNo: number })[], window: PostWindow): Promise<PostPage[]> {
    const { source, beyond, take } = part(window);
    const values = [threads.map((t) => t.id), beyond, take];
    const [found, reactions] = await Promise.all([
      this.query<Found>(`posts_${source}`, statement.page[source], values),
      this.query<FoundReaction>(`reactions_${source}`, statement.reactions[source], [...values, actor.personId]),
    ]);
    const mentions = await this.mentionsOf(found);
    const byThread = Map.groupBy(found, (p) => p.threadId);
    const shaped = shapes(reactions, mentions);
    return threads.map((thread) => {
      const nodes = (byThread.get(thread.id) ?? []).map((p) => viewerPost(actor, thread, p, shaped));
      const [firstNo, lastNo] = [nodes[0]?.no, nodes.at(-1)?.no];
      // Numbers have no gaps: what is before and behind is known without asking.
      return {
        nodes,
        hasPrevious: firstNo === undefined ? source === 'forward' && beyond > 0 && thread.lastNo > 0 : firstNo > 1,
        hasNext: lastNo === undefined ? source === 'backward' && thread.lastNo > 0 : lastNo < thread.lastNo,
      };
    });
  }

  /** Single posts, in no order. */
  async byId(actor: Actor, ids: readonly string[], threadOf: (post: { threadId: string }) => ThreadView): Promise<PostRow[]> {
    const { found, shaped } = await this.found(ids, actor.personId);
    return found.map((p) => viewerPost(actor, threadOf(p), p, shaped));
  }

  /** For its author, without reading it again. Only for one that mentions nobody. */
  written(actor: Actor, thread: ThreadView, post: WrittenPost): PostRow {
    return viewerPost(actor, thread, { ...post, createdAt: post.createdAt.toISOString() }, shapes([], []));
  }

  /** For the live fragments: no viewer. */
  async publicById(ids: readonly string[]): Promise<Map<string, PublicPost>> {
    const { found, shaped } = await this.found(ids, null);
    return new Map(found.map((p) => [p.id, publicPost(p, shaped)]));
  }

  private async found(ids: readonly string[], viewer: string | null) {
    const [found, reactions] = await Promise.all([
      this.query<Found>('posts_by_id', statement.page.byId, [ids]),
      this.query<FoundReaction>('reactions_by_id', statement.reactions.byId, [ids, viewer]),
    ]);
    return { found, shaped: shapes(reactions, await this.mentionsOf(found)) };
  }

  private async mentionsOf(found: readonly Found[]): Promise<FoundMention[]> {
    const ids = found.filter((p) => mayMention(p.body)).map((p) => p.id);
    return ids.length === 0 ? [] : this.query<FoundMention>('mentions_of_posts', mentionText, [ids]);
  }

  private async query<R extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]> {
    const { rows } = await this.database.shortReads.query<R>({ name, text, values, types: isoTypes });
    return rows;
  }
}

function part({ first, after, last, before }: PostWindow): { source: 'forward' | 'backward'; beyond: number; take: number } {
  const back = last !== undefined && last !== null;
  if ((back && (first ?? after ?? null) !== null) || (!back && (before ?? null) !== null))
    throw fail('invalid', { fields: ['first', 'last'] });
  const asked = (back ? last : first) ?? limits.page.default;
  if (asked < 0) throw fail('invalid', { fields: [back ? 'last' : 'first'] });
  const take = Math.min(asked, limits.page.max);
  return back ? { source: 'backward', beyond: before ?? 2 ** 31 - 1, take } : { source: 'forward', beyond: after ?? 0, take };
}

interface Shapes {
  reactions: ReadonlyMap<string, FoundReaction[]>;
  mentions: ReadonlyMap<string, FoundMention[]>;
}
const shapes = (reactions: FoundReaction[], mentions: FoundMention[]): Shapes => ({
  reactions: Map.groupBy(reactions, (r) => r.postId),
  mentions: Map.groupBy(mentions, (m) => m.postId),
});
const nameOf = (m: FoundMention): string | null => (m.kind === 'ROLE' ? roleNames[m.targetId as MentionRole] : m.name);

const publicPost = (p: Found, { reactions, mentions }: Shapes) => ({
  id: p.id,
  threadId: p.threadId,
  no: p.no,
  author: {
    personId: p.authorId,
    name: p.authorName,
    function: p.function,
    organisationId: p.organisationId,
    organisationName: p.organisationName,
    organisationCode: p.organisationCode,
    organisationKind: p.organisationKind,
  },
  body: p.body,
  replyTo:
    p.replyToNo !== null && p.quotedAuthor !== null
      ? { no: p.replyToNo, authorName: p.quotedAuthor, excerpt: excerptOf(p.quotedBody ?? '') }
      : null,
  createdAt: p.createdAt,
  editedAt: p.editedAt,
  version: p.version,
  deleted: p.deletedAt !== null,
  accepted: p.accepted,
  reactions: (reactions.get(p.id) ?? []).map(({ kind, count }) => ({ kind, count })),
  mentions: (mentions.get(p.id) ?? []).flatMap((m) => {
    const name = nameOf(m);
    return name === null ? [] : [{ kind: m.kind, targetId: m.targetId, name }];
  }),
});

function viewerPost(actor: Actor, thread: ThreadView, p: Found, shaped: Shapes) {
  const post = publicPost(p, shaped);
  const { id, authorId, deletedAt, deletedById, undoOpen } = p;
  return Object.assign(post, {
    reactions: shaped.reactions.get(id) ?? [],
    mentions: post.mentions.map((m) => ({ ...m, mine: isMine(actor, thread, m) })),
    viewerCan: postPolicy.abilities(actor, { id, authorId, deletedAt, deletedById, undoOpen, thread }),
  });
}

function isMine(actor: Actor, { home }: ThreadView, { kind, targetId }: { kind: MentionKind; targetId: string }): boolean {
  if (kind === 'PERSON') return targetId === actor.personId;
  if (kind === 'ORGANISATION') return actor.affiliations.some((a) => a.organisationId === targetId);
  const mine: Record<MentionRole, () => boolean> = {
    COORDINATORS: () => coordinatesAny(actor) && (home.isPublic || home.seated),
    GROUP_LEADS: () => home.kind === 'GROUP' && home.leads,
    GROUP_MEMBERS: () => home.kind === 'GROUP' && home.seated,
    LAND_EDITORS: () => has(actor, 'LAND_EDITOR'),
  };
  return mine[targetId as MentionRole]();
}

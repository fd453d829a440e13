import { Injectable } from '@nestjs/common';
import { limits, type MentionKind, type MentionRole } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import type { Sql } from '../../platform/database/statements.ts';
import { fail } from '../../platform/fail.ts';
import { besideGate, homeOfAnnouncement } from '../announcements/index.ts';
import { homeOfGroup, questionGate, type HomeView } from '../questions/index.ts';
import { groupGate, readableGroups } from '../working-groups/index.ts';
import { mentionsIn, type MentionTarget } from './mention-links.ts';
import { namedReaders, readersOf } from './readers.ts';

/** As they are shown; the contract's keys are what the text carries. */
export const roleNames: Readonly<Record<MentionRole, string>> = {
  COORDINATORS: 'OZG-Koordinationen',
  GROUP_LEADS: 'Leitung dieser Arbeitsgruppe',
  GROUP_MEMBERS: 'Mitglieder dieser Arbeitsgruppe',
  LAND_EDITORS: 'Landesredaktion',
};

/** Exactly one of them. */
interface Place {
  groupId?: string | null | undefined;
  questionId?: string | null | undefined;
  announcementId?: string | null | undefined;
}
/** A place with the groups through which the asker may learn who reads it. */
interface Asked {
  home: HomeView;
  groups: readonly string[];
}
interface Reach {
  recipients: number;
  /** By target: how many of its people read. */
  byTarget: ReadonlyMap<string, number>;
}
interface Candidate {
  kind: MentionKind;
  targetId: string;
  name: string;
  detail: string;
  recipients: number;
}

@Injectable()
export class MentionService {
  constructor(private readonly database: Database) {}

  /** The people whom a post's mentions reach: its readers among the named, never its author. */
  async recipientsOf(post: { id: string }): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ person_id: string }>({
      name: 'mention_recipients',
      text: `WITH post_here AS (SELECT p.author_id, COALESCE(t.group_id, t.announcement_id, q.group_id, q.sprechstunde_id) AS home_id
                                  FROM post p JOIN thread t ON t.id = p.thread_id LEFT JOIN question q ON q.id = t.question_id
                                 WHERE p.id = $1 AND p.deleted_at IS NULL),
                  ${readersOf('(SELECT home_id FROM post_here)')},
                  target AS (SELECT m.kind::text AS kind, m.target_id AS id FROM mention m JOIN post_here ON true WHERE m.post_id = $1),
                  ${namedReaders}
             SELECT DISTINCT r.person_id FROM reached r JOIN post_here ON r.person_id <> post_here.author_id ORDER BY 1`,
      values: [post.id],
    });
    return rows.map((r) => r.person_id);
  }

  /** What sending would do. Who is unreachable is named as the text names them: nothing more is learnt about them. */
  async check(actor: Actor, place: Place, body: string) {
    const { home, groups } = await this.asked(actor, place);
    const mayMany = home.leads;
    const targets = mentionsIn(body);
    const { recipients, byTarget } = await this.reach(this.database.prisma, home.id, actor.personId, targets, groups);
    return {
      recipients,
      unreachable: targets.filter((t) => !byTarget.has(t.targetId) && t.targetId !== actor.personId).map((t) => t.label || t.targetId),
      needsConfirmation: recipients > limits.mentionsAsk,
      refused: recipients > limits.mentionsLead && !mayMany,
    };
  }

  /** Refuses what the writer has to confirm first, or may not do. */
  async guard(
    sql: Sql,
    actor: Actor,
    homeId: string,
    targets: readonly MentionTarget[],
    { confirmMany, mayMany }: { confirmMany: boolean; mayMany: boolean },
  ): Promise<void> {
    // One person each: so many links are needed to reach a bound.
    if (targets.length <= limits.mentionsAsk && targets.every((t) => t.kind === 'PERSON')) return;
    const { recipients } = await this.reach(sql, homeId, actor.personId, targets, null);
    if (recipients > limits.mentionsLead && !mayMany) throw fail('mention.too_many');
    if (recipients > limits.mentionsAsk && !confirmMany) throw fail('mention.confirm_many');
  }

  /** Readers of the place, their organisations, roles; whose name begins like the text before those that contain it. */
  async candidates(actor: Actor, place: Place, text: string): Promise<Candidate[]> {
    const { home, groups } = await this.asked(actor, place);
    const wanted = text.normalize('NFC').trim().toLowerCase();
    const roles = (Object.keys(roleNames) as MentionRole[]).filter((role) => roleNames[role].toLowerCase().includes(wanted));
    const { byTarget } = await this.reach(
      this.database.prisma,
      home.id,
      actor.personId,
      roles.map((targetId) => ({ kind: 'ROLE', targetId, label: '' })),
      groups,
    );
    const { rows } = await this.database.pool.query<Candidate>({
      name: 'mention_candidates',
      text: candidates,
      values: [home.id, actor.personId, wanted.replace(/[\\%_]/g, '\\$&'), groups],
    });
    const found = roles.flatMap((role): Candidate[] => {
      const recipients = byTarget.get(role) ?? 0;
      return recipients > 0 ? [{ kind: 'ROLE', targetId: role, name: roleNames[role], detail: '', recipients }] : [];
    });
    return [...found, ...rows].slice(0, 20);
  }

  /** The group, where the question was asked, or the announcement. */
  private async asked(actor: Actor, { groupId, questionId, announcementId }: Place): Promise<Asked> {
    if ([groupId, questionId, announcementId].filter((id) => (id ?? null) !== null).length > 1)
      throw fail('invalid', { fields: ['questionId'] });
    if (groupId) return { home: homeOfGroup(actor, await groupGate.look(this.database.prisma, actor, groupId, 'read')), groups: [] };
    if (announcementId) return this.amongComments(actor, announcementId);
    if (!questionId) throw fail('invalid', { fields: ['groupId'] });
    return { home: (await questionGate.look(this.database.prisma, actor, questionId)).home, groups: [] };
  }

  /** Whom an announcement reached, only who may comment on it learns here; and who sits in a closed group, only its readers. */
  private async amongComments(actor: Actor, announcementId: string): Promise<Asked> {
    const home = homeOfAnnouncement(actor, await besideGate.look(this.database.sql, actor, announcementId));
    if (home.writes !== true) throw fail(home.writes);
    const groups = await this.database.prisma.announcementGroup.findMany({
      where: { announcementId: home.id, group: readableGroups(actor) },
      select: { groupId: true },
    });
    return { home, groups: groups.map((group) => group.groupId) };
  }

  /** `groups`: of an announcement, through which of its groups; null for all of them. */
  private async reach(
    sql: Sql,
    homeId: string,
    authorId: string,
    targets: readonly MentionTarget[],
    groups: readonly string[] | null,
  ): Promise<Reach> {
    if (targets.length === 0) return { recipients: 0, byTarget: new Map() };
    const rows = await sql.$queryRawUnsafe<{ id: string | null; people: number }[]>(
      `WITH ${readersOf('$1::uuid', '($5::uuid[] IS NULL OR ag.group_id = ANY($5::uuid[]))')},
            target AS (SELECT * FROM unnest($2::text[], $3::text[]) AS t(kind, id)),
            ${namedReaders}
       SELECT id, count(DISTINCT person_id)::int AS people FROM reached WHERE person_id <> $4::uuid GROUP BY GROUPING SETS ((id), ())`,
      homeId,
      targets.map((t) => t.kind),
      targets.map((t) => t.targetId),
      authorId,
      groups,
    );
    const byTarget = new Map(rows.flatMap((r) => (r.id === null ? [] : [[r.id, r.people] as const])));
    return { recipients: rows.find((r) => r.id === null)?.people ?? 0, byTarget };
  }
}

/** $1 group, event or announcement, $2 viewer, $3 text for LIKE, lower case, $4 the groups of an announcement that count. */
const candidates = `
  WITH ${readersOf('$1::uuid', 'ag.group_id = ANY($4::uuid[])')},
  person_found AS (
    SELECT 'PERSON' AS kind, p.id::text AS "targetId", p.name, 1 AS recipients,
           COALESCE((SELECT concat_ws(', ', NULLIF(f.function, ''), o.name) FROM affiliation f JOIN organisation o ON o.id = f.organisation_id
                      WHERE f.person_id = p.id AND f.ended_at IS NULL ORDER BY f.began_at, f.id LIMIT 1), '') AS detail,
           lower(p.name) NOT LIKE $3 || '%' AS infix
      FROM reader r JOIN person p ON p.id = r.person_id
     WHERE lower(p.name) LIKE '%' || $3 || '%' AND p.id <> $2::uuid
     ORDER BY infix, p.name, p.id LIMIT 20),
  organisation_found AS (
    SELECT 'ORGANISATION' AS kind, o.id::text AS "targetId", o.name, readers.n AS recipients, o.title AS detail,
           lower(o.name) NOT LIKE $3 || '%' AS infix
      FROM (SELECT f.organisation_id, count(DISTINCT f.person_id)::int AS n FROM reader r
              JOIN affiliation f ON f.person_id = r.person_id AND f.ended_at IS NULL
             WHERE f.person_id <> $2::uuid GROUP BY f.organisation_id) readers
      JOIN organisation o ON o.id = readers.organisation_id
     WHERE lower(o.name) LIKE '%' || $3 || '%' OR lower(o.title) LIKE '%' || $3 || '%'
     ORDER BY infix, o.name, o.id LIMIT 10)
  SELECT kind, "targetId", name, detail, recipients
    FROM (SELECT kind, "targetId", name, detail, recipients, infix FROM person_found
          UNION ALL SELECT kind, "targetId", name, detail, recipients, infix FROM organisation_found) found
   ORDER BY infix, kind, name, "targetId" LIMIT 20`;

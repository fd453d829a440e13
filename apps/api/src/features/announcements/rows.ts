import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { cursorKeys, emptyPage, page, pageSize, toPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { literally } from '../../platform/graphql/pages-below.ts';
import { addressing, speaking } from './audience.ts';
import { reasonsOf } from './because.ts';
import { announcementGate, announcementViews, announcementViewsById } from './gate.ts';
import { announcementPolicy, officesOf, writesAnnouncements } from './policy.ts';

interface Hit {
  id: string;
  pinned: number;
  at: Date;
  total: number;
}

/** $1 to $3 the cursor, $4 how many, $5 the viewer, $6 their offices (null: all), then the filter. */
const pageOf = (whose: string) => `
  WITH hit AS (
    SELECT a.id, CASE WHEN a.pinned_until > now() THEN 1 ELSE 0 END AS pinned, a.published_at AS at
      FROM announcement a
     WHERE a.published_at IS NOT NULL AND ${whose}
       AND ($7::text IS NULL OR a.title ILIKE $7 OR a.summary ILIKE $7 OR a.body ILIKE $7)
       AND ($8::text[] IS NULL OR a.kind::text = ANY($8::text[]))
       AND ($9::uuid[] IS NULL OR EXISTS (SELECT FROM announcement_topic t WHERE t.announcement_id = a.id AND t.topic_id = ANY($9::uuid[])))
       AND ($10::boolean IS NULL OR $10 <> EXISTS (SELECT FROM announcement_read r WHERE r.announcement_id = a.id AND r.person_id = $5::uuid))
       AND ($12::text IS NULL OR a.classification::text = $12)
       AND ($11::boolean IS TRUE OR (a.status = 'PUBLISHED' AND (a.expires_at IS NULL OR a.expires_at > now()))))
  SELECT hit.*, (SELECT count(*)::int FROM hit) AS total FROM hit
   WHERE $1::int IS NULL OR (pinned, at, id) < ($1, $2::timestamptz, $3::uuid)
   ORDER BY pinned DESC, at DESC, id DESC LIMIT $4`;
const statements = {
  MINE: pageOf(`$6::uuid[] IS NULL AND ${addressing('$5::uuid')}`),
  OFFICE: pageOf(`($6::uuid[] IS NULL OR a.office_id = ANY($6::uuid[]))`),
};

/** The most that one page shows. */
const openMost = 200;
/**
 * Announcements that person $1 has not opened, or that still ask them for something: an action before its deadline, or an
 * acknowledgement they can give.
 */
const openText = `
  SELECT a.id FROM announcement a
   WHERE a.status = 'PUBLISHED' AND (a.expires_at IS NULL OR a.expires_at > now()) AND (a.published_at > now() - interval '60 days' OR a.due_at > now())
     AND ${addressing('$1::uuid')}
     AND ((a.kind = 'ACTION' AND a.due_at > now())
          OR NOT EXISTS (SELECT FROM announcement_read r WHERE r.announcement_id = a.id AND r.person_id = $1::uuid)
          OR (a.asks_acknowledgement AND (a.due_at IS NULL OR a.due_at > now()) AND EXISTS (
               SELECT FROM affiliation f JOIN announcement_organisation o ON o.organisation_id = f.organisation_id AND o.announcement_id = a.id
                WHERE f.person_id = $1::uuid AND ${speaking}
                  AND NOT EXISTS (SELECT FROM announcement_acknowledgement k WHERE k.announcement_id = a.id AND k.organisation_id = f.organisation_id))))
   ORDER BY a.published_at DESC, a.id DESC LIMIT ${openMost}`;

/** How announcements are read, under the policy of this moment. */
@Injectable()
export class AnnouncementRows {
  constructor(private readonly database: Database) {}

  async one(actor: Actor, id: string): Promise<Announcement> {
    return announcementGate.look(this.database.sql, actor, id);
  }

  /** In the order of the ids; null where there is nothing to read. */
  async readable(actor: Actor, ids: readonly string[]): Promise<(Announcement | null)[]> {
    const found = await announcementViewsById(this.database.sql, actor, ids);
    const seen = found.filter((view) => announcementPolicy.verdict(actor, 'read', view) === true);
    return inOrder(ids, seen, (row): string => row.id);
  }

  async list(actor: Actor, filter: Inputs['announcementFilter'], { first, after }: PageArgs): Promise<Page<Announcement>> {
    const scope = filter.scope ?? 'MINE';
    if (scope === 'OFFICE' && !writesAnnouncements(actor)) throw fail('forbidden');
    const take = pageSize(first);
    const { rows } = await this.database.pool.query<Hit>({
      name: `announcements_${scope}`,
      text: statements[scope],
      values: [
        ...(cursorKeys(after, ['integer', 'instant', 'id']) ?? [null, null, null]),
        take + 1,
        actor.personId,
        scope === 'OFFICE' ? officesOf(actor) : null,
        filter.text ? `%${literally(filter.text)}%` : null,
        filter.kinds ?? null,
        filter.topicIds && filter.topicIds.length > 0 ? filter.topicIds : null,
        filter.unread ?? null,
        filter.past ?? null,
        filter.classification ?? null,
      ],
    });
    const { nodes, ...rest } = toPage(rows, take, rows[0]?.total ?? 0, (hit) => [hit.pinned, hit.at.toISOString(), hit.id], !!after);
    const ids = nodes.map((hit) => hit.id);
    const found = await this.database.prisma.announcement.findMany({ where: { id: { in: ids } } });
    return { ...rest, nodes: inOrder(ids, found, (row) => row.id).filter((row) => row !== null) };
  }

  async drafts(actor: Actor, args: PageArgs): Promise<Page<Announcement>> {
    if (!writesAnnouncements(actor)) return emptyPage();
    const offices = officesOf(actor);
    const where = { status: { in: ['DRAFT' as const, 'SCHEDULED' as const] }, ...(offices && { officeId: { in: offices } }) };
    return page(
      args,
      [
        { column: 'changedAt', kind: 'instant', direction: 'desc', key: (a) => a.changedAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'desc', key: (a) => a.id },
      ],
      (part) => this.database.prisma.announcement.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.announcement.count({ where }),
    );
  }

  /** For each announcement the sentence why the person gets it; null where it is not addressed to them. */
  async reasons(actor: Actor, rows: readonly Announcement[]): Promise<(string | null)[]> {
    return reasonsOf(this.database.prisma, actor, await announcementViews(this.database.sql, actor, rows));
  }

  /** What the person has not opened or still has to respond to, the newest first. */
  async open({ personId }: Pick<Actor, 'personId'>): Promise<Announcement[]> {
    const { rows } = await this.database.pool.query<{ id: string }>({ name: 'announcements_open', text: openText, values: [personId] });
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.id);
    const found = await this.database.prisma.announcement.findMany({ where: { id: { in: ids } } });
    return inOrder(ids, found, (row) => row.id).filter((row) => row !== null);
  }

  /** Addressed to the person, valid, and not opened yet. */
  async unreadCount({ personId }: Pick<Actor, 'personId'>): Promise<number> {
    const { rows } = await this.database.pool.query<{ count: number }>({
      name: 'announcements_unread',
      text: `SELECT count(*)::int AS count FROM announcement a
              WHERE a.status = 'PUBLISHED' AND (a.expires_at IS NULL OR a.expires_at > now()) AND ${addressing('$1::uuid')}
                AND NOT EXISTS (SELECT FROM announcement_read r WHERE r.announcement_id = a.id AND r.person_id = $1::uuid)`,
      values: [personId],
    });
    return rows[0]!.count;
  }
}

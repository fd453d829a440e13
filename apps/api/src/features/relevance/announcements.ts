import { Injectable } from '@nestjs/common';
import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { acknowledgedFor, AnnouncementRows } from '../announcements/index.ts';
import { Preferences } from './preferences.service.ts';
import { relevanceOf, type AnnouncementMatter, type Section } from './relevance.ts';

/** In which section an announcement stands for somebody, by which rule, and the sentence that tells why. */
export interface Shown {
  section: Section;
  rule: string;
  because: string;
}
/** `announcementId` null: it is about no announcement, and nothing is found for it. */
export interface Concerned {
  personId: string;
  announcementId: string | null;
}
type Told = Concerned &
  Pick<Announcement, 'kind' | 'officeId' | 'dueAt'> & {
    topics: { id: string; name: string }[];
    over: boolean;
    acknowledged: boolean;
  };

/** Sorts announcements by the rules of `relevance.ts`, with a fixed number of queries for any number of them. */
@Injectable()
export class AnnouncementRelevance {
  constructor(
    private readonly database: Database,
    private readonly preferences: Preferences,
    private readonly rows: AnnouncementRows,
  ) {}

  /** null where it is not addressed to the person. */
  async of(actor: Actor, announcements: readonly Announcement[]): Promise<(Shown | null)[]> {
    if (announcements.length === 0) return [];
    const { personId } = actor;
    const [reasons, told, standings] = await Promise.all([
      this.rows.reasons(actor, announcements),
      this.told(announcements.map(({ id }) => ({ personId, announcementId: id }))),
      this.preferences.standings([personId]),
    ]);
    const now = new Date();
    return told.map((row, i) => {
      const place = reasons[i];
      if (!row || !place) return null;
      const { section, rule, because } = relevanceOf(matterOf(row), standings.get(personId)!, now);
      if (because === 'place') return { section, rule, because: place };
      if ('sentence' in because) return { section, rule, because: because.sentence };
      return { section, rule, because: `weil Sie dem Thema „${row.topics.find((t) => t.id === because.topicId)!.name}“ folgen` };
    });
  }

  /** In the given order; null where there is no announcement. Does not check rights. */
  async matters(concerned: readonly Concerned[]): Promise<(AnnouncementMatter | null)[]> {
    return (await this.told(concerned)).map((row) => row && matterOf(row));
  }

  private async told(concerned: readonly Concerned[]): Promise<(Told | null)[]> {
    if (concerned.length === 0) return [];
    const { rows } = await this.database.pool.query<Told>({
      name: 'announcements_as_told',
      text: `SELECT x.person_id AS "personId", a.id AS "announcementId", a.kind, a.office_id AS "officeId", a.due_at AS "dueAt",
                    a.status <> 'PUBLISHED' OR COALESCE(a.expires_at <= now(), false) OR (a.kind = 'ACTION' AND COALESCE(a.due_at <= now(), false)) AS over,
                    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.position, t.key)
                                FROM announcement_topic o JOIN topic t ON t.id = o.topic_id WHERE o.announcement_id = a.id), '[]') AS topics,
                    ${acknowledgedFor('x.person_id')} AS acknowledged
               FROM unnest($1::uuid[], $2::uuid[]) AS x(person_id, id) JOIN announcement a ON a.id = x.id`,
      values: [concerned.map((c) => c.personId), concerned.map((c) => c.announcementId)],
    });
    const found = new Map(rows.map((row) => [keyOf(row), row]));
    return concerned.map((one) => found.get(keyOf(one)) ?? null);
  }
}

const keyOf = ({ personId, announcementId }: Concerned): string => `${personId}:${announcementId}`;
const matterOf = ({ kind, officeId, topics, dueAt, over, acknowledged }: Told): AnnouncementMatter => ({
  of: 'announcement',
  kind,
  officeId,
  topicIds: topics.map((topic) => topic.id),
  dueAt,
  over,
  acknowledged,
});

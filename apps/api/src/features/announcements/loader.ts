import { Injectable } from '@nestjs/common';
import type { Announcement, Contact, Topic } from '../../generated/prisma/client.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, inOrder, ofViewer, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { acknowledgementLoaders } from './acknowledgements.loader.ts';
import { audiencesOf } from './because.ts';
import { announcementViews } from './gate.ts';
import { announcementAbilities, writesAnnouncements } from './policy.ts';
import { relatedTo } from './related.ts';
import { AnnouncementRows } from './rows.ts';

type Rows = Announcement[];
/** Somebody at work reads so many words a minute. */
const wordsAMinute = 200;

/** How the fields of announcements are read: by batches, for all rows of a request at once. */
@Injectable()
export class AnnouncementLoaders {
  readonly loaders: Loaders;
  private readonly views = perRow((rows: Rows, actor) => announcementViews(this.database.sql, actor, rows));

  constructor(
    private readonly database: Database,
    rows: AnnouncementRows,
  ) {
    this.loaders = {
      Viewer: {
        unreadAnnouncementCount: ofViewer((actor) => rows.unreadCount(actor)),
        writesAnnouncements: ofViewer(async (actor) => writesAnnouncements(actor)),
      },
      Contact: { topic: batched((contacts: Contact[]) => this.topicsById(contacts.map((contact) => contact.topicId))) },
      AnnouncementContact: { topic: batched((contacts: { topicId: string | null }[]) => this.topicsById(contacts.map((c) => c.topicId))) },
      Announcement: { ...this.text(), ...this.forViewer(), ...acknowledgementLoaders(database, this.views) },
    };
  }

  private text(): Loaders[string] {
    const { prisma, sql } = this.database;
    return {
      topics: batched(async (rows: Rows) => {
        const found = await prisma.announcementTopic.findMany({
          where: { announcementId: { in: rows.map((row) => row.id) } },
          include: { topic: true },
          orderBy: { topic: { position: 'asc' } },
        });
        const byRow = Map.groupBy(found, (t) => t.announcementId);
        return rows.map(({ id }) => (byRow.get(id) ?? []).map(({ topic }) => topic));
      }),
      office: batched((rows: Rows) =>
        organisationsById(
          sql,
          rows.map((row) => row.officeId),
        ),
      ),
      author: batched((rows: Rows) =>
        personsById(
          sql,
          rows.map((row) => row.authorId),
        ),
      ),
      audience: batched((rows: Rows, actor) => audiencesOf(prisma, actor, rows)),
      contact: batched(async (rows: Rows) =>
        rows.map((row) =>
          row.contactName === ''
            ? null
            : { topicId: row.contactTopicId, name: row.contactName, phone: row.contactPhone, email: row.contactEmail },
        ),
      ),
      expired: batched(async (rows: Rows) => rows.map(({ expiresAt }) => expiresAt !== null && expiresAt <= new Date())),
      readingMinutes: batched(async (rows: Rows) =>
        rows.map(({ summary, body }) => Math.max(1, Math.ceil(`${summary} ${body}`.split(/\s+/).filter(Boolean).length / wordsAMinute))),
      ),
      corrections: batched(async (rows: Rows) => {
        const found = await prisma.announcementCorrection.findMany({
          where: { announcementId: { in: rows.map((row) => row.id) } },
          select: { announcementId: true, at: true, note: true, by: true },
          orderBy: [{ at: 'desc' }, { version: 'desc' }],
        });
        const byRow = Map.groupBy(found, (c) => c.announcementId);
        return rows.map(({ id }) => (byRow.get(id) ?? []).slice(0, 100));
      }),
    };
  }

  private forViewer(): Loaders[string] {
    const { prisma } = this.database;
    return {
      viewerCan: batched(async (rows: Rows, actor) => (await this.views(rows, actor)).map((view) => announcementAbilities(actor, view))),
      read: batched(async (rows: Rows, { personId }) => {
        const found = await prisma.announcementRead.findMany({ where: { personId, announcementId: { in: rows.map((row) => row.id) } } });
        const read = new Set(found.map((r) => r.announcementId));
        return rows.map(({ id }) => read.has(id));
      }),
      related: batched((rows: Rows, actor) => relatedTo(prisma, actor, rows)),
    };
  }

  private async topicsById(ids: readonly (string | null)[]): Promise<(Topic | null)[]> {
    const found = await this.database.prisma.topic.findMany({ where: { id: { in: ids.filter((id) => id !== null) } } });
    return inOrder(ids, found, (topic): string | null => topic.id);
  }
}

import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { visibleAnnouncements } from './policy.ts';

const most = 5;
/** How many of the latest announcements are compared. */
const looked = 200;

/** Other valid announcements that are addressed to the viewer: most topics in common first, then the newest. */
export async function relatedTo(db: Db, actor: Actor, rows: readonly Announcement[]): Promise<Announcement[][]> {
  const links = await db.announcementTopic.findMany({ where: { announcementId: { in: rows.map((row) => row.id) } } });
  if (links.length === 0) return rows.map(() => []);
  const found = await db.announcement.findMany({
    where: {
      AND: [
        visibleAnnouncements(actor),
        {
          status: 'PUBLISHED',
          topics: { some: { topicId: { in: [...new Set(links.map((t) => t.topicId))] } } },
          OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
        },
      ],
    },
    include: { topics: true },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: looked,
  });
  const topicsOf = Map.groupBy(links, (t) => t.announcementId);
  return rows.map(({ id }) => {
    const own = new Set((topicsOf.get(id) ?? []).map((t) => t.topicId));
    return found
      .map((other) => ({ other, common: other.id === id ? 0 : other.topics.filter((t) => own.has(t.topicId)).length }))
      .filter(({ common }) => common > 0)
      .toSorted((a, b) => b.common - a.common)
      .slice(0, most)
      .map(({ other: { topics: _, ...row } }) => row);
  });
}

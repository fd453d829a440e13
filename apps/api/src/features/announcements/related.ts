import type { Announcement } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { addressing } from './audience.ts';

const most = 5;
/** How many of the latest announcements are compared. */
const looked = 200;

/** For the announcements $2 the others that person $1 reads and that are valid, by how many topics they have in common. */
const text = `
  WITH about AS (
    SELECT announcement_id, topic_id FROM announcement_topic WHERE announcement_id = ANY($2::uuid[])
  ), other AS (
    SELECT a.id, a.published_at FROM announcement a
     WHERE a.status = 'PUBLISHED' AND (a.expires_at IS NULL OR a.expires_at > now()) AND ${addressing('$1::uuid')}
       AND EXISTS (SELECT FROM announcement_topic t WHERE t.announcement_id = a.id AND t.topic_id IN (SELECT topic_id FROM about))
     ORDER BY a.published_at DESC, a.id DESC LIMIT ${looked}
  )
  SELECT about.announcement_id AS "to", other.id
    FROM about JOIN announcement_topic t USING (topic_id) JOIN other ON other.id = t.announcement_id AND other.id <> about.announcement_id
   GROUP BY about.announcement_id, other.id, other.published_at
   ORDER BY count(*) DESC, other.published_at DESC, other.id DESC`;

/** Other valid announcements that are addressed to the viewer: most topics in common first, then the newest. */
export async function relatedTo(db: Db, { personId }: Actor, rows: readonly Announcement[]): Promise<Announcement[][]> {
  const ids = rows.map((row) => row.id);
  const hits = Map.groupBy(await db.$queryRawUnsafe<{ to: string; id: string }[]>(text, personId, ids), ({ to }) => to);
  const others = ids.map((id) => (hits.get(id) ?? []).slice(0, most).map((hit) => hit.id));
  const found = await db.announcement.findMany({ where: { id: { in: [...new Set(others.flat())] } } });
  return others.map((some) => inOrder(some, found, (row) => row.id).filter((row) => row !== null));
}

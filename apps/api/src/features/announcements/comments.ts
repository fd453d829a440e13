import type { Announcement } from '../../generated/prisma/client.ts';
import type { Tx } from '../../platform/database/writes.ts';

/** Makes the thread for comments when they are opened for the first time. The author of the announcement follows it. */
export async function openComments(tx: Tx, { id, title, authorId }: Announcement): Promise<void> {
  const [opened] = await tx.db.$queryRaw<{ id: string }[]>`
    INSERT INTO thread (id, announcement_id, kind, title) VALUES (uuidv7(), ${id}::uuid, 'DISCUSSION', ${title})
    ON CONFLICT (announcement_id) DO NOTHING RETURNING id`;
  if (opened) await tx.db.threadFollow.create({ data: { personId: authorId, threadId: opened.id, level: 'ALL' } });
}

import type { Tx } from '../../platform/database/writes.ts';

/** Marks notices as mailed, in the transaction that writes the mail. Returns those that were still unread and not mailed. */
export async function markMailed(tx: Tx, noticeIds: readonly string[], now: Date): Promise<string[]> {
  const marked = await tx.db.notice.updateManyAndReturn({
    where: { id: { in: [...noticeIds] }, readAt: null, mailedAt: null },
    data: { mailedAt: now },
    select: { id: true },
  });
  return marked.map(({ id }) => id);
}

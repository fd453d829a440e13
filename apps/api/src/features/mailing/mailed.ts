import type { Tx } from '../../platform/database/writes.ts';

/** Marks notices as told by mail, in the transaction that leaves the mail. Answers with those that nobody read or told meanwhile. */
export async function markMailed(tx: Tx, noticeIds: readonly string[], now: Date): Promise<string[]> {
  const marked = await tx.db.notice.updateManyAndReturn({
    where: { id: { in: [...noticeIds] }, readAt: null, mailedAt: null },
    data: { mailedAt: now },
    select: { id: true },
  });
  return marked.map(({ id }) => id);
}

import type { Tx } from '../../platform/database/writes.ts';
import { tellWish } from './announce.ts';
import { wishMayBecome } from './states.ts';

/** What becomes of the wishes of an event, or of those of some of its items: treated with it, or open again. */
export async function settleWishes(
  tx: Tx,
  sprechstundeId: string,
  to: 'TREATED' | 'OPEN',
  agendaItemIds?: readonly string[],
): Promise<void> {
  const wishes = await tx.db.topicWish.findMany({
    where: { sprechstundeId, ...(agendaItemIds && { agendaItemId: { in: [...agendaItemIds] } }) },
    orderBy: { id: 'asc' },
  });
  for (const { id, seriesId, status } of wishes) {
    if (!wishMayBecome(status, to)) continue;
    const data = to === 'OPEN' ? { status: to, sprechstundeId: null, agendaItemId: null } : { status: to };
    await tx.db.topicWish.update({ where: { id }, data });
    tellWish(tx, id, seriesId);
  }
}

import type { Tx } from '../../platform/database/writes.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { tellRegistrations } from './announce.ts';
import { registrationPromoted } from './jobs.ts';

type Limited = Pick<Sprechstunde, 'id' | 'limit'>;

export const takenPlaces = (tx: Tx, sprechstundeId: string): Promise<number> =>
  tx.db.registration.count({ where: { sprechstundeId, status: 'REGISTERED' } });

/** Free places go to who waits longest. The event's row is locked: each place is given once. */
export async function fillPlaces(tx: Tx, { id, limit }: Limited): Promise<void> {
  const free = limit === null ? null : limit - (await takenPlaces(tx, id));
  if (free !== null && free <= 0) return;
  const next = await tx.db.registration.findMany({
    where: { sprechstundeId: id, status: 'WAITING' },
    orderBy: [{ registeredAt: 'asc' }, { id: 'asc' }],
    ...(free !== null && { take: free }),
    select: { id: true },
  });
  if (next.length === 0) return;
  await tx.db.registration.updateMany({
    where: { id: { in: next.map((r) => r.id) } },
    data: { status: 'REGISTERED', promotedAt: new Date() },
  });
  for (const { id: registrationId } of next) tx.enqueue(registrationPromoted, { registrationId });
  tellRegistrations(tx, id);
}

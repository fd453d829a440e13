import type { Database } from '../../platform/database/database.ts';
import { batched, inOrder, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { activeSeat } from './policy.ts';

/** Of a membership. The row itself reaches only its person and who may see the seat. */
export function seatLoaders({ prisma }: Database): Loaders {
  const isConfidant = perRow(async (seats: GroupMembership[], actor) => {
    const others = seats.filter((s) => s.personId !== actor.personId);
    const led =
      others.length > 0
        ? await prisma.groupMembership.findMany({
            where: { AND: [activeSeat(actor.personId)], role: { in: ['LEAD', 'DEPUTY'] }, groupId: { in: others.map((s) => s.groupId) } },
            select: { groupId: true },
          })
        : [];
    const leads = new Set(led.map((s) => s.groupId));
    return seats.map((s) => s.personId === actor.personId || leads.has(s.groupId));
  });
  /** Between the person and the leads. */
  const confidential = (field: (seat: GroupMembership) => string) =>
    batched(async (seats: GroupMembership[], actor) => {
      const may = await isConfidant(seats, actor);
      return seats.map((s, i) => (may[i] ? field(s) : ''));
    });
  return {
    GroupMembership: {
      group: batched(async (seats: GroupMembership[]) => {
        const ids = seats.map((s) => s.groupId);
        return inOrder(ids, await prisma.workingGroup.findMany({ where: { id: { in: ids } } }), (g) => g.id);
      }),
      person: batched((seats: GroupMembership[]) =>
        personsById(
          prisma,
          seats.map((s) => s.personId),
        ),
      ),
      organisation: batched((seats: GroupMembership[]) =>
        organisationsById(
          prisma,
          seats.map((s) => s.organisationId),
        ),
      ),
      function: batched(async (seats: GroupMembership[]) => {
        const held = await prisma.affiliation.findMany({
          where: {
            endedAt: null,
            personId: { in: seats.map((s) => s.personId) },
            organisationId: { in: seats.map((s) => s.organisationId) },
          },
          orderBy: [{ beganAt: 'desc' }, { id: 'desc' }],
        });
        const byPlace = new Map(held.map((a) => [`${a.personId} ${a.organisationId}`, a.function]));
        return seats.map((s) => byPlace.get(`${s.personId} ${s.organisationId}`) ?? '');
      }),
      statement: confidential((s) => s.statement),
      reason: confidential((s) => s.reason),
    },
  };
}

import type { Database } from '../../platform/database/database.ts';
import { batched, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import type { GroupMembership } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { personsById } from '../people/index.ts';
import { ledBy } from './seat-reads.ts';
import { groupsById } from './views.ts';

/** Of a membership. The row itself reaches only its person and who may see the seat. */
export function seatLoaders({ prisma, sql }: Database): Loaders {
  const isConfidant = perRow(async (seats: GroupMembership[], actor) => {
    const others = seats.filter((s) => s.personId !== actor.personId);
    const led = await ledBy(
      sql,
      actor.personId,
      others.map((s) => s.groupId),
    );
    return seats.map((s) => s.personId === actor.personId || led.has(s.groupId));
  });
  /** Between the person and the leads. */
  const confidential = (field: (seat: GroupMembership) => string) =>
    batched(async (seats: GroupMembership[], actor) => {
      const may = await isConfidant(seats, actor);
      return seats.map((s, i) => (may[i] ? field(s) : ''));
    });
  return {
    GroupMembership: {
      group: batched((seats: GroupMembership[]) =>
        groupsById(
          sql,
          seats.map((s) => s.groupId),
        ),
      ),
      person: batched((seats: GroupMembership[]) =>
        personsById(
          sql,
          seats.map((s) => s.personId),
        ),
      ),
      organisation: batched((seats: GroupMembership[]) =>
        organisationsById(
          sql,
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

import type { Inputs } from '@kollab/contract';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { berlinDay } from '../../platform/berlin.ts';
import { dateOf } from '../../platform/days.ts';
import { readableHomes } from './homes.ts';
import { officesOf } from './policy.ts';

type Filter = Inputs['unansweredFilter'];

/** What still waits, as far as the viewer reads it and asks for it. */
export const unanswered = (actor: Actor, { view, officeId, groupId, sprechstundeId }: Filter): Prisma.QuestionWhereInput => ({
  AND: [
    readable(actor),
    { hiddenAt: null },
    viewed(view ?? null),
    officeId ? { officeId } : {},
    groupId ? { groupId } : {},
    sprechstundeId ? { sprechstundeId } : {},
  ],
});

/** Its office promised an answer until a day that is over. */
export function isLate(late: boolean): Prisma.QuestionWhereInput {
  const today = dateOf(berlinDay(new Date()));
  return late
    ? { state: 'ASSIGNED', dueOn: { lt: today } }
    : { OR: [{ state: { not: 'ASSIGNED' } }, { dueOn: null }, { dueOn: { gte: today } }] };
}

/** Asked after that one. */
export const waitingLess = (createdAt: string, id: string): Prisma.QuestionWhereInput => ({
  OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: id } }],
});

/** `read` as a condition, save hiding: of its home, or given to an office for which the viewer answers. */
const readable = (actor: Actor): Prisma.QuestionWhereInput => {
  const offices = officesOf(actor);
  return { OR: [...readableHomes(actor), ...(offices.length > 0 ? [{ officeId: { in: offices } }] : [])] };
};

function viewed(view: Filter['view']): Prisma.QuestionWhereInput {
  switch (view) {
    case 'WAITING':
      return { state: { in: ['OPEN', 'ASSIGNED'] } };
    case 'OVERDUE':
      return isLate(true);
    case 'DEFERRED':
      return { state: 'DEFERRED' };
    case 'DUE_AGAIN':
      return { state: 'ASSIGNED', dueAgainAt: { not: null } };
    case 'OUTDATED':
      return { state: 'OUTDATED' };
    default:
      return { state: { in: ['OPEN', 'ASSIGNED', 'DEFERRED', 'OUTDATED'] } };
  }
}

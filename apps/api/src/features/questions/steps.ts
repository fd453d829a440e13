import type { EventName } from '@kollab/contract';
import type { Prisma } from '../../generated/prisma/client.ts';
import type { Tx } from '../../platform/database/writes.ts';
import { homeIn, roomOfHome, type HomeReference } from './homes.ts';

type Placed = HomeReference & { id: string };

/** To who reads the home: that there is something new, and never by whom. */
export const tellsHome = (tx: Tx, name: Extract<EventName, 'question.asked' | 'question.changed'>, question: Placed): void =>
  tx.announce(name, roomOfHome(question), { homeId: homeIn(question).id, questionId: question.id });

/** To the people of the offices whose work it becomes, or was. */
export function tellsOffices(tx: Tx, ...officeIds: (string | null | undefined)[]): void {
  for (const organisationId of new Set(officeIds))
    if (organisationId) tx.announce('office_questions.changed', organisationId, { organisationId });
}

/** What became of it; answers with the step's id. */
export async function takesStep(
  tx: Tx,
  questionId: string,
  step: Omit<Prisma.QuestionStepUncheckedCreateInput, 'questionId' | 'id' | 'at'>,
): Promise<string> {
  return (await tx.db.questionStep.create({ data: { questionId, ...step }, select: { id: true } })).id;
}

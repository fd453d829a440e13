/** Where something is written, which decides who reads it and can be mentioned: a group, or the answers to a question. */
export type WritingPlace = { groupId?: string; questionId?: string };

type Placed = { groupId: string | null; question: { id: string } | null };
export const placeOfThread = ({ groupId, question }: Placed): WritingPlace =>
  question ? { questionId: question.id } : groupId === null ? {} : { groupId };

/** Where something is written, which decides who reads it and can be mentioned: a group, the answers to a question, or the comments on an announcement. */
export type WritingPlace = { groupId?: string; questionId?: string; announcementId?: string };

type Placed = { groupId: string | null; question: { id: string } | null; announcementId: string | null };
export const placeOfThread = ({ groupId, question, announcementId }: Placed): WritingPlace => ({
  ...(groupId !== null && !question && { groupId }),
  ...(question && { questionId: question.id }),
  ...(announcementId !== null && { announcementId }),
});

const parts = ['ASKED', 'VOTED', 'OFFICE', 'LEADS'] as const;
/** What the reader has to do with the question of a notice: they asked it, voted for it, answer for its office, or lead where it was asked. */
export type QuestionPart = (typeof parts)[number];

/** A question's notice begins its detail with the part, before what else there is to say: "OFFICE 16.12.2026". */
export const detailOf = (part: QuestionPart, rest = ''): string => (rest ? `${part} ${rest}` : part);
export const partOf = (detail: string): QuestionPart | null => parts.find((part) => detail.split(' ', 1)[0] === part) ?? null;
/** What stands behind the part. */
export const restOf = (detail: string): string => detail.slice(partOf(detail)?.length ?? 0).trimStart();

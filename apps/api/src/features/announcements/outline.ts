import type { AnnouncementTemplate } from '@kollab/contract';

/** What readers look for first, in the order in which they ask. */
const questions: Record<AnnouncementTemplate, readonly string[]> = {
  OPERATION: ['Was', 'Wann', 'Wen es trifft', 'Was Sie tun können'],
  REACHABILITY: ['Ab wann', 'Wofür', 'Bis dahin'],
  AVAILABILITY: ['Was', 'Ab wann voraussichtlich', 'Für wen', 'Was vorher nötig ist'],
};
const asked = (question: string): string => `**${question}:**`;

/** How the text of a draft begins; the writer fills it in, or takes out what does not matter. */
export const outlineOf = (template: AnnouncementTemplate): string => questions[template].map(asked).join('\n\n');

/** Whether the text still asks what it does not answer: nothing stands between a question and the next one, or the end. */
export function leavesOpen(template: AnnouncementTemplate, body: string): boolean {
  const said = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isQuestion = (line: string | undefined): boolean => line !== undefined && questions[template].some((one) => asked(one) === line);
  return said.some((line, i) => isQuestion(line) && (i === said.length - 1 || isQuestion(said[i + 1])));
}

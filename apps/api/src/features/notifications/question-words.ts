import type { Described, FactRow, NoticeFact, Seen } from './description.ts';
import { partOf, restOf } from './question-part.ts';
import { withReason } from './words.ts';

interface QuestionWords {
  reason: (row: FactRow) => string;
  /** With the question's title. */
  named: (row: FactRow, title: string) => string;
  /** Without it: in mails, and where the question may not be read. */
  neutral: (row: FactRow) => string;
}

const asked = 'Sie haben die Frage gestellt';
const office = 'Sie antworten für die zuständige Stelle';
const isAsker = ({ detail }: FactRow): boolean => partOf(detail) === 'ASKED';
const askerOrOffice = (row: FactRow): string => (isAsker(row) ? asked : office);

/** No actor is named: who asked, voted or accepted is never told. */
const words = {
  question_answered: {
    reason: (row) => (isAsker(row) ? asked : 'Sie haben für die Frage gestimmt'),
    named: (row, title) => `${isAsker(row) ? 'Ihre Frage' : 'Die Frage'} „${title}“ hat eine amtliche Antwort.`,
    neutral: (row) =>
      isAsker(row) ? 'Ihre Frage hat eine amtliche Antwort.' : 'Eine Frage, für die Sie gestimmt haben, hat eine amtliche Antwort.',
  },
  question_assigned: {
    reason: () => office,
    named: (row, title) => `Ihre Stelle ist für die Frage „${title}“ zuständig. Antwort bis ${restOf(row.detail)}.`,
    neutral: (row) => `Ihre Stelle ist für eine Frage zuständig. Antwort bis ${restOf(row.detail)}.`,
  },
  question_returned: {
    reason: () => 'Sie betreuen die Fragen',
    named: (row, title) => withReason(`Die Frage „${title}“ wurde zurückgegeben.`, restOf(row.detail)),
    neutral: () => 'Eine Frage wurde zurückgegeben.',
  },
  question_deferred: {
    reason: () => asked,
    named: (row, title) => `Ihre Frage „${title}“ ist noch nicht zu beantworten. Sie wird am ${restOf(row.detail)} wieder geprüft.`,
    neutral: (row) => `Ihre Frage ist noch nicht zu beantworten. Sie wird am ${restOf(row.detail)} wieder geprüft.`,
  },
  question_due_again: {
    reason: askerOrOffice,
    named: (row, title) =>
      isAsker(row) ? `Ihre Frage „${title}“ wird jetzt wieder geprüft.` : `Die zurückgestellte Frage „${title}“ ist wieder fällig.`,
    neutral: (row) =>
      isAsker(row) ? 'Ihre zurückgestellte Frage wird jetzt wieder geprüft.' : 'Eine zurückgestellte Frage ist wieder fällig.',
  },
  question_outdated: {
    reason: askerOrOffice,
    named: (row, title) => `Die amtliche Antwort auf ${isAsker(row) ? 'Ihre' : 'die'} Frage „${title}“ gilt nicht mehr.`,
    neutral: () => 'Eine amtliche Antwort gilt nicht mehr.',
  },
  question_merged: {
    reason: () => asked,
    named: (_, title) => `Ihre Frage „${title}“ wurde mit einer gleichen zusammengeführt.`,
    neutral: () => 'Ihre Frage wurde mit einer gleichen zusammengeführt.',
  },
  question_hidden: {
    reason: () => asked,
    named: (row, title) => withReason(`Ihre Frage „${title}“ wurde ausgeblendet.`, restOf(row.detail)),
    neutral: () => 'Ihre Frage wurde ausgeblendet.',
  },
} satisfies Partial<Record<NoticeFact, QuestionWords>>;
type QuestionFact = keyof typeof words;

export const isOfQuestion = (fact: NoticeFact): fact is QuestionFact => fact in words;

export function describeQuestion(fact: QuestionFact, row: FactRow, { question }: Seen): Described {
  const { reason, named, neutral }: QuestionWords = words[fact];
  const path = row.questionId ? `/fragen/${row.questionId}` : '/mein-tag';
  return { sentence: question ? named(row, question) : neutral(row), reason: reason(row), path };
}

export const describeFaq = (row: FactRow, { faq }: Seen): Described => ({
  sentence: faq ? `Der FAQ-Eintrag „${faq}“ ist zu prüfen.` : 'Ein FAQ-Eintrag ist zu prüfen.',
  reason: office,
  path: row.faqEntryId ? `/faq/${row.faqEntryId}` : '/mein-tag',
});

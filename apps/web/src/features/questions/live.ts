import type { LiveHandlers } from '../../lib/live.ts';

/** Queries that show questions, by the name of where they stand. */
const lists = ['GroupQuestions', 'SprechstundeQuestions', 'EventQueue', 'UnansweredQuestions'] as const;

export const questionsLive = {
  'question.asked': (_, { refetch }) => refetch(...lists, 'AnswerTimes'),
  'question.changed': (_, { refetch }) => refetch('Question', ...lists, 'AnswerTimes'),
  'stage.changed': (_, { refetch }) => refetch('EventQueue'),
  // The count comes along: 200 people voting cost nobody a question.
  'question.voted': ({ payload: { questionId, voteCount } }, { client, refetch }) => {
    const closeEditing = (can: object) => (voteCount > 0 ? { ...can, edit: false } : can);
    client.cache.modify({ id: `Question:${questionId}`, fields: { voteCount: () => voteCount, viewerCan: closeEditing } });
    // All were taken back: whoever asked may edit again.
    if (voteCount === 0) refetch('Question');
  },
  'office_questions.changed': (_, { refetch }) => refetch('Question', 'UnansweredQuestions', 'Home'),
  'faq.changed': (_, { refetch }) => refetch('FaqEntries', 'FaqEntry', 'Topics'),
} satisfies Partial<LiveHandlers>;

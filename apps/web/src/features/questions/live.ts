import type { LiveHandlers } from '../../lib/live.ts';
import { tellAsked } from './asked.ts';

/** What was under way when a count was told may bring an older one. So it is said once more, after milliseconds in which a newer one would have come. */
const confirmAfter = 2_000;
const confirming = new Map<string, ReturnType<typeof setTimeout>>();

/** Queries that show questions, by the name of where they stand. */
const lists = ['GroupQuestions', 'SprechstundeQuestions', 'UnansweredQuestions'] as const;

export const questionsLive = {
  'question.asked': ({ payload: { homeId }, fragment }, { refetch }) => {
    refetch(...lists, 'AnswerTimes');
    if (!tellAsked(homeId, fragment)) refetch('EventQueue');
  },
  'question.changed': (_, { refetch }) => refetch('Question', 'Thread', 'EventQueue', ...lists, 'AnswerTimes'),
  'stage.changed': (_, { refetch }) => refetch('EventQueue'),
  // The count comes along: 200 people voting cost nobody a question.
  'question.voted': ({ payload: { questionId, voteCount } }, { client, refetch }) => {
    const closeEditing = (can: object) => (voteCount > 0 ? { ...can, edit: false } : can);
    const show = () =>
      client.cache.modify({ id: `Question:${questionId}`, fields: { voteCount: () => voteCount, viewerCan: closeEditing } });
    show();
    clearTimeout(confirming.get(questionId));
    confirming.set(questionId, setTimeout(show, confirmAfter));
    // All were taken back: whoever asked may edit again.
    if (voteCount === 0) refetch('Question');
  },
  'office_questions.changed': (_, { refetch }) => refetch('Question', 'UnansweredQuestions', 'Home'),
  'faq.changed': (_, { refetch }) => refetch('FaqEntries', 'FaqEntry', 'Topics'),
} satisfies Partial<LiveHandlers>;

import { id, isStorable, line, optionalSentence, postBody, sentence, text } from './fields.ts';
import { limits } from './limits.ts';
import { isReadable } from './readable.ts';
import { questionOrders, questionStates, unansweredViews } from './vocabulary.ts';
import { z } from './zod.ts';

/** A day in Berlin: 2026-12-16 */
const day = z.iso.date();
/** Like a post, but it may be empty: the title asks already. */
const questionBody = z
  .string()
  .refine(isStorable)
  .transform((t) => t.normalize('NFC').trimEnd())
  .pipe(z.string().max(limits.question.body.max))
  .refine(isReadable);
const question = { title: line(limits.title), body: questionBody, topicIds: z.array(id).max(limits.question.topics.max) };
const faq = {
  question: line(limits.faq.question),
  answer: text(limits.faq.answer).refine(isReadable),
  topicIds: z.array(id).max(limits.question.topics.max),
  reviewOn: day,
};

export const questionInputs = {
  askQuestion: z.strictObject({
    clientMutationId: id,
    home: z
      .strictObject({ groupId: id.nullish(), sprechstundeId: id.nullish(), agendaItemId: id.nullish() })
      .refine((home) => [home.groupId, home.sprechstundeId].filter(Boolean).length === 1 && (!home.agendaItemId || !!home.sprechstundeId)),
    ...question,
    anonymous: z.boolean(),
    organisationId: id.nullish(),
  }),
  editQuestion: z.strictObject({ id, version: z.int().min(1), ...question }),
  addToQuestion: z.strictObject({ clientMutationId: id, questionId: id, body: postBody }),
  voteQuestion: z.strictObject({ id, on: z.boolean() }),
  assignQuestion: z.strictObject({ id, officeId: id, dueOn: day, reason: optionalSentence }),
  returnQuestion: z.strictObject({ id, reason: sentence }),
  deferQuestion: z.strictObject({ id, officeId: id.nullish(), recheckOn: day, reason: sentence }),
  resumeQuestion: z.strictObject({ id, dueOn: day }),
  answerOfficially: z
    .strictObject({
      clientMutationId: id,
      questionId: id,
      organisationId: id,
      body: postBody,
      legalBasis: line({ max: limits.sentence.max }),
      validFrom: day,
      validTo: day.nullish(),
      supersedesId: id.nullish(),
    })
    .refine((i) => !i.validTo || i.validTo >= i.validFrom, { path: ['validTo'] }),
  acceptAnswer: z.strictObject({ answerId: id, accepted: z.boolean() }),
  reportOutdated: z.strictObject({ id, reason: sentence }),
  hideQuestion: z.strictObject({ id, reason: sentence }),
  mergeQuestion: z.strictObject({ id, intoId: id }),
  setCurrentQuestion: z.strictObject({ sprechstundeId: id, questionId: id.nullish(), instead: id.nullish(), done: z.boolean() }),
  placeQuestion: z.strictObject({ id, place: z.int().min(1).max(10_000).nullish() }),
  publishFaq: z.strictObject({ clientMutationId: id, questionId: id, ...faq }),
  editFaq: z.strictObject({ id, version: z.int().min(1), ...faq }),
  questionFilter: z.strictObject({
    states: z.array(z.enum(questionStates)).nullish(),
    text: line({ max: limits.title.max }).nullish(),
    topicId: id.nullish(),
    agendaItemId: id.nullish(),
    mine: z.boolean().nullish(),
    hidden: z.boolean().nullish(),
  }),
  questionOrder: z.enum(questionOrders),
  unansweredFilter: z.strictObject({
    view: z.enum(unansweredViews).nullish(),
    officeId: id.nullish(),
    groupId: id.nullish(),
    sprechstundeId: id.nullish(),
  }),
  faqFilter: z.strictObject({ text: line({ max: limits.title.max }).nullish(), topicId: id.nullish(), toCheck: z.boolean().nullish() }),
  similarQuestions: z.strictObject({ text: line({ max: limits.title.max }) }),
} as const;

import { randomUUID } from 'node:crypto';
import type { Organisation } from '../../generated/prisma/client.ts';
import { inDays } from '../../platform/days.ts';
import type { Someone } from '../../../test/world.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';
import type { Scene } from '../../../test/sweeps/cast.ts';
import { text } from '../../../test/sweeps/making.ts';

const question: Make = ({ question: { id } }) => ({ id });
const asking = (groupId: string) => ({
  input: { clientMutationId: randomUUID(), home: { groupId }, title: 'Wie geht das?', body: text, topicIds: [], anonymous: false },
});
/** Of who acts, where there is one. */
const placeOf = async ({ home }: Scene, actor: Someone | null): Promise<Pick<Organisation, 'id'>> =>
  (actor as { organisation?: Organisation } | null)?.organisation ?? home;
const moved =
  (data: object, make: Make): Make =>
  async (scene, actor) => {
    await scene.world.db.question.update({ where: { id: scene.question.id }, data });
    return make(scene, actor);
  };
const withOffice =
  (state: string, make: Make): Make =>
  async (scene, actor) =>
    moved({ state, officeId: scene.home.id, ...(state === 'DEFERRED' && { recheckOn: new Date(inDays(9)) }) }, make)(scene, actor);
const answered =
  (make: (scene: Scene, answerId: string) => Record<string, unknown>): Make =>
  async (scene) =>
    make(scene, (await scene.world.officialAnswer(scene.question, scene.host)).id);
const assigning: Make = ({ question: { id }, home }) => ({ id, officeId: home.id, dueOn: inDays(7), reason: text });
const answering: Make = async (scene, actor) => ({
  input: {
    clientMutationId: randomUUID(),
    questionId: scene.question.id,
    organisationId: (await placeOf(scene, actor)).id,
    body: text,
    legalBasis: '',
    validFrom: inDays(0),
  },
});
/** Asked by the host at the event of the scene. */
const ofEvent = async ({ world, host, programme }: Scene, status: 'ANNOUNCED' | 'LIVE') => {
  const { id: sprechstundeId } = (await programme()).event;
  await world.db.sprechstunde.update({ where: { id: sprechstundeId }, data: { status } });
  const asker = { authorId: host.id, organisationId: host.organisation.id };
  const { id: questionId } = await world.db.question.create({
    data: { sprechstundeId, title: 'Wie geht das hier?', ...asker, thread: { create: { kind: 'QUESTION', title: 'Wie geht das hier?' } } },
  });
  return { sprechstundeId, questionId };
};
const faq = { question: 'Wie geht das?', answer: text, topicIds: [], reviewOn: inDays(90) };

export const calls: Record<string, Make> = {
  question,
  'question hidden': ({ hiddenQuestion: { id } }) => ({ id }),
  'question covered': async ({ world, group, host }) => ({ id: (await world.question(group, host, { hiddenAt: new Date() })).id }),
  similarQuestions: () => ({ text: 'Frage' }),
  unansweredQuestions: () => ({}),
  answerTimes: () => ({}),
  topics: () => ({}),
  faqEntry: async ({ world, group, host }) => ({ id: (await world.faqEntry(await world.question(group, host), host)).id }),
  faqEntries: () => ({}),

  askQuestion: ({ group: { id } }) => asking(id),
  'askQuestion hidden': ({ hidden: { id } }) => asking(id),
  'askQuestion paused': async ({ world, group: { id } }) => {
    await world.db.workingGroup.update({ where: { id }, data: { status: 'PAUSED' } });
    return asking(id);
  },
  editQuestion: ({ question: { id, version } }) => ({ id, version, title: 'Anders gefragt?', body: '', topicIds: [] }),
  addToQuestion: ({ question: { id } }) => ({ input: { clientMutationId: randomUUID(), questionId: id, body: text } }),
  withdrawQuestion: question,
  voteQuestion: ({ question: { id } }) => ({ id, on: true }),
  'voteQuestion withdrawn': moved({ state: 'WITHDRAWN' }, ({ question: { id } }) => ({ id, on: true })),
  assignQuestion: assigning,
  'assignQuestion own': async (scene, actor) => ({ ...(await assigning(scene, actor)), officeId: (await placeOf(scene, actor)).id }),
  returnQuestion: withOffice('ASSIGNED', ({ question: { id } }) => ({ id, reason: text })),
  deferQuestion: ({ question: { id }, home }) => ({ id, officeId: home.id, recheckOn: inDays(30), reason: text }),
  resumeQuestion: withOffice('DEFERRED', async ({ question: { id } }) => ({ id, dueOn: inDays(7) })),
  answerOfficially: answering,
  'answerOfficially elsewhere': withOffice('ASSIGNED', answering),
  acceptAnswer: answered((_, answerId) => ({ answerId, accepted: true })),
  reportOutdated: answered(({ question: { id } }) => ({ id, reason: text })),
  hideQuestion: ({ question: { id } }) => ({ id, reason: text }),
  showQuestion: moved({ hiddenAt: new Date() }, question),
  mergeQuestion: async ({ world, question, group, host }) => ({ id: question.id, intoId: (await world.question(group, host)).id }),
  setCurrentQuestion: (scene) => ofEvent(scene, 'LIVE'),
  'setCurrentQuestion announced': (scene) => ofEvent(scene, 'ANNOUNCED'),
  placeQuestion: async (scene) => ({ id: (await ofEvent(scene, 'ANNOUNCED')).questionId, place: 1 }),
  'placeQuestion group': ({ question: { id } }) => ({ id, place: 1 }),
  publishFaq: answered(({ question: { id } }) => ({ input: { clientMutationId: randomUUID(), questionId: id, ...faq } })),
  editFaq: async ({ world, question, host }) => ({ input: { id: (await world.faqEntry(question, host)).id, version: 1, ...faq } }),
};

import { randomUUID } from 'node:crypto';
import { inDays } from '../src/platform/days.ts';
import type { Api, Data } from './api.ts';
import type { Account } from './issuer.ts';

type Variables = Record<string, unknown>;

const answer = `id body legalBasis validFrom validTo accepted outdated organisation { id } author { personId name } supersedes { id outdated }`;
const question = `id title body anonymous mine version state dueOn overdue recheckOn reason voteCount viewerVoted hidden hiddenReason createdAt editedAt answeredAt
  home { kind id title path } topics { id } asker { personId name organisationId } additions { body at } office { id }
  steps { kind office { id } fromOffice { id } reason day by { id } } answer { ${answer} } answers { ${answer} } mergedInto { id } faqEntry { id }
  viewerCan { vote edit add withdraw assign return defer resume answer accept reportOutdated hide show merge publishFaq }`;
const faq = `id question answer topics { id } source askedAt office { id } checkedAt reviewOn reviewDue outdated version versions { version question }
  snippet { text hit } sourceQuestion { id } viewerCan { edit }`;

export const questionDocuments = {
  one: `query($id: ID!) { question(id: $id) { ${question} } }`,
  ofGroup: `query($id: ID!, $filter: QuestionFilter, $order: QuestionOrder, $first: Int, $after: String) { workingGroup(id: $id) {
    questions(filter: $filter, order: $order, first: $first, after: $after) { total pageInfo { endCursor hasNextPage } nodes { ${question} } } } }`,
  similar: `query($text: String!) { similarQuestions(text: $text) { id title } }`,
  unanswered: `query($filter: UnansweredFilter, $first: Int, $after: String) { unansweredQuestions(filter: $filter, first: $first, after: $after) {
    total pageInfo { endCursor hasNextPage } nodes { id title state } } }`,
  times: `query { answerTimes { quarter asked answered medianDaysToFirstAnswer medianDaysToOfficialAnswer } }`,
  ask: `mutation($input: AskQuestionInput!) { askQuestion(input: $input) { ${question} } }`,
  edit: `mutation($id: ID!, $version: Int!, $title: String!, $body: String!, $topicIds: [ID!]!) {
    editQuestion(id: $id, version: $version, title: $title, body: $body, topicIds: $topicIds) { ${question} } }`,
  add: `mutation($input: AddToQuestionInput!) { addToQuestion(input: $input) { ${question} } }`,
  withdraw: `mutation($id: ID!) { withdrawQuestion(id: $id) { ${question} } }`,
  vote: `mutation($id: ID!, $on: Boolean!) { voteQuestion(id: $id, on: $on) { ${question} } }`,
  assign: `mutation($id: ID!, $officeId: ID!, $dueOn: String!, $reason: String!) {
    assignQuestion(id: $id, officeId: $officeId, dueOn: $dueOn, reason: $reason) { ${question} } }`,
  giveBack: `mutation($id: ID!, $reason: String!) { returnQuestion(id: $id, reason: $reason) { ${question} } }`,
  defer: `mutation($id: ID!, $officeId: ID, $recheckOn: String!, $reason: String!) {
    deferQuestion(id: $id, officeId: $officeId, recheckOn: $recheckOn, reason: $reason) { ${question} } }`,
  resume: `mutation($id: ID!, $dueOn: String!) { resumeQuestion(id: $id, dueOn: $dueOn) { ${question} } }`,
  answer: `mutation($input: OfficialAnswerInput!) { answerOfficially(input: $input) { ${question} } }`,
  accept: `mutation($answerId: ID!, $accepted: Boolean!) { acceptAnswer(answerId: $answerId, accepted: $accepted) { ${question} } }`,
  report: `mutation($id: ID!, $reason: String!) { reportOutdated(id: $id, reason: $reason) { ${question} } }`,
  hide: `mutation($id: ID!, $reason: String!) { hideQuestion(id: $id, reason: $reason) { ${question} } }`,
  show: `mutation($id: ID!) { showQuestion(id: $id) { ${question} } }`,
  merge: `mutation($id: ID!, $intoId: ID!) { mergeQuestion(id: $id, intoId: $intoId) { ${question} } }`,
  publish: `mutation($input: PublishFaqInput!) { publishFaq(input: $input) { ${faq} } }`,
  editFaq: `mutation($input: EditFaqInput!) { editFaq(input: $input) { ${faq} } }`,
  faqEntry: `query($id: ID!) { faqEntry(id: $id) { ${faq} } }`,
  faqEntries: `query($filter: FaqFilter, $first: Int, $after: String) { faqEntries(filter: $filter, first: $first, after: $after) {
    total pageInfo { endCursor hasNextPage } nodes { ${faq} } } }`,
  topics: `query { topics { id key name faqCount } }`,
} as const;
type Name = keyof typeof questionDocuments;

/** The feature's operations by name, for its specs: the root field's data, the refusal's code, the whole answer. */
export const questionsOf = (api: () => Api) => {
  const ask = async (who: Account, name: Name, variables: Variables = {}): Promise<Data> =>
    Object.values(await api().get(who, questionDocuments[name], variables))[0] as Data;
  const asking = (groupId: string, more: Variables = {}): Variables => ({
    input: { clientMutationId: randomUUID(), home: { groupId }, title: 'Wie geht das?', body: '', topicIds: [], anonymous: false, ...more },
  });
  const answering = (questionId: string, organisationId: string, more: Variables = {}): Variables => ({
    input: {
      clientMutationId: randomUUID(),
      questionId,
      organisationId,
      body: 'So geht das.',
      legalBasis: '§ 1 Mustergesetz',
      validFrom: inDays(0),
      ...more,
    },
  });
  const publishing = (questionId: string, more: Variables = {}): Variables => ({
    input: {
      clientMutationId: randomUUID(),
      questionId,
      question: 'Wie geht das?',
      answer: 'So geht das.',
      topicIds: [],
      reviewOn: inDays(180),
      ...more,
    },
  });
  return {
    ask,
    asking,
    answering,
    publishing,
    refusal: (who: Account | null, name: Name, variables: Variables = {}) => api().refusal(who, questionDocuments[name], variables),
    answerOf: (who: Account, name: Name, variables: Variables) => api().ask(who, questionDocuments[name], variables),
    asked: (who: Account, groupId: string, more?: Variables) => ask(who, 'ask', asking(groupId, more)),
    assigned: (who: Account, id: string, officeId: string, reason = 'Bitte prüfen.') =>
      ask(who, 'assign', { id, officeId, dueOn: inDays(7), reason }),
    events: async (room: string): Promise<string[]> => {
      const events = await api().world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } });
      return events.map((e) => e.name);
    },
  };
};

import { randomUUID } from 'node:crypto';
import { call, rows } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Place, type Sight } from '../../../test/sweeps/sweep.ts';
import { calls } from './sweep.calls.ts';
import { crowd, type Gathered } from './sweep.crowd.ts';

interface Seen {
  anonymousQuestion: string;
  publishedQuestion: string;
  /** Of a question that stands in the hidden group. */
  hiddenFaq: string;
}
async function furnish({ scene: { world, group, hidden, host } }: Sight): Promise<Seen> {
  const { db } = world;
  const topic = await db.topic.create({ data: { key: randomUUID(), name: 'Bauen', position: 0 } });
  const published = await world.question(group, host);
  const entry = await world.faqEntry(published, host);
  await db.faqTopic.create({ data: { entryId: entry.id, topicId: topic.id } });
  return {
    anonymousQuestion: (await world.question(group, host, { anonymous: true })).id,
    publishedQuestion: published.id,
    hiddenFaq: (await world.faqEntry(await world.question(hidden, host), host)).id,
  };
}

const hidden =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.hidden.id}") { found: ${field} }`;
const open =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.group.id}") { found: ${field} }`;

const group = ({ group: { id } }: Crowd): Place => ({ path: [`workingGroup(id: "${id}")`] });
const named = ({ tag }: Crowd): Place => ({ path: [], args: `filter: { text: "${tag}" }` });
const question = ({ question: id }: Gathered): Place => ({ path: [`question(id: "${id}")`] });
/** The latest one has all the rows. */
const lastFaq = ({ tag }: Crowd): Place => ({ path: [`faqEntries(filter: { text: "${tag}" }, first: 1)`, 'nodes'] });

const parts = `id title state anonymous asker { name } voteCount dueOn recheckOn office { id } hidden mergedInto { id } faqEntry { id }
  answer { id body accepted outdated } viewerCan { vote edit add withdraw assign return defer resume answer accept reportOutdated hide show merge }`;
const questions = ['GroupQuestions', 'Question', 'QuestionPosts', 'UnansweredQuestions'];

/** Wherever the question stands, as the web's cache holds it once. */
function count(state: unknown, told: { questionId: string; voteCount: number }): void {
  if (typeof state !== 'object' || state === null) return;
  const row = state as { id?: string; voteCount?: number; viewerCan?: { edit?: boolean } };
  if (row.id === told.questionId && row.voteCount !== undefined) {
    row.voteCount = told.voteCount;
    if (row.viewerCan) row.viewerCan.edit = false;
  }
  for (const value of Object.values(state)) count(value, told);
}

export const sweep = defineSweep<Seen, Gathered>({
  authorization: `
    question: not_found = outsiders; ok
    question [hidden]: ok = seats; not_found
    question [covered]: ok = leads editor moderator; not_found
    similarQuestions: ok
    unansweredQuestions: ok
    answerTimes: forbidden = outsiders guest; ok
    topics: ok
    faqEntry: not_found = outsiders guest; ok
    faqEntries: ok
    askQuestion: ok = writers; not_found = outsiders; forbidden
    askQuestion [hidden]: ok = writers; forbidden = observer; not_found
    askQuestion [paused]: group.not_active = writers; not_found = outsiders; forbidden
    editQuestion: not_found = outsiders; forbidden
    addToQuestion: not_found = outsiders; forbidden
    withdrawQuestion: not_found = outsiders; forbidden
    voteQuestion: ok = writers; not_found = outsiders; forbidden
    voteQuestion [withdrawn]: question.closed = writers; not_found = outsiders; forbidden
    assignQuestion: ok = leads editor; not_found = outsiders; forbidden
    assignQuestion [own]: ok = leads editor expert; not_found = outsiders; forbidden
    returnQuestion: ok = leads editor; not_found = outsiders; forbidden
    deferQuestion: ok = leads editor; not_found = outsiders; forbidden
    resumeQuestion: ok = leads editor; not_found = outsiders; forbidden
    answerOfficially: ok = editor expert; not_found = outsiders; forbidden
    answerOfficially [elsewhere]: question.other_office = editor expert; not_found = outsiders; forbidden
    acceptAnswer: ok = leads moderator; not_found = outsiders; forbidden
    reportOutdated: ok = leads editor moderator; not_found = outsiders; forbidden
    hideQuestion: ok = leads editor moderator; not_found = outsiders; forbidden
    showQuestion: ok = leads editor moderator; not_found
    mergeQuestion: ok = leads editor; not_found = outsiders; forbidden
    setCurrentQuestion: ok = editor eventHost; not_found = uninvited; forbidden
    setCurrentQuestion [announced]: event.status_impossible = editor eventHost; not_found = uninvited; forbidden
    placeQuestion: ok = editor eventHost; not_found = uninvited; forbidden
    placeQuestion [group]: question.state_impossible = leads editor; not_found = outsiders; forbidden
    publishFaq: ok = editor; not_found = outsiders; forbidden
    editFaq: ok = editor; not_found = outsiders guest; forbidden
  `,
  calls,
  openFields: `
    QuestionHome: kind id title path
    Question: id home agendaItemId title body topics anonymous mine createdAt editedAt version additions state office dueOn overdue
    Question: recheckOn reason voteCount viewerVoted place discussedAt steps answer answers answeredAt hidden hiddenReason mergedInto merged viewerCan
    QuestionAbilities: vote edit add withdraw assign return defer resume answer accept reportOutdated hide show merge publishFaq steer
    QuestionAddition: id body at
    QuestionStep: id kind at office fromOffice reason day by
    OfficialAnswer: id questionId organisation author body legalBasis validFrom validTo createdAt accepted outdated supersedes
    Topic: id key name
    QuestionPage: nodes pageInfo total
    AnswerTimes: quarter asked answered medianDaysToFirstAnswer medianDaysToOfficialAnswer
    FaqEntry: id question answer topics source askedAt office publishedAt checkedAt reviewOn reviewDue outdated version versions snippet
    FaqEntry: viewerCan
    FaqAbilities: edit
    FaqVersion: version question answer at
    SnippetPart: text hit
    FaqPage: nodes pageInfo total
    Sprechstunde: questions currentQuestion currentSince
  `,
  guardedFields: `
    WorkingGroup.questions: value = seats; not_found = outsiders; empty
    WorkingGroup.questions [public]: not_found = outsiders; value
    Question.asker: not_found = outsiders; value
    Question.asker [anonymous]: not_found = outsiders; null
    Question.faqEntry: not_found = outsiders; null = guest; value
    Topic.faqCount: empty = outsiders guest; value
    FaqEntry.sourceQuestion: value = lead deputy member observer; not_found = outsiders guest; null
  `,
  furnish,
  looks: {
    'WorkingGroup.questions': hidden(rows('questions')),
    'WorkingGroup.questions public': open(rows('questions')),
    'Question.asker': ({ scene }) => `question(id: "${scene.question.id}") { found: asker { name } }`,
    'Question.asker anonymous': ({ anonymousQuestion }) => `question(id: "${anonymousQuestion}") { found: asker { name } }`,
    'Question.faqEntry': ({ publishedQuestion }) => `question(id: "${publishedQuestion}") { found: faqEntry { id } }`,
    'Topic.faqCount': () => 'topics { found: faqCount }',
    'FaqEntry.sourceQuestion': ({ hiddenFaq }) => `faqEntry(id: "${hiddenFaq}") { found: sourceQuestion { id } }`,
  },
  crowd,
  lists: {
    'Query.similarQuestions': ({ tag }) => ({ path: [], args: `text: "${tag} Frage"`, most: 5 }),
    'Query.unansweredQuestions': ({ group: { id } }) => ({ path: [], args: `filter: { groupId: "${id}" }` }),
    'Query.answerTimes': () => ({ path: [], most: 8 }),
    'Query.topics': () => ({ path: [] }),
    'Query.faqEntries': named,
    'Sprechstunde.questions': ({ event: { id } }) => ({ path: [`sprechstunde(id: "${id}")`] }),
    'WorkingGroup.questions': group,
    'Question.topics': question,
    'Question.additions': question,
    'Question.steps': question,
    'Question.answers': question,
    'Question.merged': question,
    'FaqEntry.topics': lastFaq,
    'FaqEntry.versions': lastFaq,
    'FaqEntry.snippet': (c) => ({ ...lastFaq(c), most: 1 }),
  },
  wholeTables: {
    // How long answers took, over all there is.
    'Query.answerTimes': ['question'],
  },
  screens: {
    EventQueue: ({ stage }) => `{ sprechstunde(id: "${stage.event.id}") { currentSince currentQuestion { id title } viewerCan { steer }
    questions(filter: { states: [OPEN, ASSIGNED] }, order: QUEUE) { nodes { id title place discussedAt voteCount viewerCan { vote steer } } total } } }`,
    GroupQuestions: ({ group }) => `{ workingGroup(id: "${group.id}") { questions { nodes { ${parts} } total } } }`,
    Question: ({ question: { id } }) =>
      `{ question(id: "${id}") { ${parts} body steps { kind reason } answers { id body accepted outdated } hiddenReason } }`,
    UnansweredQuestions: () => `{ unansweredQuestions { nodes { ${parts} } total } }`,
    FaqEntries: () => `{ faqEntries { nodes { id question answer version outdated reviewOn checkedAt } total } }`,
  },
  toldIn: { EventQueue: 'event' },
  heard: {
    'question.asked': ['GroupQuestions', 'EventQueue', 'UnansweredQuestions'],
    'question.changed': [...questions, 'EventQueue'],
    'stage.changed': ['EventQueue'],
    // Its count comes with it.
    'question.voted': [],
    'office_questions.changed': ['Question', 'UnansweredQuestions', 'Home'],
    'faq.changed': ['FaqEntries'],
  },
  stories: {
    'stage.changed': {
      before: async (stage) => String((await stage.variables('editor', 'setCurrentQuestion'))['questionId']),
      act: ({ run, scene }, questionId) => run('editor', 'setCurrentQuestion', { sprechstundeId: scene.stage.event.id, questionId }),
    },
    'question.asked': { act: call('member', 'askQuestion') },
    'question.changed': { act: call('lead', 'hideQuestion') },
    'question.voted': { act: call('member', 'voteQuestion') },
    'office_questions.changed': { act: call('lead', 'assignQuestion') },
    'faq.changed': {
      before: async ({ scene: { world, question, host } }) => (await world.faqEntry(question, host)).id,
      act: async (stage) => {
        const { world } = stage.scene;
        const { id } = await world.db.faqEntry.findFirstOrThrow({ where: { questionId: stage.scene.question.id } });
        await world.db.globalRoleGrant.create({ data: { personId: stage.actors.admin.id, role: 'LAND_EDITOR' } });
        const input = { id, version: 1, question: 'Wie geht das jetzt?', answer: 'Anders.', topicIds: [], reviewOn: '2099-01-01' };
        return stage.run('admin', 'editFaq', { input });
      },
    },
  },
  smallTables: ['topic', 'global_role_grant'],
  insideGroup: ['GroupQuestions', 'Question'],
  written: { 'question.voted': count },
  settled: async (app) => {
    const { VoteTeller } = await import('./vote-teller.ts');
    await app.get(VoteTeller).settled();
  },
  pages: {
    '/arbeitsgruppen/:id/fragen': {
      as: 'leitung.ag4',
      at: ({ group }) => `${group}/fragen`,
      says: 'Hier wurde noch nichts gefragt. Oben stellen Sie die erste Frage.',
    },
    '/fragen': { as: 'redaktion.land', says: 'Alle Fragen sind beantwortet. Neue stellen Sie in einer Arbeitsgruppe oder Sprechstunde.' },
    '/fragen/:id': { as: 'redaktion.land', at: ({ question }) => question, says: null },
    '/faq': { as: 'koordination.halle', says: 'Dazu gibt es noch keinen Eintrag.' },
    '/faq/:id': { as: 'redaktion.land', at: ({ faq }) => faq, says: null },
    '/sprechstunden/:id/leinwand': { as: 'redaktion.land', at: ({ event }) => `${event}/leinwand`, says: null },
  },
});

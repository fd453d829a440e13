import { getNamedType, getNullableType, isLeafType, isListType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Crowd } from './crowd.ts';
import { readSchema } from './schema.ts';

interface Place {
  /** From the root to the object that has the list; the inner ones may be lists of one. */
  path: string[];
  /** Arguments of the list; `count` for those that cannot be narrowed to the crowd. */
  args?: string;
  /** The list is never longer. */
  most?: number;
}
const organisation = ({ organisation: { id } }: Crowd): Place => ({ path: [`organisation(id: "${id}")`] });
const group = ({ group: { id } }: Crowd): Place => ({ path: [`workingGroup(id: "${id}")`] });
const thread = ({ thread: { id } }: Crowd): Place => ({ path: [`thread(id: "${id}")`] });
const firstPost = (crowd: Crowd): Place => ({ path: [...thread(crowd).path, 'posts(first: 1)', 'nodes'] });
const viewer = (): Place => ({ path: ['viewer'] });
const person = ({ viewer: { id } }: Crowd): Place => ({ path: [`person(id: "${id}")`] });
const event = ({ event: { id } }: Crowd): Place => ({ path: [`sprechstunde(id: "${id}")`] });
const ofSeries = ({ series: { id } }: Crowd): Place => ({ path: [], args: `seriesId: "${id}"` });
const home = (): Place => ({ path: ['home'] });
const named = ({ tag }: Crowd): Place => ({ path: [], args: `filter: { text: "${tag}" }` });

const question = ({ question: id }: Crowd): Place => ({ path: [`question(id: "${id}")`] });
/** The latest one has all the rows. */
const lastFaq = ({ tag }: Crowd): Place => ({ path: [`faqEntries(filter: { text: "${tag}" }, first: 1)`, 'nodes'] });
const inAYear = (): string => new Date(Date.now() + 364 * 86_400_000).toISOString().slice(0, 10);

/** Where each list of the schema is found in a crowd. A list without a place fails its sweeps. */
export const places: Record<string, (crowd: Crowd, count: number) => Place> = {
  'Query.organisations': (c) => ({ path: [], args: `filter: { parentId: "${c.organisation.id}" }` }),
  'Query.people': ({ tag }) => ({ path: [], args: `filter: { text: "${tag} Person" }` }),
  'Query.unansweredRequests': (_, count) => ({ path: [], args: `first: ${count}` }),
  'Query.workingGroups': named,
  'Query.drafts': () => ({ path: [] }),
  'Query.notices': () => ({ path: [] }),
  'Query.auditEntries': (_, count) => ({ path: [], args: `first: ${count}` }),
  'Query.barrierReports': (_, count) => ({ path: [], args: `first: ${count}` }),
  'Query.mentionCandidates': ({ group: { id }, tag }) => ({ path: [], args: `groupId: "${id}", text: "${tag}"` }),
  'Query.similarQuestions': ({ tag }) => ({ path: [], args: `text: "${tag} Frage"`, most: 5 }),
  'Query.unansweredQuestions': ({ group: { id } }) => ({ path: [], args: `filter: { groupId: "${id}" }` }),
  'Query.answerTimes': () => ({ path: [], most: 8 }),
  'Query.topics': () => ({ path: [] }),
  'Query.faqEntries': named,
  'Query.sprechstunden': named,
  'Query.sprechstundenSeries': () => ({ path: [] }),
  'Query.seriesDays': ({ series: { id } }) => ({ path: [], args: `seriesId: "${id}", until: "${inAYear()}"` }),
  'Query.distributionList': ofSeries,
  'Query.topicWishes': ofSeries,
  'Query.publicSprechstunden': (_, count) => ({ path: [], args: `first: ${count}` }),
  'TreatedYear.events': () => ({ path: ['treatedTopics(year: 2025)'] }),
  'Sprechstunde.agenda': event,
  'Sprechstunde.speakers': event,
  'Sprechstunde.links': event,
  'Sprechstunde.questions': event,
  'Sprechstunde.moodQuotes': event,
  'Sprechstunde.registeredOrganisations': event,
  'Sprechstunde.ownRegistrations': event,
  'Sprechstunde.registrations': event,
  'Sprechstunde.seats': event,
  'Sprechstunde.guestInvitations': event,
  'MoodBarometer.own': (c) => ({ path: [...event(c).path, 'mood'] }),
  'TopicWish.voters': ({ wish: { id } }) => ({ path: [`topicWish(id: "${id}")`] }),
  'Organisation.children': organisation,
  'Organisation.affiliations': organisation,
  'Organisation.invitations': organisation,
  'Organisation.affiliationRequests': organisation,
  'Viewer.globalRoles': viewer,
  'Viewer.affiliations': viewer,
  'Person.affiliations': person,
  'Person.globalRoles': person,
  'Person.identities': person,
  'WorkingGroup.leads': group,
  'WorkingGroup.besetzung': group,
  'WorkingGroup.links': group,
  'WorkingGroup.workPackages': group,
  'WorkingGroup.volunteerings': group,
  'WorkingGroup.members': group,
  'WorkingGroup.requests': group,
  'WorkingGroup.guestInvitations': group,
  'WorkingGroup.threads': group,
  'WorkingGroup.questions': group,
  'Question.topics': question,
  'Question.additions': question,
  'Question.steps': question,
  'Question.answers': question,
  'FaqEntry.topics': lastFaq,
  'FaqEntry.versions': lastFaq,
  'FaqEntry.snippet': (c) => ({ ...lastFaq(c), most: 1 }),
  'WorkPackage.subGoals': (c) => ({ path: [...group(c).path, 'workPackages'] }),
  'Thread.recentOrganisations': (c) => ({ ...thread(c), most: 3 }),
  'Thread.participants': thread,
  'Thread.posts': thread,
  'Post.reactions': (c) => ({ ...firstPost(c), most: 5 }),
  'Post.mentions': firstPost,
  'Post.revisions': firstPost,
  'Home.deadlines': home,
  'Home.actions': home,
  'Home.unread': home,
  'Home.drafts': home,
};

const schema = readSchema();
type Field = GraphQLField<unknown, unknown>;
const isPage = (type: GraphQLObjectType): boolean => type.name.endsWith('Page');

/** Every field that answers with many objects. */
export const lists: { name: string; field: Field }[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !isPage(type))
  .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
  .filter(({ field }) => {
    const type = getNamedType(field.type);
    return isObjectType(type) && (isPage(type) || isListType(getNullableType(field.type)));
  });

/** All that a row has: its own values, and of what it points to that it is there. Each batch is asked for once. */
function rowOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => (isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`))
    .join(' ');
}

export function listDocument({ field }: { field: Field }, { path, args = '' }: Place, cursor?: string): string {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const nodes = type.getFields()['nodes'];
  const row = rowOf((nodes ? getNamedType(nodes.type) : type) as GraphQLObjectType);
  const all = [args, cursor !== undefined && `after: ${JSON.stringify(cursor)}`].filter(Boolean).join(', ');
  const list = `${field.name}${all && `(${all})`} { ${nodes ? `nodes { ${row} }` : row} }`;
  return `{ ${[...path, list].reduceRight((inner, step) => `${step} { ${inner} }`)} }`;
}

/** The rows that were answered, wherever they stand. */
export function rowsIn(data: unknown, place: Place, { field }: { field: Field }): unknown[] {
  let at = data as Record<string, unknown>;
  for (const step of place.path) {
    const next = at[step.replace(/\(.*/, '')];
    at = (Array.isArray(next) ? next[0] : next) as Record<string, unknown>;
  }
  const found = at[field.name];
  return Array.isArray(found) ? found : (found as { nodes: unknown[] }).nodes;
}

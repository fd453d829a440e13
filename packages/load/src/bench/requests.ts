import type { Target } from './loader.ts';
import { groupOf, idOf, liveGroup, type Size } from './seed.ts';
import { freshId } from './wire.ts';
import type { World } from './world.ts';

type Request = Target['requests'][number];
/** The same question to ours and to the twin. */
export interface Question {
  ours: Request;
  twin: Request;
}

export const body =
  'Wir haben den Entwurf geprüft und zwei Stellen ergänzt. Für die kleinen Gemeinden fehlt noch ein Satz zur Frist. '.repeat(3);
const between = (n: number, below: number): number => (n * 7_919) % below;

const twin = (question: object): Request => ({ headers: {}, body: JSON.stringify(question) });
const threadOf = (size: Size, group: number, k: number): string => idOf('thread', group * size.threadsPerGroup + k);

/** A page of 50 posts of a long thread in one of the person's groups, from its beginning or further on. */
export async function page(world: World, size: Size, i: number): Promise<Question> {
  const person = between(i, Math.min(size.people, 500));
  const thread = threadOf(size, groupOf(size, person, between(i, 29)), between(i, size.longThreads));
  return pageOf(world, person, thread, i % 2 ? 0 : 10);
}

/** A page anywhere in the giant thread (0), or in the one of a hundred posts (1). */
export const giantPage = (world: World, size: Size, which: 0 | 1, i: number): Promise<Question> =>
  pageOf(world, between(i, 50), idOf('thread', size.groups * size.threadsPerGroup + which), between(i, size.giant[which] - 50));

async function pageOf(world: World, person: number, thread: string, after: number): Promise<Question> {
  return { ours: await world.ours(person, 'page', { id: thread, after }), twin: twin({ person: idOf('person', person), thread, after }) };
}

/** A post into one of a hundred groups, or into the one that everybody is in. */
export async function post(world: World, size: Size, i: number, hot: boolean): Promise<Question> {
  const person = between(i, Math.min(size.people, 500));
  const group = hot ? liveGroup(size) : groupOf(size, person % Math.min(100, size.groups), i % 29);
  // Who is in the group: the first hundred people's groups are those of the hundred.
  const author = hot ? person : person % Math.min(100, size.groups);
  const thread = threadOf(size, group, between(i, size.longThreads));
  return postOf(world, author, thread);
}

export async function postOf(world: World, person: number, thread: string): Promise<Question> {
  const organisation = idOf('organisation', person % 150);
  return {
    ours: await world.ours(person, 'reply', { input: { clientMutationId: freshId, threadId: thread, body } }),
    twin: twin({ person: idOf('person', person), organisation, thread, body, mutation: freshId }),
  };
}

export const home = async (world: World, size: Size, i: number): Promise<Question> => {
  const person = i % Math.min(size.readers, 50);
  return { ours: await world.ours(person, 'home', {}), twin: twin({ person: idOf('person', person) }) };
};
export const groups = async (world: World, size: Size, i: number): Promise<Question> => {
  const person = i % Math.min(size.readers, 50);
  return {
    ours: await world.ours(person, 'groups', { filter: { mine: true }, first: 30 }),
    twin: twin({ person: idOf('person', person) }),
  };
};

export const many = (count: number, make: (i: number) => Promise<Question>): Promise<Question[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));

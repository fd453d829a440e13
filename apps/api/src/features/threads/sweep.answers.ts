import { randomUUID } from 'node:crypto';
import type { Question, Thread } from '../../generated/prisma/client.ts';
import type { Scene } from '../../../test/sweeps/cast.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';

const text = 'So machen wir das.';
const writing = (threadId: string) => ({ input: { clientMutationId: randomUUID(), threadId, body: text } });

const threadOf = ({ world }: Scene, { id }: Question): Promise<Thread> => world.db.thread.findUniqueOrThrow({ where: { questionId: id } });
const inEvent = async ({ world, group, host, programme }: Scene): Promise<Question> =>
  world.question(group, host, { groupId: null, sprechstundeId: (await programme()).event.id });
const covered = ({ world, group, host }: Scene): Promise<Question> => world.question(group, host, { hiddenAt: new Date() });
const merged = async ({ world, question, group, host }: Scene): Promise<Question> =>
  world.question(group, host, { state: 'MERGED', mergedIntoId: question.id });
const comments = async ({ world, programme }: Scene): Promise<string> =>
  (await world.db.thread.findUniqueOrThrow({ where: { announcementId: (await programme()).announcement.id } })).id;
/** An answer of somebody who asked nothing. */
async function answer(scene: Scene, question: Question): Promise<string> {
  const thread = await threadOf(scene, question);
  await scene.world.posts(thread, await scene.world.colleague(), 1);
  return (await scene.world.db.post.findFirstOrThrow({ where: { threadId: thread.id } })).id;
}

/** The answers of peers to questions, threads whose home is the question's; and comments, whose home is the announcement. */
export const answerCalls: Record<string, Make> = {
  'thread answers': async (scene) => ({ id: (await threadOf(scene, scene.question)).id }),
  'thread covered': async (scene) => ({ id: (await threadOf(scene, await covered(scene))).id }),
  'thread event': async (scene) => ({ id: (await threadOf(scene, await inEvent(scene))).id }),
  'thread comments': async (scene) => ({ id: await comments(scene) }),
  'reply comments': async (scene) => writing(await comments(scene)),
  'pinThread comments': async (scene) => ({ id: await comments(scene), pinned: true }),
  'mentionCandidates comments': async ({ programme }) => ({ announcementId: (await programme()).announcement.id, text: 'a' }),
  'post covered': async (scene) => ({ id: await answer(scene, await covered(scene)) }),
  'mentionCandidates answers': ({ question: { id } }) => ({ questionId: id, text: 'a' }),
  'checkMentions event': async (scene) => ({ questionId: (await inEvent(scene)).id, body: text }),
  'reply answers': async (scene) => writing((await threadOf(scene, scene.question)).id),
  'reply merged': async (scene) => writing((await threadOf(scene, await merged(scene))).id),
  'reply event': async (scene) => writing((await threadOf(scene, await inEvent(scene))).id),
  'pinThread answers': async (scene) => ({ id: (await threadOf(scene, scene.question)).id, pinned: true }),
  acceptPost: async (scene) => ({ id: await answer(scene, scene.question), accepted: true }),
  'acceptPost event': async (scene) => ({ id: await answer(scene, await inEvent(scene)), accepted: true }),
  'acceptPost discussion': async ({ world, thread }) => ({
    id: (await world.db.post.findFirstOrThrow({ where: { threadId: thread.id } })).id,
    accepted: true,
  }),
};

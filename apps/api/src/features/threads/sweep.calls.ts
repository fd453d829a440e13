import { randomUUID } from 'node:crypto';
import { input, text } from '../../../test/sweeps/making.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';
import { answerCalls } from './sweep.answers.ts';

const thread: Make = ({ thread }) => ({ id: thread.id, threadId: thread.id });
const post: Make = async ({ world, thread }) => {
  const { id } = await world.db.post.findFirstOrThrow({ where: { threadId: thread.id } });
  return { id, postId: id };
};
const withStatus =
  (make: Make, change: 'closed' | 'paused'): Make =>
  async (scene, actor) => {
    if (change === 'closed') await scene.world.db.thread.update({ where: { id: scene.thread.id }, data: { closedAt: new Date() } });
    else await scene.world.db.workingGroup.update({ where: { id: scene.group.id }, data: { status: 'PAUSED' } });
    return make(scene, actor);
  };
const reply = input(({ thread }) => ({ clientMutationId: randomUUID(), threadId: thread.id, body: text }));

export const calls: Record<string, Make> = {
  thread,
  'thread hidden': ({ hiddenThread }) => ({ id: hiddenThread.id }),
  post,
  'post hidden': async ({ world, hiddenThread }) => ({
    id: (await world.db.post.findFirstOrThrow({ where: { threadId: hiddenThread.id } })).id,
  }),
  draft: ({ thread: { id } }) => ({ key: `reply:${id}` }),
  drafts: () => ({}),
  mentionCandidates: ({ group: { id } }) => ({ groupId: id, text: 'a' }),
  'mentionCandidates hidden': ({ hidden: { id } }) => ({ groupId: id, text: 'a' }),
  checkMentions: ({ group: { id } }) => ({ groupId: id, body: text }),
  'checkMentions hidden': ({ hidden: { id } }) => ({ groupId: id, body: text }),
  openThread: input(({ group: { id } }) => ({
    clientMutationId: randomUUID(),
    groupId: id,
    kind: 'DISCUSSION',
    title: 'Ein Thema',
    body: text,
  })),
  reply,
  'reply hidden': input(({ hiddenThread: { id } }) => ({ clientMutationId: randomUUID(), threadId: id, body: text })),
  'reply closed': withStatus(reply, 'closed'),
  'reply paused': withStatus(reply, 'paused'),
  editPost: input(async (scene, actor) => ({ id: (await post(scene, actor))['id'], version: 1, body: text })),
  deletePost: post,
  restorePost: async (scene, actor) => {
    const { id } = (await post(scene, actor)) as { id: string };
    await scene.world.db.post.update({ where: { id }, data: { deletedAt: new Date(), deletedById: scene.host.id } });
    return { id };
  },
  react: async (scene, actor) => ({ ...(await post(scene, actor)), kind: 'AGREE', on: true }),
  pinThread: ({ thread: { id } }) => ({ id, pinned: true }),
  closeThread: ({ thread: { id } }) => ({ id, closed: true }),
  retitleThread: ({ thread: { id, version } }) => ({ id, version, title: 'Ein anderes Thema' }),
  writeStand: ({ thread: { id, version } }) => ({ id, version, text }),
  markRead: ({ thread: { id } }) => ({ threadId: id, no: 1 }),
  followedThreads: () => ({}),
  setThreadFollow: ({ thread: { id } }) => ({ threadId: id, level: 'ALL' }),
  saveDraft: input(({ thread: { id } }) => ({ key: `reply:${id}`, title: '', body: text, version: 0 })),
  discardDraft: ({ thread: { id } }) => ({ key: `reply:${id}` }),
  ...answerCalls,
};

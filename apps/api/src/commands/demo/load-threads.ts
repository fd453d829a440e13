import { randomUUID } from 'node:crypto';
import { fillers, threads, type DemoThread } from './threads.ts';
import { groups } from './groups.ts';
import type { Stage } from './stage.ts';

const reactions = ['AGREE', 'AGREE', 'THANKS', 'IDEA', 'DONE'] as const;

/** Writes the threads; answers with when each was opened, for setting the clock back afterwards. */
export async function loadThreads(stage: Stage, groupIds: ReadonlyMap<string, string>): Promise<Map<string, DemoThread>> {
  const organisations = await stage.database.prisma.organisation.findMany({ select: { id: true, key: true } });
  const idOf = new Map(organisations.map((o) => [o.key, o.id]));
  const withIds = (text: string) => text.replace(/organisation:([\w-]+)/g, (_, key: string) => `organisation:${idOf.get(key)}`);
  const opened = new Map<string, DemoThread>();
  for (const thread of threads) {
    const groupId = groupIds.get(thread.group)!;
    const [first, ...answers] = withFillers(thread);
    const { openThread } = await stage.as(first![0], 'mutation($input: OpenThreadInput!) { openThread(input: $input) { id version } }', {
      input: {
        clientMutationId: randomUUID(),
        groupId,
        kind: 'DISCUSSION',
        title: thread.title,
        body: withIds(first![1]),
        confirmMany: true,
      },
    });
    const threadId = openThread.id as string;
    opened.set(threadId, thread);
    for (const [login, text] of answers) {
      const [, answered, body = text] = /^>(\d+) ([\s\S]*)$/.exec(text) ?? [];
      await stage.as(login, 'mutation($input: ReplyInput!) { reply(input: $input) { id } }', {
        input: {
          clientMutationId: randomUUID(),
          threadId,
          body: withIds(body),
          replyToNo: answered ? Number(answered) : null,
          confirmMany: true,
        },
      });
    }
    await react(stage, thread, threadId);
    if (thread.stand) {
      const [login, text] = thread.stand;
      await stage.as(login, 'mutation($id: ID!, $v: Int!, $t: String!) { writeStand(id: $id, version: $v, text: $t) { id } }', {
        id: threadId,
        v: openThread.version,
        t: text,
      });
    }
    const lead = membersOf(thread.group)[0]!;
    if (thread.pinned) await stage.as(lead, 'mutation($id: ID!) { pinThread(id: $id, pinned: true) { id } }', { id: threadId });
    if (thread.closed) await stage.as(lead, 'mutation($id: ID!) { closeThread(id: $id, closed: true) { id } }', { id: threadId });
  }
  return opened;
}

const membersOf = (key: string): string[] =>
  groups
    .find((g) => g.key === key)!
    .members.filter((m) => !/^o(moderation|fach)\./.test(m))
    .map((m) => m.replace(/^\+/, ''));

/** The written posts, then as many more as the thread wants, by its members in turn. */
function withFillers(thread: DemoThread): DemoThread['posts'] {
  const members = membersOf(thread.group);
  const more = Array.from({ length: thread.more ?? 0 }, (_, i): [string, string] => [
    members[(i * 5 + thread.day) % members.length]!,
    fillers[(i * 7 + thread.day) % fillers.length]!,
  ]);
  return [...thread.posts, ...more];
}

/** Some of the group's people agree with some of the posts; always the same ones. */
async function react(stage: Stage, thread: DemoThread, threadId: string): Promise<void> {
  const members = membersOf(thread.group);
  const posts = await stage.database.prisma.post.findMany({ where: { threadId }, orderBy: { no: 'asc' }, take: 12 });
  for (const post of posts) {
    const count = (post.no * 5 + thread.day) % Math.min(7, members.length);
    for (let i = 0; i < count; i++) {
      const login = members[(i * 3 + post.no) % members.length]!;
      if (stage.personId(login) === post.authorId) continue;
      await stage.as(login, 'mutation($p: ID!, $k: ReactionKind!) { react(postId: $p, kind: $k, on: true) { id } }', {
        p: post.id,
        k: reactions[(i + post.no) % reactions.length],
      });
    }
  }
}

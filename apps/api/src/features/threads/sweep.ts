import type { Thread } from '../../generated/prisma/client.ts';
import { call, indexes, postParts, rows } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd, type Place, type Sight } from '../../../test/sweeps/sweep.ts';
import { calls } from './sweep.calls.ts';

interface Seen {
  post: string;
  deletedPost: string;
}
interface Gathered {
  thread: Thread;
}

async function furnish({ scene: { world, host, thread } }: Sight): Promise<Seen> {
  const { db } = world;
  await world.posts(thread, host, 1);
  const posts = await db.post.findMany({ where: { threadId: thread.id }, orderBy: { no: 'asc' } });
  for (const { id: postId } of posts) {
    await db.post.update({ where: { id: postId }, data: { version: 2, body: `[@Kim](person:${host.id})` } });
    await db.postRevision.create({ data: { postId, version: 1, body: 'Früher', at: new Date() } });
    await db.mention.create({ data: { postId, kind: 'PERSON', targetId: host.id } });
    await db.reaction.create({ data: { postId, kind: 'AGREE', personId: host.id } });
  }
  const [post, deletedPost] = posts.map((p) => p.id) as [string, string];
  await db.post.update({ where: { id: deletedPost }, data: { deletedAt: new Date(), deletedById: host.id } });
  return { post, deletedPost };
}

/** Threads of the group with one post each; in the first one, all have written and all are mentioned. */
async function crowd({ world, group, viewer, people }: Crowd): Promise<Gathered> {
  const { db } = world;
  const threads: Thread[] = [];
  for (const person of people) {
    const thread = await world.thread(group, person, { stand: 'So steht es.', standById: person.id, standAt: new Date(), standNo: 1 });
    await world.posts(thread, person, 1);
    threads.push(thread);
    await db.draft.create({ data: { personId: viewer.id, key: `reply:${thread.id}`, body: 'Ein Anfang' } });
    await db.threadFollow.create({ data: { personId: viewer.id, threadId: thread.id, level: 'ALL' } });
  }
  const [first] = threads as [Thread];
  for (const person of people.slice(1)) await world.posts(first, person, 1);
  await db.post.updateMany({ where: { threadId: first.id }, data: { version: 2, replyToNo: 1, body: `[@Kim](person:${viewer.id})` } });
  const posts = await db.post.findMany({ where: { threadId: first.id }, orderBy: { no: 'asc' } });
  for (const [i, { id }] of posts.entries()) {
    const revised = i === 0 ? people.length : 1;
    await db.postRevision.createMany({ data: indexes(revised).map((v) => ({ postId: id, version: v, body: 'Früher', at: new Date() })) });
    const mentioned = i === 0 ? people : people.slice(0, 1);
    await db.mention.createMany({ data: mentioned.map((p) => ({ postId: id, kind: 'PERSON' as const, targetId: p.id })) });
    const kinds = ['AGREE', 'THANKS', 'IDEA', 'DONE', 'UNCLEAR'] as const;
    const given = i === 0 ? kinds.slice(0, people.length) : kinds.slice(0, 1);
    await db.reaction.createMany({ data: given.map((kind) => ({ postId: id, kind, personId: viewer.id })) });
  }
  return { thread: first };
}

const hidden =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.hidden.id}") { found: ${field} }`;
const open =
  (field: string) =>
  ({ scene }: Sight) =>
    `workingGroup(id: "${scene.group.id}") { found: ${field} }`;
const post = (which: keyof Seen, field: string) => (sight: Seen) => `post(id: "${sight[which]}") { found: ${field} }`;
const draft =
  (field: string) =>
  ({ scene }: Sight) =>
    `draft(key: "reply:${scene.hiddenThread.id}") { found: ${field} { id } }`;

const group = ({ group: { id } }: Crowd): Place => ({ path: [`workingGroup(id: "${id}")`] });
const thread = ({ thread: { id } }: Gathered): Place => ({ path: [`thread(id: "${id}")`] });
const firstPost = (gathered: Gathered): Place => ({ path: [...thread(gathered).path, 'posts(first: 1)', 'nodes'] });

const threadParts = 'id title kind pinned closed version lastNo lastPostAt unreadCount recentOrganisations { id }';
const counters = ['Threads', 'WorkingGroup', 'WorkingGroups', 'Viewer', 'Home'];

const writing = call('member', 'reply');

export const sweep = defineSweep<Seen, Gathered>({
  authorization: `
    thread: not_found = outsiders; ok
    thread [hidden]: ok = seats; not_found
    thread [answers]: not_found = outsiders; ok
    thread [comments]: ok = colleague head coordinator seats editor; not_found
    thread [covered]: ok = leads editor moderator; not_found
    thread [event]: not_found = uninvited; ok
    post: not_found = outsiders; ok
    post [hidden]: ok = seats; not_found
    post [covered]: ok = leads editor moderator; not_found
    followedThreads: ok
    draft: ok
    drafts: ok
    mentionCandidates: not_found = outsiders; ok
    mentionCandidates [answers]: not_found = outsiders; ok
    mentionCandidates [comments]: ok = colleague head coordinator seats editor; not_found
    mentionCandidates [hidden]: ok = seats; forbidden = admin; not_found
    checkMentions: not_found = outsiders; ok
    checkMentions [event]: not_found = uninvited; ok
    checkMentions [hidden]: ok = seats; forbidden = admin; not_found
    openThread: ok = writers; not_found = outsiders; forbidden
    reply: ok = writers; not_found = outsiders; forbidden
    reply [hidden]: ok = writers; forbidden = observer; not_found
    reply [closed]: thread.closed = writers; not_found = outsiders; forbidden
    reply [paused]: group.not_active = writers; not_found = outsiders; forbidden
    reply [answers]: ok = writers; not_found = outsiders; forbidden
    reply [comments]: ok = colleague head coordinator seats editor; not_found
    reply [merged]: question.closed = writers; not_found = outsiders; forbidden
    reply [event]: not_found = uninvited; ok
    editPost: not_found = outsiders; forbidden
    deletePost: ok = leads; not_found = outsiders; forbidden
    restorePost: not_found = outsiders; forbidden
    react: ok = writers; not_found = outsiders; forbidden
    acceptPost: ok = leads moderator; not_found = outsiders; forbidden
    acceptPost [event]: ok = editor eventHost moderator; not_found = uninvited; forbidden
    acceptPost [discussion]: not_found = outsiders; forbidden
    pinThread: ok = leads; not_found = outsiders; forbidden
    pinThread [answers]: not_found = outsiders; forbidden
    pinThread [comments]: forbidden = colleague head coordinator seats editor; not_found
    closeThread: ok = leads; not_found = outsiders; forbidden
    retitleThread: ok = leads; not_found = outsiders; forbidden
    writeStand: ok = leads; not_found = outsiders; forbidden
    markRead: not_found = outsiders; ok
    setThreadFollow: not_found = outsiders; ok
    saveDraft: not_found = outsiders; ok
    discardDraft: ok
  `,
  calls,
  openFields: `
    Thread: id groupId group question path kind title openedBy createdAt lastNo lastPostAt pinned closed stand version recentOrganisations lastAuthor
    Announcement: thread
    Thread: announcementId participants participantCount readNo unreadCount viewerFollow viewerFollowOwn posts viewerCan
    ThreadAbilities: reply react close pin retitle writeStand accept
    ThreadPage: nodes pageInfo total
    Stand: text by at no
    Participant: person organisation function posts
    PostPage: nodes hasPrevious hasNext
    Post: id threadId no author replyTo createdAt editedAt version deleted accepted viewerCan
    Author: personId name function organisationId organisationName organisationCode organisationKind
    PostReference: no authorName excerpt
    ReactionCount: kind count mine
    Mention: kind targetId name mine
    PostRevision: version body at
    PostAbilities: edit delete restore
    Question: thread
    Draft: key title body version updatedAt
    DraftPage: nodes pageInfo total
    MentionCandidate: kind targetId name detail recipients
    MentionCheck: recipients unreachable needsConfirmation refused
  `,
  guardedFields: `
    WorkingGroup.threads: value = seats; not_found = outsiders; empty
    WorkingGroup.threads [public]: not_found = outsiders; value
    WorkingGroup.threadCount: value = seats; not_found = outsiders; empty
    WorkingGroup.unreadThreadCount: value = seats; not_found = outsiders; empty
    Post.body: not_found = outsiders; value
    Post.body [deleted]: not_found = outsiders; empty
    Post.revisions: not_found = outsiders; value
    Post.revisions [deleted]: not_found = outsiders; empty
    Post.reactions: not_found = outsiders; value
    Post.reactions [deleted]: not_found = outsiders; empty
    Post.mentions: not_found = outsiders; value
    Post.mentions [deleted]: not_found = outsiders; empty
    Draft.thread: value = seats; null
    Draft.group: value = seats; null
  `,
  furnish,
  furnishFor: ({ scene: { world, hiddenThread } }, { id: personId }) =>
    world.db.draft.create({ data: { personId, key: `reply:${hiddenThread.id}`, body: 'Nur für wenige.' } }),
  looks: {
    'WorkingGroup.threads': hidden(rows('threads')),
    'WorkingGroup.threads public': open(rows('threads')),
    'WorkingGroup.threadCount': hidden('threadCount'),
    'WorkingGroup.unreadThreadCount': hidden('unreadThreadCount'),
    'Post.body': post('post', 'body'),
    'Post.body deleted': post('deletedPost', 'body'),
    'Post.revisions': post('post', 'revisions { version }'),
    'Post.revisions deleted': post('deletedPost', 'revisions { version }'),
    'Post.reactions': post('post', 'reactions { kind }'),
    'Post.reactions deleted': post('deletedPost', 'reactions { kind }'),
    'Post.mentions': post('post', 'mentions { targetId }'),
    'Post.mentions deleted': post('deletedPost', 'mentions { targetId }'),
    'Draft.thread': draft('thread'),
    'Draft.group': draft('group'),
  },
  crowd,
  lists: {
    'Query.drafts': () => ({ path: [] }),
    'Query.followedThreads': () => ({ path: [] }),
    'Query.mentionCandidates': ({ group: { id }, tag }) => ({ path: [], args: `groupId: "${id}", text: "${tag}"` }),
    'WorkingGroup.threads': group,
    'Thread.recentOrganisations': (c) => ({ ...thread(c), most: 3 }),
    'Thread.participants': thread,
    'Thread.posts': thread,
    'Post.reactions': (c) => ({ ...firstPost(c), most: 5 }),
    'Post.mentions': firstPost,
    'Post.revisions': firstPost,
  },
  wholeTables: {
    // Whoever reads the group may be meant, and is found by a part of their name.
    'Query.mentionCandidates': ['person'],
  },
  screens: {
    Threads: ({ group }) => `{ workingGroup(id: "${group.id}") { threadCount threads { nodes { ${threadParts} } total } } }`,
    FollowedThreads: () => '{ followedThreads { nodes { id title path viewerFollow group { id } } total } }',
    Thread: (scene) => `{ thread(id: "${scene.thread.id}") { title pinned closed version stand { text no } viewerFollow
    viewerCan { reply react close pin retitle writeStand accept } } }`,
    QuestionPosts: ({ question: { id } }) => `{ question(id: "${id}") { thread { id posts { nodes { ${postParts} } } } } }`,
    Posts: (scene) => `{ thread(id: "${scene.thread.id}") { id posts { nodes { ${postParts} } } } }`,
  },
  heard: {
    'thread.opened': counters,
    'thread.changed': ['Thread', 'Threads', 'FollowedThreads'],
    'post.written': counters,
    'post.edited': [],
    'post.deleted': ['Threads'],
    'post.restored': ['Threads'],
    'post.reacted': [],
    'post.accepted': [],
    'reaction.changed': ['Posts'],
    'read_state.changed': counters,
    'draft.changed': ['Home'],
    'follows.changed': ['FollowedThreads', 'FollowedGroups', 'Thread', 'WorkingGroup'],
  },
  stories: {
    'thread.opened': { act: call('member', 'openThread') },
    'thread.changed': { act: call('lead', 'pinThread') },
    'post.written': { act: writing },
    'post.edited': {
      before: writing,
      act: ({ run }, id) => run('member', 'editPost', { input: { id, version: 1, body: 'Anders **gesagt**.' } }),
    },
    'post.deleted': { before: writing, act: ({ run }, id) => run('member', 'deletePost', { id }) },
    'post.restored': {
      before: async (stage) => stage.run('member', 'deletePost', { id: await writing(stage) }),
      act: ({ run }, id) => run('member', 'restorePost', { id }),
    },
    'post.reacted': { before: writing, act: ({ run }, postId) => run('lead', 'react', { postId, kind: 'AGREE', on: true }) },
    'post.accepted': {
      before: async (stage) => stage.run('member', 'reply', await stage.variables('member', 'reply answers')),
      act: ({ run }, id) => run('lead', 'acceptPost', { id, accepted: true }),
    },
    'reaction.changed': { before: writing, act: ({ run }, postId) => run('lead', 'react', { postId, kind: 'AGREE', on: true }) },
    'read_state.changed': { act: call('member', 'markRead') },
    'draft.changed': { act: call('member', 'saveDraft') },
    'follows.changed': { act: call('member', 'setThreadFollow') },
  },
  insideGroup: ['Threads', 'Thread', 'Posts', 'QuestionPosts'],
  settled: async (app) => {
    const { GroupMovement } = await import('./group-movement.ts');
    await app.get(GroupMovement).settled();
  },
  pages: {
    '/arbeitsgruppen/:id/diskussionen': {
      as: 'leitung.ag4',
      at: ({ group }) => `${group}/diskussionen`,
      says: 'Hier läuft gerade keine Diskussion.',
    },
    '/arbeitsgruppen/:id/diskussionen/neu': { as: 'leitung.ag4', at: ({ group }) => `${group}/diskussionen/neu` },
    '/arbeitsgruppen/:id/diskussionen/:threadId': { as: 'leitung.ag4', at: ({ thread }) => thread, says: null },
  },
});

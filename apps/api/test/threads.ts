import { randomUUID } from 'node:crypto';
import type { Api, Data } from './api.ts';
import type { Account } from './issuer.ts';

type Variables = Record<string, unknown>;

const post = `id threadId no body createdAt editedAt version deleted accepted
  author { personId name function organisationId organisationName organisationCode organisationKind }
  replyTo { no authorName excerpt } reactions { kind count mine } mentions { kind targetId name mine } revisions { version body at }
  viewerCan { edit delete restore }`;
const thread = `id title kind version lastNo readNo unreadCount pinned closed viewerFollow viewerFollowOwn participantCount
  openedBy { name } group { id name } lastAuthor { id } recentOrganisations { id }
  participants { person { id } organisation { id } function posts } stand { text no at by { id } }
  viewerCan { reply react close pin retitle writeStand }`;

export const documents = {
  thread: `query($id: ID!, $first: Int, $after: Int, $last: Int, $before: Int) { thread(id: $id) { ${thread}
    posts(first: $first, after: $after, last: $last, before: $before) { hasPrevious hasNext nodes { ${post} } } } }`,
  post: `query($id: ID!) { post(id: $id) { ${post} } }`,
  reply: `mutation($input: ReplyInput!) { reply(input: $input) { ${post} } }`,
  edit: `mutation($input: EditPostInput!) { editPost(input: $input) { ${post} } }`,
  delete: `mutation($id: ID!) { deletePost(id: $id) { ${post} } }`,
  restore: `mutation($id: ID!) { restorePost(id: $id) { ${post} } }`,
  react: `mutation($postId: ID!, $kind: ReactionKind!, $on: Boolean!) { react(postId: $postId, kind: $kind, on: $on) { ${post} } }`,
  open: `mutation($input: OpenThreadInput!) { openThread(input: $input) { ${thread} posts { nodes { ${post} } } } }`,
  pin: `mutation($id: ID!, $pinned: Boolean!) { pinThread(id: $id, pinned: $pinned) { pinned version } }`,
  close: `mutation($id: ID!, $closed: Boolean!) { closeThread(id: $id, closed: $closed) { closed version viewerCan { reply } } }`,
  retitle: `mutation($id: ID!, $version: Int!, $title: String!) { retitleThread(id: $id, version: $version, title: $title) { title version } }`,
  stand: `mutation($id: ID!, $version: Int!, $text: String!) { writeStand(id: $id, version: $version, text: $text) {
    version stand { text no at by { id } } } }`,
  markRead: `mutation($threadId: ID!, $no: Int!) { markRead(threadId: $threadId, no: $no) { readNo unreadCount } }`,
  follow: `mutation($threadId: ID!, $level: FollowLevel) { setThreadFollow(threadId: $threadId, level: $level) { viewerFollow viewerFollowOwn } }`,
  followed: `query($first: Int, $after: String) { followedThreads(first: $first, after: $after) {
    nodes { id viewerFollow } total pageInfo { endCursor hasNextPage } } }`,
  threads: `query($id: ID!, $filter: ThreadFilter, $first: Int, $after: String) { workingGroup(id: $id) { threadCount unreadThreadCount
    threads(filter: $filter, first: $first, after: $after) { nodes { title } total pageInfo { endCursor hasNextPage } } } }`,
  draft: `query($key: String!) { draft(key: $key) { key title body version thread { id } group { id } } }`,
  drafts: `query($first: Int, $after: String) { drafts(first: $first, after: $after) { total pageInfo { endCursor hasNextPage }
    nodes { key body thread { id } group { id } } } }`,
  saveDraft: `mutation($input: SaveDraftInput!) { saveDraft(input: $input) { key title body version } }`,
  discardDraft: `mutation($key: String!) { discardDraft(key: $key) }`,
  candidates: `query($groupId: ID!, $text: String!) { mentionCandidates(groupId: $groupId, text: $text) { kind targetId name detail recipients } }`,
  check: `query($groupId: ID!, $body: String!) { checkMentions(groupId: $groupId, body: $body) { recipients unreachable needsConfirmation refused } }`,
} as const;
type Name = keyof typeof documents;

/** The feature's operations by name, for its specs: the root field's data, the refusal's code, the whole answer. */
export const threadsOf = (api: () => Api) => {
  const replying = (threadId: string, body: string, more: Variables = {}): Variables => ({
    input: { clientMutationId: randomUUID(), threadId, body, ...more },
  });
  const ask = async (who: Account, name: Name, variables: Variables): Promise<Data> => {
    const data = await api().get(who, documents[name], variables);
    return Object.values(data)[0] as Data;
  };
  return {
    ask,
    replying,
    refusal: (who: Account | null, name: Name, variables: Variables) => api().refusal(who, documents[name], variables),
    answer: (who: Account, name: Name, variables: Variables) => api().ask(who, documents[name], variables),
    reply: (who: Account, threadId: string, body: string, more?: Variables) => ask(who, 'reply', replying(threadId, body, more)),
    events: async (room: string): Promise<string[]> => {
      const events = await api().world.db.event.findMany({ where: { room }, orderBy: { seq: 'asc' } });
      return events.map((e) => e.name);
    },
  };
};
export const numbers = (page: Data): number[] => (page['nodes'] as { no: number }[]).map((p) => p.no);

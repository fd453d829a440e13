/** What a request came to. Whoever gets no clear answer does not know whether it happened. */
export type Answer =
  | { kind: 'done'; data: Record<string, unknown> }
  | { kind: 'refused'; code: string; current: { body: string; version: number } | undefined }
  | { kind: 'unknown'; why: string };

interface Reply {
  data: Record<string, unknown> | null;
  errors?: { extensions?: { code?: string; current?: { body: string; version: number } } }[];
}
const unclear = ['unavailable', 'internal', 'rate_limited'];

/** One GraphQL request over a connection that may die at any moment. */
export async function ask(url: string, token: string, query: string, variables: object): Promise<Answer> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(8_000),
    });
    const { data, errors } = (await response.json()) as Reply;
    const { code, current } = errors?.[0]?.extensions ?? {};
    if (!errors && data) return { kind: 'done', data };
    if (!code || unclear.includes(code)) return { kind: 'unknown', why: code ?? `status ${response.status}` };
    return { kind: 'refused', code, current };
  } catch (error) {
    return { kind: 'unknown', why: (error as Error).name === 'TimeoutError' ? 'no answer' : 'connection lost' };
  }
}

export const documents = {
  reply: 'mutation($input: ReplyInput!) { reply(input: $input) { id no version } }',
  edit: 'mutation($input: EditPostInput!) { editPost(input: $input) { id version } }',
  react: 'mutation($postId: ID!, $kind: ReactionKind!, $on: Boolean!) { react(postId: $postId, kind: $kind, on: $on) { id } }',
  newest: 'query($id: ID!, $last: Int!) { thread(id: $id) { posts(last: $last) { nodes { id no version } } } }',
  page: 'query($id: ID!, $after: Int!) { thread(id: $id) { posts(first: 100, after: $after) { hasNext nodes { id no body } } } }',
  remove: 'mutation($id: ID!) { removeMember(membershipId: $id, reason: "Nicht mehr zuständig") { id } }',
  leave: 'mutation($id: ID!) { leaveGroup(groupId: $id) { id } }',
  join: 'mutation($id: ID!) { joinGroup(groupId: $id) { id } }',
  endAffiliation: 'mutation($id: ID!) { endAffiliation(id: $id) { id } }',
  publish: 'mutation($id: ID!, $expected: Int!) { publishAnnouncement(id: $id, version: 1, expected: $expected) { id } }',
  viewer: '{ viewer { email } }',
} as const;

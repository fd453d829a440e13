import type { ApolloClient } from '@apollo/client';
import { PostDocument, ThreadPostsDocument } from '../documents.generated.ts';
import type { PostSource } from './store.ts';

export const postSource = (client: ApolloClient, threadId: string): PostSource => ({
  page: async (wanted) => {
    const { data } = await client.query({ query: ThreadPostsDocument, variables: { id: threadId, ...wanted }, fetchPolicy: 'no-cache' });
    const { lastNo, head, posts } = data!.thread;
    return { lastNo, first: head?.nodes[0] ?? null, posts: posts.nodes };
  },
  post: async (id) => {
    const { data } = await client.query({ query: PostDocument, variables: { id }, fetchPolicy: 'no-cache' });
    return data!.post;
  },
});

import { useMemo, type RefObject } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { sentenceOf } from '../../../lib/errors.ts';
import { useToast } from '../../../ui/toast.tsx';
import { AcceptPostDocument, DeletePostDocument, PostDocument, ReactDocument, RestorePostDocument } from '../documents.generated.ts';
import type { PostDeeds } from '../posts/post-item.tsx';
import type { ShownPost } from '../posts/state.ts';
import type { PostsStore } from '../posts/store.ts';
import type { ComposerHandle } from './composer.tsx';

/** As if it had happened: the server's answer takes its place. */
const reacted = (post: ShownPost, kind: ShownPost['reactions'][number]['kind'], on: boolean): ShownPost => {
  const known = post.reactions.find((r) => r.kind === kind) ?? { kind, count: 0, mine: false };
  const next = { ...known, mine: on, count: known.count + (on === known.mine ? 0 : on ? 1 : -1) };
  return { ...post, reactions: [...post.reactions.filter((r) => r.kind !== kind), next] };
};

type Asked = { edit: (post: ShownPost) => void; history: (post: ShownPost) => void };

/** The deeds of the posts; the same object as long as the page stands. */
export function usePostDeeds(store: PostsStore, composer: RefObject<ComposerHandle | null>, { edit, history }: Asked): PostDeeds {
  const client = useApolloClient();
  const toast = useToast();
  return useMemo(() => {
    const failed = (error: unknown) => toast({ text: sentenceOf(error) });
    const restore = async (id: string) => {
      const { data } = await client.mutate({ mutation: RestorePostDocument, variables: { id } });
      if (data) store.put(data.restorePost);
    };
    const deeds: PostDeeds = {
      edit,
      history,
      reply: (post) => composer.current?.answer(post),
      quote: (post) => composer.current?.quote(post),
      react: (post, kind, on) => {
        store.put(reacted(post, kind, on));
        client.mutate({ mutation: ReactDocument, variables: { postId: post.id, kind, on } }).then(
          ({ data }) => data && store.put(data.react),
          (error: unknown) => {
            store.put(post);
            failed(error);
          },
        );
      },
      accept: (post, accepted) => {
        client.mutate({ mutation: AcceptPostDocument, variables: { id: post.id, accepted } }).then(({ data }) => {
          if (!data) return;
          store.put(data.acceptPost);
          toast({ text: accepted ? 'Die Antwort ist angenommen. Wer annimmt, wird nicht gezeigt.' : 'Die Annahme ist zurückgenommen.' });
        }, failed);
      },
      remove: (post) => {
        client.mutate({ mutation: DeletePostDocument, variables: { id: post.id } }).then(({ data }) => {
          if (data) store.put(data.deletePost);
          toast({ text: 'Der Beitrag ist gelöscht.', undo: { run: () => void restore(post.id).catch(failed) } });
        }, failed);
      },
      copyAddress: (post) => {
        const url = new URL(location.href);
        url.search = `?beitrag=${post.no}`;
        url.hash = '';
        navigator.clipboard.writeText(url.href).then(
          () => toast({ text: `Die Adresse von Beitrag ${post.no} liegt in der Zwischenablage.` }),
          () => toast({ text: `Die Adresse lautet ${url.href}`, seconds: 20 }),
        );
      },
      look: (post) => {
        if (post.viewerCan) return;
        client.query({ query: PostDocument, variables: { id: post.id }, fetchPolicy: 'no-cache' }).then(
          ({ data }) => data && store.put(data.post),
          // The menu stays as it is; it looks again when it is opened again.
          () => undefined,
        );
      },
    };
    return deeds;
  }, [client, composer, edit, history, store, toast]);
}

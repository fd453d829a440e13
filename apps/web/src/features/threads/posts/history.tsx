import { useQuery } from '@apollo/client/react';
import { formatExact } from '../../../lib/dates.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { PostRevisionsDocument, type PostRevisionsQuery } from '../documents.generated.ts';
import { difference } from './difference.ts';
import type { ShownPost } from './state.ts';

/** What was changed, when, newest first: everybody who reads the post may see it. */
export function History({ post, onClose }: { post: ShownPost; onClose: () => void }) {
  const { data, error, refetch } = useQuery(PostRevisionsDocument, { variables: { id: post.id }, fetchPolicy: 'network-only' });
  return (
    <Dialog title={`Frühere Fassungen von Beitrag ${post.no}`} open onClose={onClose}>
      {error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : data ? (
        <Changes post={data.post} />
      ) : (
        <LoadingRows />
      )}
    </Dialog>
  );
}

function Changes({ post }: { post: PostRevisionsQuery['post'] }) {
  const texts = [{ body: post.body, at: post.editedAt ?? post.createdAt }, ...post.revisions];
  if (post.revisions.length === 0) return <p>Es gibt nur die heutige Fassung.</p>;
  return (
    <ol className="thr-history" role="list">
      {post.revisions.map((earlier, index) => (
        <li key={earlier.version}>
          <h3 className="ui-meta">Geändert: {formatExact(texts[index]!.at)}</h3>
          <p className="ui-plaintext">
            {difference(earlier.body, texts[index]!.body).map(({ kind, text }, place) =>
              kind === 'added' ? (
                <ins key={place}>{text}</ins>
              ) : kind === 'removed' ? (
                <del key={place}>{text}</del>
              ) : (
                <span key={place}>{text}</span>
              ),
            )}
          </p>
        </li>
      ))}
      <li>
        <h3 className="ui-meta">Geschrieben: {formatExact(post.createdAt)}</h3>
        <p className="ui-plaintext">{post.revisions.at(-1)?.body}</p>
      </li>
    </ol>
  );
}

import { Navigate, useLocation, useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import type { PostAction } from '../../../lib/feature.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { FailedPage, LoadingPage, NotFoundState } from '../../../ui/states.tsx';
import { ThreadDocument } from '../documents.generated.ts';
import { ThreadView } from './thread-view.tsx';
import '../threads.scss';

/** A discussion, at its lasting address; `?beitrag=12` leads to one post of it. */
export function ThreadPage({ actions }: { actions: readonly PostAction[] }) {
  const { id: groupId = '', threadId = '' } = useParams();
  const { search } = useLocation();
  const ready = useRoom(`group:${groupId}`, threadId);
  // What was read and what is new decides where the page opens: not from memory.
  const fresh = { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' } as const;
  const { data, error, refetch } = useQuery(ThreadDocument, ready ? { variables: { id: threadId }, ...fresh } : skipToken);
  const thread = data?.thread;
  if (error && refusalOf(error).code === 'not_found')
    return (
      <NotFoundState back={{ to: `/arbeitsgruppen/${groupId}/diskussionen`, label: 'Zu den Diskussionen' }}>
        Die Diskussion gibt es nicht, oder Sie dürfen sie nicht lesen.
      </NotFoundState>
    );
  if (!thread) return error ? <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage> : <LoadingPage rows={6} />;
  // An address with the wrong group would hear the wrong room; the answers to a question stand on its page.
  if (thread.groupId !== groupId || !thread.group) return <Navigate to={`${thread.path}${search}`} replace />;
  return <ThreadView key={thread.id} thread={{ ...thread, group: thread.group }} actions={actions} />;
}

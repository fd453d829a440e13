import { useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { useRoom } from '../../../lib/use-live.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { LoadingRows } from '../../../ui/states.tsx';
import { ThreadDocument, type ThreadQuery } from '../documents.generated.ts';
import { Follow, Participants } from './rail.tsx';
import { ThreadFlow, useThreadPosts } from './thread-flow.tsx';
import '../threads.scss';

type AnswersProps = {
  threadId: string;
  /** Why there is nothing to write here, for who may not. */
  silent: string;
};
type PostsBelowProps = AnswersProps & { title: string; failed: string; loading: string; emptyFor: (mayReply: boolean) => string };

/** What peers answer to a question: a thread of its own, below the question. The page hears its room. */
export const Answers = (props: AnswersProps) => (
  <PostsBelow
    {...props}
    title="Antworten anderer Verwaltungen"
    failed="Die Antworten konnten nicht geladen werden"
    loading="Antworten werden geladen"
    emptyFor={(mayReply) => (mayReply ? 'Noch keine. Wenn Ihre Verwaltung es schon weiß: Antworten Sie hier.' : 'Noch keine.')}
  />
);

/** What is said to something that stands above: a thread of its own in the room of what it belongs to. */
export function Comments({ room, ...props }: AnswersProps & { room: string }) {
  useRoom(room, props.threadId);
  return (
    <PostsBelow
      {...props}
      title="Kommentare"
      failed="Die Kommentare konnten nicht geladen werden"
      loading="Kommentare werden geladen"
      emptyFor={() => 'Noch keine.'}
    />
  );
}

function PostsBelow({ threadId, silent, title, failed, loading, emptyFor }: PostsBelowProps) {
  // What was read and what is new decides where the posts open: not from memory.
  const fresh = { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' } as const;
  const { data, error, refetch } = useQuery(ThreadDocument, { variables: { id: threadId }, ...fresh });
  const thread = data?.thread;
  // Not to be read any more: the page of the question says so.
  if (error && refusalOf(error).code === 'not_found') return null;
  if (thread) return <PostsFlow key={thread.id} title={title} thread={thread} silent={silent} empty={emptyFor(thread.viewerCan.reply)} />;
  return (
    <Section title={title}>
      {error ? (
        <Alert kind="danger" title={failed}>
          <p>{sentenceOf(error)}</p>
          <Button icon="refresh" onClick={() => void refetch()}>
            Erneut versuchen
          </Button>
        </Alert>
      ) : (
        <LoadingRows rows={2} label={loading} />
      )}
    </Section>
  );
}

type PostsFlowProps = { thread: ThreadQuery['thread']; title: string; silent: string; empty: string };

function PostsFlow({ thread, title, silent, empty }: PostsFlowProps) {
  const posts = useThreadPosts(thread);
  const lastNo = Math.max(posts.state.lastNo, thread.lastNo);
  return (
    <Section title={title} count={lastNo || undefined}>
      <div className="thr-flow">
        <ThreadFlow thread={thread} posts={posts} silent={silent} {...(thread.lastNo === 0 && { empty })} />
      </div>
    </Section>
  );
}

/** Beside the question: what the viewer hears of further answers, and who has answered. */
export function AnswersRail({ threadId }: { threadId: string }) {
  const thread = useQuery(ThreadDocument, { variables: { id: threadId } }).data?.thread;
  if (!thread) return null;
  return (
    <>
      <Follow thread={thread} />
      {thread.participants.length > 0 && <Participants thread={thread} />}
    </>
  );
}

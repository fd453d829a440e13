import { useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { LoadingRows } from '../../../ui/states.tsx';
import { ThreadDocument, type ThreadQuery } from '../documents.generated.ts';
import { Follow, Participants } from './rail.tsx';
import { ThreadFlow, useThreadPosts } from './thread-flow.tsx';
import '../threads.scss';

const title = 'Antworten anderer Verwaltungen';

type AnswersProps = {
  threadId: string;
  /** Why there is nothing to write here, for who may not. */
  silent: string;
};

/** What peers answer to a question: a thread of its own, below the question. The page hears its room. */
export function Answers({ threadId, silent }: AnswersProps) {
  // What was read and what is new decides where the posts open: not from memory.
  const fresh = { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' } as const;
  const { data, error, refetch } = useQuery(ThreadDocument, { variables: { id: threadId }, ...fresh });
  const thread = data?.thread;
  // Not to be read any more: the page of the question says so.
  if (error && refusalOf(error).code === 'not_found') return null;
  if (thread) return <AnswersFlow key={thread.id} thread={thread} silent={silent} />;
  return (
    <Section title={title}>
      {error ? (
        <Alert kind="danger" title="Die Antworten konnten nicht geladen werden">
          <p>{sentenceOf(error)}</p>
          <Button icon="refresh" onClick={() => void refetch()}>
            Erneut versuchen
          </Button>
        </Alert>
      ) : (
        <LoadingRows rows={2} label="Antworten werden geladen" />
      )}
    </Section>
  );
}

function AnswersFlow({ thread, silent }: { thread: ThreadQuery['thread']; silent: string }) {
  const posts = useThreadPosts(thread);
  const lastNo = Math.max(posts.state.lastNo, thread.lastNo);
  return (
    <Section title={title} count={lastNo || undefined}>
      <div className="thr-flow">
        <ThreadFlow
          thread={thread}
          posts={posts}
          silent={silent}
          {...(thread.lastNo === 0 && {
            empty: thread.viewerCan.reply ? 'Noch keine. Wenn Ihre Verwaltung es schon weiß: Antworten Sie hier.' : 'Noch keine.',
          })}
        />
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

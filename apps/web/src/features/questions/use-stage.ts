import { useEffect, useMemo } from 'react';
import { skipToken, useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { inQueue } from '@kollab/contract/queue';
import { refusalOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { useToast } from '../../ui/toast.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useViewer } from '../people/index.ts';
import { onAsked } from './asked.ts';
import { EventQueueDocument, SetCurrentQuestionDocument, type QueueRowPartsFragment } from './documents.generated.ts';

export type Queued = QueueRowPartsFragment;

/**
 * What is being answered in an event, and what waits. Counts come with events, so each screen puts the queue in order itself.
 * Wherever this is used on a page, it is one query.
 */
export function useStage(sprechstundeId: string, ready = true) {
  const { data, error, refetch } = useQuery(
    EventQueueDocument,
    ready ? { variables: { sprechstundeId }, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const [set] = useMutation(SetCurrentQuestionDocument, { refetchQueries: ['EventQueue'], awaitRefetchQueries: true });
  const { busy, run } = useDeed();
  const toast = useToast();
  const event = data?.sprechstunde;
  // Who has no further part in the event gets new questions with the news; others ask for what they may do with them.
  const plain = useViewer().globalRoles.length === 0 && event?.viewerCan.steer === false;
  useRoom(plain ? `event:${sprechstundeId}` : null, sprechstundeId);
  useNews(plain ? sprechstundeId : null);
  const current = event?.currentQuestion ?? null;
  const waiting = useMemo(
    () => (event?.questions.nodes ?? []).filter((question) => question.id !== current?.id).toSorted(inQueue),
    [event, current],
  );

  /** `done`: what was current is dealt with; otherwise it is the next one again. */
  const put = (questionId: string | null, done = true) =>
    run(async () => {
      try {
        await set({ variables: { sprechstundeId, questionId, instead: current?.id ?? null, done } });
      } catch (refused) {
        if (refusalOf(refused).code !== 'stale') throw refused;
        await refetch();
        toast({ text: 'Jemand hat inzwischen eine andere Frage aufgerufen. Sie sehen jetzt den neuen Stand.' });
      }
    });
  const next = waiting.find((question) => question.discussedAt === null);
  const previous = waiting
    .filter((question) => question.discussedAt !== null)
    .toSorted((a, b) => Date.parse(b.discussedAt!) - Date.parse(a.discussedAt!))[0];
  return {
    known: event !== undefined,
    error,
    refetch,
    busy,
    current,
    since: event?.currentSince ?? null,
    live: event?.status === 'LIVE',
    waiting,
    total: event ? Math.max(0, event.questions.total - (current && event.questions.nodes.some((q) => q.id === current.id) ? 1 : 0)) : 0,
    steers: event?.viewerCan.steer ?? false,
    put,
    /** null: there is none to go to. */
    forward: next ? () => void put(next.id) : null,
    back: previous ? () => void put(previous.id, false) : null,
  };
}
/** A new question comes to its place without another question to the server. */
function useNews(sprechstundeId: string | null): void {
  const { cache } = useApolloClient();
  useEffect(() => {
    if (!sprechstundeId) return;
    return onAsked(sprechstundeId, (row) => {
      const asked = row as Queued;
      cache.updateQuery({ query: EventQueueDocument, variables: { sprechstundeId } }, (known) => {
        if (!known || known.sprechstunde.questions.nodes.some((question) => question.id === asked.id)) return undefined;
        const { sprechstunde } = known;
        const questions = {
          ...sprechstunde.questions,
          nodes: [...sprechstunde.questions.nodes, asked],
          total: sprechstunde.questions.total + 1,
        };
        return { ...known, sprechstunde: { ...sprechstunde, questions } };
      });
    });
  }, [cache, sprechstundeId]);
}

export type Stage = ReturnType<typeof useStage>;

/** "Gefragt von der Stadt Zeitz": the organisation asks, as it does in the room. */
export const askerWords = ({ asker }: Pick<Queued, 'asker'>): string =>
  asker ? `Gefragt von ${asker.organisationName}` : 'Ohne Namen gefragt';
export const officeWords = ({ office, state }: Pick<Queued, 'office' | 'state'>): string | null =>
  office ? `${state === 'ANSWERED' ? 'Es hat geantwortet' : 'Es antwortet'}: ${office.title}` : null;

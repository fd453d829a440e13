import { useEffect, useState } from 'react';
import { skipToken, useQuery } from '@apollo/client/react';
import { AudienceReachDocument, type AudienceReachQuery } from './documents.generated.ts';
import { audienceInputOf, dueAtOf, isEmptyAudience, type Draft } from './draft.ts';

export type ReachState = AudienceReachQuery['audienceReach'];

/** Whom the draft would reach now. Asked when the choice stands still; until the answer the last one is shown. */
export function useReach({ audience, kind, dueDay, dueTime }: Draft) {
  const dueAt = kind === 'ACTION' ? dueAtOf({ dueDay, dueTime }) : null;
  const wanted = JSON.stringify({ audience: audienceInputOf(audience), dueAt });
  const [asked, ask] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => ask(wanted), 250);
    return () => clearTimeout(timer);
  }, [wanted]);
  const empty = isEmptyAudience(audience);
  const { data, previousData, error, loading, refetch } = useQuery(
    AudienceReachDocument,
    empty
      ? skipToken
      : { variables: JSON.parse(asked) as { audience: ReturnType<typeof audienceInputOf> }, fetchPolicy: 'cache-and-network' },
  );
  const reach = empty ? null : ((data ?? previousData)?.audienceReach ?? null);
  return {
    reach,
    empty,
    dueAt,
    error: empty ? undefined : error,
    /** What is shown belongs to what stands in the form. */
    settled: empty || (asked === wanted && !loading && data !== undefined),
    refetch: () => refetch(),
  };
}

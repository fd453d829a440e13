import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { MentionCandidatesDocument } from '../documents.generated.ts';
import type { WritingPlace } from './place.ts';
import type { Candidate } from './mention-list.tsx';

const quiet = 150;
const most = 8;
const nobody: readonly Candidate[] = [];

/** Who can be mentioned by what was typed; empty while nothing is typed after an @. */
export function useCandidates(place: WritingPlace, text: string | null): readonly Candidate[] {
  const { groupId = null, questionId = null, announcementId = null } = place;
  const client = useApolloClient();
  const [found, setFound] = useState<{ text: string; candidates: readonly Candidate[] } | null>(null);
  useEffect(() => {
    if (text === null) return;
    let current = true;
    const timer = setTimeout(() => {
      client.query({ query: MentionCandidatesDocument, variables: { groupId, questionId, announcementId, text } }).then(
        ({ data }) => current && setFound({ text, candidates: (data?.mentionCandidates ?? []).slice(0, most) }),
        // Without an answer one types the name as plain text.
        () => undefined,
      );
    }, quiet);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, groupId, questionId, announcementId, text]);
  // The last answer stays while the next one is under way, as long as it can still fit.
  return text !== null && found !== null && text.startsWith(found.text) ? found.candidates : nobody;
}

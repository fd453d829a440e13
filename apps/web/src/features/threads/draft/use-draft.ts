import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { refusalOf } from '../../../lib/errors.ts';
import { useReconnect } from '../../../lib/use-live.ts';
import { useSession } from '../../../lib/use-session.ts';
import { DiscardDraftDocument, DraftDocument, SaveDraftDocument } from '../documents.generated.ts';
import { hearDrafts } from '../hot.ts';
import { DraftKeeper, type DraftServer, type DraftState } from './keeper.ts';

export type DraftKey = `${'reply' | 'thread' | 'edit' | 'stand'}:${string}`;

const serverOf = (client: ApolloClient): DraftServer => ({
  load: async (key) => {
    const { data } = await client.query({ query: DraftDocument, variables: { key }, fetchPolicy: 'no-cache' });
    return data?.draft ?? null;
  },
  save: async (key, text, version, leaving) => {
    try {
      const { data } = await client.mutate({
        mutation: SaveDraftDocument,
        variables: { input: { key, ...text, version } },
        fetchPolicy: 'no-cache',
        // Lets the request outlive the page.
        ...(leaving && { context: { fetchOptions: { keepalive: true } } }),
      });
      return data!.saveDraft;
    } catch (error) {
      if (refusalOf(error).code === 'stale') return 'stale';
      throw error;
    }
  },
  discard: async (key) => {
    await client.mutate({ mutation: DiscardDraftDocument, variables: { key } });
  },
});

const storage = (): Storage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

/** An unsent text that survives reload, expired session and lost connection. One for each key and account. */
export function useDraft(key: DraftKey): { draft: DraftKeeper; state: DraftState } {
  const client = useApolloClient();
  const { subject } = useSession();
  const [draft] = useState(() => new DraftKeeper(subject ?? 'unknown', key, serverOf(client), storage()));
  useEffect(() => {
    void draft.load();
    const unhear = hearDrafts((changed) => changed === key && draft.heard());
    const leave = () => void draft.flush(true);
    window.addEventListener('pagehide', leave);
    return () => {
      unhear();
      window.removeEventListener('pagehide', leave);
      draft.stop();
    };
  }, [draft, key]);
  // At once, not only at the next attempt.
  useReconnect(() => void draft.flush());
  return { draft, state: useSyncExternalStore(draft.subscribe, draft.getState) };
}

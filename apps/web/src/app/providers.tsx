import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { loadConfig, type WebConfig } from '../lib/config.ts';
import { createClient } from '../lib/graphql.ts';
import { Live } from '../lib/live.ts';
import { Session } from '../lib/session.ts';
import { LiveContext } from '../lib/use-live.ts';
import { SessionContext, useSessionState } from '../lib/use-session.ts';
import { ErrorState } from '../ui/states.tsx';
import { typePolicies } from './cache.ts';
import { liveHandlers } from './live.ts';
import { Site } from './site.tsx';
import { SignedIn } from './signed-in.tsx';

interface Started {
  config: WebConfig;
  session: Session;
  client: ApolloClient;
  live: Live;
}

/** Once a page load: what the server says, whether somebody is signed in, and the connections. */
async function start(): Promise<Started> {
  const config = await loadConfig();
  const session = new Session(config);
  await session.start();
  const client = createClient(config, session, typePolicies);
  return { config, session, client, live: new Live(session, client, liveHandlers) };
}
const starting = start();

/** `onReturn`: the sign-in came back, and this is the address where it began. */
export function Providers({ onReturn, children }: { onReturn: (path: string) => void; children: ReactNode }) {
  const [started, setStarted] = useState<Started | 'failed' | null>(null);
  useEffect(() => {
    starting.then(
      (all) => {
        const path = all.session.takeReturnPath();
        if (path) onReturn(path);
        setStarted(all);
      },
      () => setStarted('failed'),
    );
  }, [onReturn]);
  if (started === 'failed')
    return (
      <ErrorState title="Die Plattform ist gerade nicht zu erreichen" onRetry={() => location.reload()}>
        Bitte versuchen Sie es in einer Minute noch einmal. Was Sie geschrieben haben, liegt noch in diesem Browser.
      </ErrorState>
    );
  if (!started) return null;
  return (
    <SessionContext value={started.session}>
      <ApolloProvider client={started.client}>
        <Somebody started={started}>{children}</Somebody>
      </ApolloProvider>
    </SessionContext>
  );
}

function Somebody({ started: { config, live }, children }: { started: Started; children: ReactNode }) {
  const state = useSessionState();
  const known = state !== 'anonymous';
  useEffect(() => {
    if (!known) return;
    // After the first page is usable.
    const later = setTimeout(() => void live.connect(), 300);
    return () => clearTimeout(later);
  }, [known, live]);
  const page = useMemo(() => <Site config={config}>{children}</Site>, [config, children]);
  if (!known) return page;
  return (
    <LiveContext value={live}>
      <SignedIn demo={config.demo}>{page}</SignedIn>
    </LiveContext>
  );
}

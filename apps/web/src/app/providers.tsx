import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { SessionContext, useSessionState } from '../lib/use-session.ts';
import { FailedPage } from '../ui/states.tsx';
import { Site } from './site.tsx';
import { StartedContext, type Started } from './started.ts';
import { signedIn, starting } from './starting.ts';

const SignedIn = lazy(signedIn);

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
      <main className="ui-main">
        <FailedPage title="Die Plattform ist gerade nicht zu erreichen" onRetry={() => location.reload()}>
          Bitte versuchen Sie es in einer Minute noch einmal. Was Sie geschrieben haben, liegt noch in diesem Browser.
        </FailedPage>
      </main>
    );
  if (!started) return null;
  return (
    <StartedContext value={started}>
      <SessionContext value={started.session}>
        <Site started={started}>
          <Somebody>{children}</Somebody>
        </Site>
      </SessionContext>
    </StartedContext>
  );
}

function Somebody({ children }: { children: ReactNode }) {
  if (useSessionState() === 'anonymous') return children;
  return (
    <Suspense>
      <SignedIn>{children}</SignedIn>
    </Suspense>
  );
}

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { SiteDataContext, type DemoAccount, type SiteData } from '../features/site/site-data.ts';
import type { Started } from './started.ts';

const none: readonly DemoAccount[] = [];

/** What the pages without sign-in show. */
export function Site({ started, children }: { started: Started; children: ReactNode }) {
  const { config, session } = started;
  const [demoAccounts, setDemoAccounts] = useState(none);
  useEffect(() => {
    if (config.demo)
      import('../features/site/demo-accounts.ts').then(
        (m) => setDemoAccounts(m.demoAccounts),
        () => undefined, // the sign-in page itself works without the list
      );
  }, [config.demo]);
  const data = useMemo<SiteData>(
    () => ({
      signIn: (login) => void session.signIn(login),
      demoAccounts,
      // The door draws first: what reads data is heavier than the rest of the page.
      askParticipation: () => import('./participation.ts').then(({ askParticipation }) => askParticipation(started)),
    }),
    [started, session, demoAccounts],
  );
  return <SiteDataContext value={data}>{children}</SiteDataContext>;
}

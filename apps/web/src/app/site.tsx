import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { SiteDataContext, type DemoAccount, type SiteData } from '../features/site/site-data.ts';
import type { WebConfig } from '../lib/config.ts';
import { useSession } from '../lib/use-session.ts';

const none: readonly DemoAccount[] = [];

/** What the pages without sign-in show. */
export function Site({ config, children }: { config: WebConfig; children: ReactNode }) {
  const session = useSession();
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
      participating: null,
    }),
    [session, demoAccounts],
  );
  return <SiteDataContext value={data}>{children}</SiteDataContext>;
}

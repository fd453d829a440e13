import { useState, type ReactNode } from 'react';
import { useSession, useSessionState } from '../../../lib/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

/** What a link leads to is shown to who is signed in; others sign in first and come back to it. */
export function WayIn({ title, children }: { title: string; children: ReactNode }) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  if (useSessionState() !== 'anonymous') return children;
  return (
    <>
      <PageHeader title={title} lead="Bitte melden Sie sich zuerst an. Danach kommen Sie auf diese Seite zurück." />
      <Button
        variant="primary"
        size="large"
        icon="login"
        busy={busy}
        onClick={() => {
          setBusy(true);
          void session.signIn();
        }}
      >
        Mit dem Dienstkonto anmelden
      </Button>
    </>
  );
}

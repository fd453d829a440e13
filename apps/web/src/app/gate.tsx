import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { useShellData } from './shell-data.ts';

const StartPage = lazy(async () => ({ default: (await import('../features/site/start-page.tsx')).StartPage }));

/** Pages for signed-in people. Strangers see the way in at the same address, and come back to it after the sign-in. */
export function Gate() {
  const { viewer } = useShellData();
  return viewer ? (
    <Outlet />
  ) : (
    <Suspense>
      <StartPage />
    </Suspense>
  );
}

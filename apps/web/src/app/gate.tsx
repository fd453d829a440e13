import { lazy, Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useShellData } from './shell-data.ts';

const StartPage = lazy(async () => ({ default: (await import('../features/site/start-page.tsx')).StartPage }));

/** What somebody without any place may open: the way in, and their own account. */
const forNewcomers = ['/ankommen', '/konto'];

/** Pages for signed-in people. Strangers see the way in at the same address, and come back to it after the sign-in. */
export function Gate() {
  const { viewer } = useShellData();
  const { pathname } = useLocation();
  if (viewer?.newcomer && !forNewcomers.includes(pathname)) return <Navigate to="/ankommen" replace />;
  return viewer ? (
    <Outlet />
  ) : (
    <Suspense>
      <StartPage />
    </Suspense>
  );
}

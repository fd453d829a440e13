import { lazy, Suspense } from 'react';
import { Navigate } from 'react-router';
import { useShellData } from './shell-data.ts';

const StartPage = lazy(async () => ({ default: (await import('../features/site/start-page.tsx')).StartPage }));

/** `/` is the start page for strangers and the first section for everybody else. */
export function Door({ first }: { first: string }) {
  const { viewer } = useShellData();
  return viewer ? (
    <Navigate to={first} replace />
  ) : (
    <Suspense>
      <StartPage />
    </Suspense>
  );
}

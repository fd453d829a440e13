import { lazy, Suspense } from 'react';
import { Navigate, useNavigation } from 'react-router';
import { useShellData } from './shell-data.ts';

const StartPage = lazy(async () => ({ default: (await import('../features/site/start-page.tsx')).StartPage }));

/** `/` is the start page for strangers and the first section for everybody else, save who is on the way back from the sign-in. */
export function Door({ first }: { first: string }) {
  const { viewer } = useShellData();
  const onTheWay = useNavigation().state !== 'idle';
  if (!viewer)
    return (
      <Suspense>
        <StartPage />
      </Suspense>
    );
  // The address where the sign-in began may wait for its code still: who leads elsewhere meanwhile takes it away.
  return onTheWay ? null : <Navigate to={first} replace />;
}

import { Navigate } from 'react-router';
import { StartPage } from '../features/site/start-page.tsx';
import { useShellData } from './shell-data.ts';

/** `/` is the start page for strangers and the first section for everybody else. */
export function Door({ first }: { first: string }) {
  const { viewer } = useShellData();
  return viewer ? <Navigate to={first} replace /> : <StartPage />;
}

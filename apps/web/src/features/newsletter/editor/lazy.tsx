import { lazy, Suspense, type ComponentType } from 'react';
import { LoadingPage } from '../../../ui/states.tsx';

const late = (pick: (pages: typeof import('./pages.ts')) => ComponentType) => {
  const Page = lazy(async () => ({ default: pick(await import('./pages.ts')) }));
  return () => (
    <Suspense fallback={<LoadingPage />}>
      <Page />
    </Suspense>
  );
};

/** The editor's pages come in a chunk of their own: who only reads never loads them. */
export const DeskPage = late((all) => all.DeskPage);
export const EditPage = late((all) => all.EditPage);

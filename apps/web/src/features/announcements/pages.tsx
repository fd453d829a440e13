import { lazy, Suspense, type ComponentType } from 'react';
import { LoadingPage } from '../../ui/states.tsx';

/** Loaded when it is opened. Here and not among the routes: what a page needs there, the first page would list by name. */
const page = (load: () => Promise<ComponentType>) => {
  const Page = lazy(async () => ({ default: await load() }));
  return () => (
    <Suspense fallback={<LoadingPage />}>
      <Page />
    </Suspense>
  );
};
export const ListPage = page(async () => (await import('./list-page.tsx')).ListPage);
export const AnnouncementPage = page(async () => (await import('./announcement-page.tsx')).AnnouncementPage);
export const ComposePage = page(async () => (await import('./editor/pages.ts')).ComposePage);
export const DraftsPage = page(async () => (await import('./editor/pages.ts')).DraftsPage);
export const NewPage = page(async () => (await import('./editor/pages.ts')).NewPage);

import { lazy, Suspense, type ComponentType } from 'react';
import { LoadingPage, LoadingRows } from '../../../ui/states.tsx';
import type { AnnouncementPartsFragment } from '../documents.generated.ts';

type Pages = typeof import('./pages.ts');

/** A page of those who write, loaded when it is opened. Here and not among the routes: what those name, the first page lists. */
const page = (pick: (pages: Pages) => ComponentType) => {
  const Page = lazy(async () => ({ default: pick(await import('./pages.ts')) }));
  return () => (
    <Suspense fallback={<LoadingPage />}>
      <Page />
    </Suspense>
  );
};
export const ComposePage = page((all) => all.ComposePage);
export const DraftsPage = page((all) => all.DraftsPage);
export const NewPage = page((all) => all.NewPage);

const Deeds = lazy(async () => ({ default: (await import('./writer-deeds.tsx')).WriterDeeds }));

/** What the office does with an announcement, on its page. */
export const WriterDeeds = ({ announcement }: { announcement: AnnouncementPartsFragment }) => (
  <Suspense fallback={<LoadingRows rows={2} />}>
    <Deeds announcement={announcement} />
  </Suspense>
);

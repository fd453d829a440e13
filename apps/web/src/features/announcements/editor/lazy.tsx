import { lazy, Suspense } from 'react';
import { LoadingRows } from '../../../ui/states.tsx';
import type { AnnouncementPartsFragment } from '../documents.generated.ts';

const Deeds = lazy(async () => ({ default: (await import('./writer-deeds.tsx')).WriterDeeds }));

/** What the office does with an announcement, on its page. */
export const WriterDeeds = ({ announcement }: { announcement: AnnouncementPartsFragment }) => (
  <Suspense fallback={<LoadingRows rows={2} />}>
    <Deeds announcement={announcement} />
  </Suspense>
);

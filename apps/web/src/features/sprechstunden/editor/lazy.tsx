import { lazy, Suspense, type ComponentType } from 'react';
import { Panel } from '../../../ui/section.tsx';
import { LoadingPage } from '../../../ui/states.tsx';
import type { DeedsEvent } from './event-deeds.tsx';

type Pages = typeof import('./pages.ts');

/** A page of the editor, loaded when it is opened. Here and not among the routes: what those name, the first page lists. */
const page = (pick: (pages: Pages) => ComponentType) => {
  const Page = lazy(async () => ({ default: pick(await import('./pages.ts')) }));
  return () => (
    <Suspense fallback={<LoadingPage />}>
      <Page />
    </Suspense>
  );
};
export const EditEventPage = page((all) => all.EditEventPage);
export const NewEventPage = page((all) => all.NewEventPage);
export const SeriesPage = page((all) => all.SeriesPage);

const Deeds = lazy(async () => ({ default: (await import('./event-deeds.tsx')).EventDeeds }));

/** Keeps the place, so that nothing below moves when the deeds come. */
const place = (
  <Panel kind="line">
    <div className="spr-deeds" />
  </Panel>
);

/** What the editor does with an event as a whole, on its page. */
export const EditorDeeds = ({ event }: { event: DeedsEvent }) => (
  <Suspense fallback={place}>
    <Deeds event={event} />
  </Suspense>
);

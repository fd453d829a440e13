/** The editor's pages: one chunk that only the editor loads. */
export { EditEventPage } from './edit-page.tsx';
export { NewEventPage } from './new-event-page.tsx';
export { SeriesPage } from './series-page.tsx';

/** All pages of this feature, for the routes: one chunk keeps the first page's list of chunks short. */
export { EditEventPage, NewEventPage, SeriesPage } from './editor/lazy.tsx';
export { EventPage } from './event-page.tsx';
export { ListPage } from './list-page.tsx';
export { PublicPage } from './public-page.tsx';
export { WishesPage } from './wishes-page.tsx';
export { YearPage } from './year-page.tsx';

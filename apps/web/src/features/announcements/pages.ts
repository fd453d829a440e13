/** All pages of this feature, for the routes: one chunk keeps the first page's list of chunks short. */
export { AnnouncementPage } from './announcement-page.tsx';
export { ComposePage, DraftsPage, NewPage } from './editor/lazy.tsx';
export { ListPage } from './list-page.tsx';

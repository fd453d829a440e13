/** All pages of this feature, for the routes: one chunk keeps the first page's list of chunks short. */
export { DeskPage, EditPage } from './editor/lazy.tsx';
export { IssuePage } from './issue-page.tsx';
export { LinkPage } from './link-page.tsx';
export { NewsletterPage } from './newsletter-page.tsx';

/** The pages of those who write. */
export { ComposePage } from './compose-page.tsx';
export { DraftsPage } from './drafts-page.tsx';
export { NewPage } from './new-page.tsx';

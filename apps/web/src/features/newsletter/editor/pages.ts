export { DeskPage } from './desk-page.tsx';
export { EditPage } from './edit-page.tsx';

/** What others may use of this feature. */
export { NoticeLoaders } from './loader.ts';
export { NotificationsModule } from './module.ts';
export { byName, NoticeSections } from './sections.ts';

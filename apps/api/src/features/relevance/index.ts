export { AnnouncementRelevance } from './announcements.ts';
export { RelevanceModule } from './module.ts';
export { Preferences } from './preferences.service.ts';
export { relevanceOf, sections, type AnnouncementMatter, type Matter, type Section } from './relevance.ts';

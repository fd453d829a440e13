export { RelevanceModule } from './module.ts';
export { Preferences } from './preferences.service.ts';
export { relevanceOf, type Matter, type Relevance, type Section, type Standing } from './relevance.ts';

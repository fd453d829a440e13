import { SiteModule } from './features/site/module.ts';
import { WorkingGroupLoaders } from './features/working-groups/loader.ts';
import { WorkingGroupsModule } from './features/working-groups/module.ts';

/** The lines of wiring that a feature needs on this side: its module, and its loaders. */
export const features = [WorkingGroupsModule, SiteModule];
export const loadersOf = [WorkingGroupLoaders];

export { ThreadHooks } from './hooks.ts';
export { postMentioned, postWritten, standWritten } from './jobs.ts';
export { MentionService } from './mentions.service.ts';
export { ThreadsModule } from './module.ts';
export { readableThreads } from './policy.ts';
export { PostRows, type PostRow } from './post-rows.ts';
export { namedReaders, reads } from './readers.ts';
export { ThreadRows, type ThreadRow } from './thread-rows.ts';

export { ThreadHooks } from './hooks.ts';
export { ThreadsModule } from './module.ts';
export { namedReaders, readersOf } from './readers.ts';
export { ThreadRows, type ThreadRow } from './thread-rows.ts';

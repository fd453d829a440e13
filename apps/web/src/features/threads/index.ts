export { ThreadRow } from './list/thread-row.tsx';

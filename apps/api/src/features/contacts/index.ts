export { announceContact } from './service.ts';

export { groupShort, groupTitle } from './words.ts';

export * from './errors.ts';
export * from './events.ts';
export { isStorable, markdown, optionalSentence, postBody, sentence } from './fields.ts';
export * from './inputs.ts';
export * from './limits.ts';
export * from './queue.ts';
export * from './vocabulary.ts';

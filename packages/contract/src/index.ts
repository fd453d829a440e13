export * from './errors.ts';
export * from './events.ts';
export { isSeen, isStorable, markdown, optionalSentence, postBody, sentence, withoutTricks } from './fields.ts';
export * from './inputs.ts';
export * from './limits.ts';
export * from './queue.ts';
export * from './vocabulary.ts';

import type { MentionNames } from './mention-links.ts';

/** What is being typed after an @, and where it stands; null when the caret is not in a name. */
export type MentionQuery = { at: number; text: string };

/** An @ at the beginning of a word, then at most three words of a name. */
const pattern = /(?:^|[\s([{>*_„"'/-])@((?:[^\s@]{1,40}(?: [^\s@]{1,40}){0,2} ?)?)$/u;

export function mentionQuery(text: string, caret: number, names: MentionNames): MentionQuery | null {
  const found = pattern.exec(text.slice(Math.max(0, caret - 130), caret));
  if (found?.[1] === undefined) return null;
  const query = found[1];
  // The name is complete already.
  if (Object.keys(names).some((name) => query === name || query.startsWith(`${name} `))) return null;
  return { at: caret - query.length - 1, text: query };
}

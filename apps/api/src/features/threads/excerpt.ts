/** The beginning of a Markdown text as plain words, for the line above an answer. */
export function excerptOf(body: string): string {
  const words = body
    .replace(/^(?:>.*\n?)+/gm, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*_`~|]+/g, '')
    // A single blank stays as it is: nearly all of them are.
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  const [sentence = ''] = /^.{15,}?[.!?…](?=\s|$)/u.exec(words) ?? [];
  const start = sentence && sentence.length <= 160 ? sentence : words;
  return start.length <= 160 ? start : `${start.slice(0, 159).replace(/\s+\S*$/, '')} …`;
}

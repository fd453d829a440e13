/**
 * Nobody nests forty quotations or lists in one line, and Markdown parsers need minutes for thousands of them: such a post
 * would freeze the browser of everybody who reads it.
 */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){41}/m;
/** The same of emphasis and of brackets in each other, in signs: two stars are two. */
const deepest = 200;
/** Parsers walk back from each sign that may end something; so many steps take a third of a second. */
const mostSteps = 1_000_000;

export const isReadable = (markdown: string): boolean => !tooDeep.test(markdown) && markdown.split(/\n[ \t]*\n/).every(isEasy);

/** Between two of these, underscores are letters. */
const ofWord = /[\p{L}\p{N}]/u;

interface Opening {
  at: number;
  /** How deep what lies in it is. */
  inner: number;
}

/** One walk through a paragraph, as parsers pair its signs. */
function isEasy(paragraph: string): boolean {
  const openings: Record<string, Opening[]> = { '*': [], _: [], '~': [], '[': [] };
  let [no, steps, depth] = [0, 0, 0];
  const close = (open: Opening[]): void => {
    const { at, inner } = open.pop()!;
    steps += no - at;
    depth = Math.max(depth, inner + 1);
    const around = open.at(-1);
    if (around) around.inner = Math.max(around.inner, inner + 1);
  };
  for (const { 0: run, index } of paragraph.matchAll(/\*+|_+|~+|[[\]]/g)) {
    const [before, after] = [paragraph[index - 1] ?? ' ', paragraph[index + run.length] ?? ' '];
    if (run[0] === '_' && ofWord.test(before) && ofWord.test(after)) continue;
    no++;
    const open = openings[run === ']' ? '[' : run[0]!]!;
    const follows = after.trim() !== '';
    const ends = run === ']' || (run !== '[' && before.trim() !== '');
    if (ends && open.length === 0) steps += no;
    let left = run.length;
    if (ends) for (; left > 0 && open.length > 0; left--) close(open);
    if (run === '[' || (run !== ']' && follows)) for (; left > 0; left--) open.push({ at: no, inner: 0 });
  }
  return depth <= deepest && steps <= mostSteps;
}

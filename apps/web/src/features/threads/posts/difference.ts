export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words, blanks and signs, so that joining them gives the text again. */
const parts = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
/** Beyond this many comparisons a page would stand still: then whole lines are compared. */
const most = 4_000_000;

/** What became of a text, word by word; of a very long one, line by line. */
export function difference(before: string, after: string): Piece[] {
  const words = [parts(before), parts(after)] as const;
  if (words[0].length * words[1].length <= most) return compare(...words);
  const lines = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)] as const;
  if (lines[0].length * lines[1].length <= most) return compare(...lines);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** The longest common sequence, after what both begin and end with. */
function compare(a: readonly string[], b: readonly string[]): Piece[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  add('same', a.slice(0, start).join(''));
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      add('same', left[i] ?? '');
      i++;
      j++;
    } else if (i < left.length && (j >= right.length || at(i + 1, j) >= at(i, j + 1))) add('removed', left[i++] ?? '');
    else add('added', right[j++] ?? '');
  }
  add('same', end > 0 ? a.slice(-end).join('') : '');
  return pieces;
}

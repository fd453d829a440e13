import type { IconName } from './icon-names.ts';

/** A change of a text: what is put between `from` and `to`, and what is selected afterwards. */
export type Edit = { from: number; to: number; insert: string; select: readonly [number, number] };
export type Selected = { text: string; from: number; to: number };
export type Format = 'bold' | 'list' | 'quote' | 'link' | 'table';

/** The buttons above a text, in their order. */
export const tools: readonly { kind: Format; icon: IconName; label: string }[] = [
  { kind: 'bold', icon: 'format-bold', label: 'Fett (Strg+B)' },
  { kind: 'list', icon: 'format-list-bulleted', label: 'Aufzählung' },
  { kind: 'quote', icon: 'format-quote', label: 'Zitat' },
  { kind: 'link', icon: 'link', label: 'Link (Strg+K)' },
  { kind: 'table', icon: 'table', label: 'Tabelle' },
];

const table = '| Spalte 1 | Spalte 2 |\n| --- | --- |\n|  |  |';

export function format(kind: Format, at: Selected): Edit {
  switch (kind) {
    case 'bold':
      return wrapped(at, '**', '**', 'fett');
    case 'list':
      return prefixed(at, '- ');
    case 'quote':
      return prefixed(at, '> ');
    case 'link':
      return linked(at);
    case 'table':
      return block(at, table, [2, 10]);
  }
}

function wrapped({ text, from, to }: Selected, before: string, after: string, sample: string): Edit {
  const inside = text.slice(from, to);
  if (text.slice(from - before.length, from) === before && text.slice(to, to + after.length) === after) {
    const start = from - before.length;
    return { from: start, to: to + after.length, insert: inside, select: [start, start + inside.length] };
  }
  const words = inside || sample;
  return { from, to, insert: before + words + after, select: [from + before.length, from + before.length + words.length] };
}

/** Whole lines; when all of them have the prefix already, it goes. */
function prefixed({ text, from, to }: Selected, prefix: string): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline < 0 ? text.length : newline;
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (all ? line.slice(prefix.length) : prefix + line)).join('\n');
  return {
    from: start,
    to: end,
    insert,
    select: from === to ? [start + insert.length, start + insert.length] : [start, start + insert.length],
  };
}

function linked({ text, from, to }: Selected): Edit {
  const inside = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(inside)) return { from, to, insert: `[Text](${inside})`, select: [from + 1, from + 5] };
  const words = inside || 'Text';
  const insert = `[${words}](https://)`;
  return { from, to, insert, select: [from + words.length + 3, from + insert.length - 1] };
}

/** Stands alone: with an empty line before and after. */
export function block({ text, from, to }: Selected, insert: string, select?: readonly [number, number]): Edit {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const start = from + lead.length;
  const whole = lead + insert + tail;
  return { from, to, insert: whole, select: select ? [start + select[0], start + select[1]] : [from + whole.length, from + whole.length] };
}

/** A post as a quotation: each line with its sign. */
export const quoted = (body: string): string => body.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>');

/** As the browser does it, so that Ctrl+Z takes it back. */
export function applyTo(area: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  area.focus();
  area.setSelectionRange(from, to);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else keeps the browser's own undo.
  const done = typeof document.execCommand === 'function' && document.execCommand('insertText', false, insert);
  if (!done) {
    area.setRangeText(insert, from, to);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(select[0], select[1]);
}

import { describe, expect, test } from '@jest/globals';
import { format, quoted, type Format } from './markdown-format.ts';
import { tableFrom } from './paste-table.ts';

const apply = (kind: Format, marked: string): string => {
  const from = marked.indexOf('«');
  const to = marked.indexOf('»') - 1;
  const text = marked.replace(/[«»]/g, '');
  const { insert, select, ...range } = format(kind, { text, from, to });
  const next = text.slice(0, range.from) + insert + text.slice(range.to);
  return `${next.slice(0, select[0])}«${next.slice(select[0], select[1])}»${next.slice(select[1])}`;
};

describe('the buttons above the text', () => {
  test.each<[Format, string, string]>([
    ['bold', 'ein «Wort» hier', 'ein **«Wort»** hier'],
    ['bold', 'ein **«Wort»** hier', 'ein «Wort» hier'],
    ['bold', '«»', '**«fett»**'],
    ['list', 'a\n«b\nc»\nd', 'a\n«- b\n- c»\nd'],
    ['list', '«- b\n- c»', '«b\nc»'],
    ['quote', 'wo«»rt', '> wort«»'],
    ['link', '«Seite»', '[Seite](«https://»)'],
    ['link', '«https://example.org»', '[«Text»](https://example.org)'],
    ['table', 'davor«»', 'davor\n\n| «Spalte 1» | Spalte 2 |\n| --- | --- |\n|  |  |\n\n'],
  ])('%s: %j', (kind, before, after) => {
    expect(apply(kind, before)).toBe(after);
  });

  test('a quotation marks every line', () => {
    expect(quoted('eins\n\nzwei\n')).toBe('> eins\n>\n> zwei');
  });
});

describe('a pasted table', () => {
  test('from a spreadsheet, by tabs', () => {
    expect(tableFrom('', 'Ort\tStand\r\nHalle\tfertig\r\n')).toBe('| Ort | Stand |\n| --- | --- |\n| Halle | fertig |');
  });

  test('from a word processor, by HTML, with signs that mean something in a table', () => {
    const html =
      '<html><style>x</style><body><table><tr><th>Ort</th><th>a|b</th></tr><tr><td colspan="2">Halle\n (Saale)</td></tr></table></body></html>';
    expect(tableFrom(html, 'egal')).toBe('| Ort | a\\|b |\n| --- | --- |\n| Halle (Saale) |  |');
  });

  test.each([
    ['one line with a tab', '', 'Ort\tStand'],
    ['lines of different length', '', 'a\tb\nc'],
    ['a table within other text', '<p>Davor</p><table><tr><td>a</td><td>b</td></tr></table>', 'Davor a b'],
    ['one column', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', 'a\nb'],
    ['plain words', '', 'nur Text'],
  ])('%s stays text', (_, html, plain) => {
    expect(tableFrom(html, plain)).toBeNull();
  });

  test('what is pasted runs nothing', () => {
    const html =
      '<table><tr><td><img src=x onerror="globalThis.ran = true">a</td><td><script>globalThis.ran = true</script>b</td></tr></table>';
    tableFrom(html, '');
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });
});

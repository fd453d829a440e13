// Fira Sans as KERN ships it carries Cyrillic, Greek and more: 130 kB a weight. German offices write Latin.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const weights = ['Regular', 'Italic', 'Medium', 'SemiBold'];
const ranges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
];
const extra = '\u2044\u20ac\u2116\u2122\u2190\u2191\u2192\u2193\u2212\u2248\u2260\u2264\u2265\u1e9e';
const letters =
  ranges.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))).join('') + extra;

// The package brings no types.
type Subset = (font: Buffer, text: string, options: { targetFormat: 'woff2'; keepFeatures: string[] }) => Promise<Buffer>;
/** Small capitals, old figures and fractions are never shown, and a third of the file. */
const keepFeatures = ['kern', 'tnum', 'lnum', 'liga', 'locl', 'ccmp', 'mark', 'mkmk'];
const subset = require('subset-font') as Subset;

/** Cuts the weights into `target` unless they are there already. */
export async function cutFonts(target: string): Promise<void> {
  const source = join(dirname(require.resolve('@kern-ux/native/package.json')), 'dist/fonts/fira-sans');
  await mkdir(target, { recursive: true });
  for (const weight of weights) {
    const to = join(target, `fira-sans-${weight.toLowerCase()}.woff2`);
    if (await stat(to).catch(() => null)) continue;
    await writeFile(
      to,
      await subset(await readFile(join(source, `FiraSans-${weight}.woff2`)), letters, { targetFormat: 'woff2', keepFeatures }),
    );
  }
}

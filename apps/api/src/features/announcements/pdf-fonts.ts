import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

export interface PdfFonts {
  text: Buffer;
  bold: Buffer;
}
const require = createRequire(import.meta.url);
const font = async (file: string): Promise<Buffer> => unpacked(await readFile(file));
const text = (): Promise<Buffer> => font(require.resolve('@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff'));
const bold = (): Promise<Buffer> => font(require.resolve('@kern-ux/native/dist/fonts/noto-sans/NotoSans-Bold.woff'));

let loaded: Promise<PdfFonts> | undefined;
/** The typeface that comes with KERN in a format which can be cut to the signs that are used; read at the first PDF. */
export const pdfFonts = (): Promise<PdfFonts> =>
  (loaded ??= Promise.all([text(), bold()]).then(([regular, heavy]) => ({ text: regular, bold: heavy })));

/** WOFF as the plain font inside of it: the library unpacks its tables anew with each sign, which takes seconds. */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts = [head];
  let offset = head.length;
  for (let i = 0; i < count; i++) {
    const from = 44 + 20 * i;
    const [at, packed, length, sum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(from + field)) as [number, number, number, number];
    const table = woff.subarray(at, at + packed);
    const data = packed < length ? inflateSync(table) : table;
    const to = 12 + 16 * i;
    woff.copy(head, to, from, from + 4);
    [sum, offset, length].forEach((value, field) => head.writeUInt32BE(value, to + 4 + 4 * field));
    const padded = Buffer.concat([data, Buffer.alloc((4 - (length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

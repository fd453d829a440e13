// Packs the hashed files once and as tightly as possible, so that the server does not do it worse for each reader. Browsers
// take Brotli over https only, so both kinds lie beside the file.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [br, gz] = [promisify(brotliCompress), promisify(gzip)];
await Promise.all(
  globSync('dist/assets/*.{js,css,svg}').map(async (file) => {
    const plain = readFileSync(file);
    if (plain.length < 1024) return;
    const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    const packed = await Promise.all([br(plain, { params }), gz(plain, { level: 9 })]);
    packed.forEach((bytes, index) => writeFileSync(file + ['.br', '.gz'][index], bytes));
  }),
);

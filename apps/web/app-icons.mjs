// Draws the app's icons from the platform's own sign (public/icon.svg) into public/. Run it by hand (`node app-icons.mjs`) when
// the sign changes; the result is committed. The sign is squares on a ground, so that no drawing library is needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const svg = readFileSync('public/icon.svg', 'utf8');
const squares = [...svg.matchAll(/M(\d+) (\d+)h7v7/g)].map(([, x, y]) => [Number(x), Number(y)]);
const [ground, light] = [...svg.matchAll(/fill="#([0-9a-f]{6})"/g)].map(([, colour]) => [...Buffer.from(colour, 'hex'), 255]);
if (squares.length !== 14 || !light) throw new Error('the sign is drawn in another way');

const middle = 19.5;
/** Each pixel is looked at in 16 places: what is hit in all of them is plain, edges are mixed. */
const places = [0.125, 0.375, 0.625, 0.875];

/** `reach`: from the middle to the edge in units of the sign; `round`: of the corners. */
function draw(size, reach, round) {
  const inside = (x, y) => {
    const [dx, dy] = [x, y].map((value) => Math.max(Math.abs(value - middle) - reach + round, 0));
    return Math.hypot(dx, dy) <= round || round === 0;
  };
  const at = (x, y) => {
    if (!inside(x, y)) return [0, 0, 0, 0];
    return squares.some(([left, top]) => x >= left && x < left + 7 && y >= top && y < top + 7) ? light : ground;
  };
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const unit = (pixel) => middle - reach + (pixel / size) * reach * 2;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const looks = places.flatMap((y) => places.map((x) => at(unit(column + x), unit(row + y))));
      const alpha = looks.reduce((sum, [, , , a]) => sum + a, 0);
      const mixed = [0, 1, 2].map((i) => (alpha === 0 ? 0 : Math.round(looks.reduce((sum, look) => sum + look[i] * look[3], 0) / alpha)));
      rows.set([...mixed, Math.round(alpha / looks.length)], row * (size * 4 + 1) + 1 + column * 4);
    }
  return png(size, rows);
}

function png(size, rows) {
  const part = (name, content) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, part('IHDR', head), part('IDAT', deflateSync(rows, { level: 9 })), part('IEND', Buffer.alloc(0))]);
}

const icons = {
  'app-icon-192.png': draw(192, 23.5, 6),
  'app-icon-512.png': draw(512, 23.5, 6),
  // Systems cut these: the sign stays within the middle four fifths.
  'app-icon-maskable-512.png': draw(512, 33, 0),
  // Without transparency: iOS would make it black.
  'apple-touch-icon.png': draw(180, 26, 0),
};
for (const [name, content] of Object.entries(icons)) writeFileSync(`public/${name}`, content);

type Placed = { column: number; row: number; group?: string | undefined };

/** Lines wherever two neighbours belong to different groups, so that every group is seen in one piece. SVG path data. */
export function tileOutline(tiles: readonly Placed[], pitch: number): string {
  const at = new Map(tiles.map((tile) => [`${tile.column},${tile.row}`, tile.group ?? '']));
  const lines: string[] = [];
  for (const { column, row, group = '' } of tiles) {
    const x = column * pitch;
    const y = row * pitch;
    const differs = (dx: number, dy: number) => at.get(`${column + dx},${row + dy}`) !== group;
    // Between two tiles the right and the lower one draw, so that no line is drawn twice.
    if (differs(-1, 0)) lines.push(`M${x} ${y}v${pitch}`);
    if (differs(0, -1)) lines.push(`M${x} ${y}h${pitch}`);
    if (!at.has(`${column + 1},${row}`)) lines.push(`M${x + pitch} ${y}v${pitch}`);
    if (!at.has(`${column},${row + 1}`)) lines.push(`M${x} ${y + pitch}h${pitch}`);
  }
  return lines.join('');
}

type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

export const isDirection = (key: string): key is Direction =>
  ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);

/** The next tile that way: in the same line first, over gaps; up and down to the nearest of the next row. */
export function nextTile<T extends Placed>(tiles: readonly T[], from: T, key: Direction): T | undefined {
  const inRow = (row: number) => tiles.filter((tile) => tile.row === row).sort((a, b) => a.column - b.column);
  const row = inRow(from.row);
  switch (key) {
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowLeft':
      return row.filter((tile) => tile.column < from.column).at(-1);
    case 'ArrowRight':
      return row.find((tile) => tile.column > from.column);
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowUp' ? -1 : 1;
      const rows = tiles.map((tile) => tile.row);
      for (let y = from.row + step; y >= Math.min(...rows) && y <= Math.max(...rows); y += step) {
        const found = inRow(y).sort((a, b) => Math.abs(a.column - from.column) - Math.abs(b.column - from.column))[0];
        if (found) return found;
      }
      return undefined;
    }
  }
}

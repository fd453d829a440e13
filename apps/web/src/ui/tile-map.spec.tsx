import { describe, expect, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { barriers } from '../../test/axe.ts';
import { TileMap, type Tile } from './tile-map.tsx';
import { nextTile, tileOutline } from './tile-outline.ts';

//  A B .
//  . C D      C and D are one group, B is mine
const tile = (key: string, column: number, row: number, rest: Partial<Tile> = {}): Tile => ({
  key,
  code: key,
  label: `Verwaltung ${key}`,
  column,
  row,
  state: 'off',
  href: `/kommunen/${key}`,
  ...rest,
});
const tiles = [tile('A', 0, 0), tile('B', 1, 0, { state: 'mine' }), tile('C', 1, 1, { group: 'g' }), tile('D', 3, 1, { group: 'g' })];

const Where = () => <output>{useLocation().pathname}</output>;
const show = (kind: 'map' | 'picture') =>
  render(
    <MemoryRouter>
      <TileMap kind={kind} label="2 von 4" tiles={tiles} />
      <Where />
    </MemoryRouter>,
  );
const link = (key: string) => screen.getByRole('link', { name: `Verwaltung ${key}, ${key}` });

describe('as a control', () => {
  test('is one tab stop that begins at my own tile', () => {
    show('map');
    expect(screen.getAllByRole('link').filter((one) => one.tabIndex === 0)).toEqual([link('B')]);
  });

  test('moves by arrows over gaps, and the tab stop moves along', () => {
    show('map');
    act(() => link('B').focus());
    fireEvent.keyDown(link('B'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(link('C'));
    fireEvent.keyDown(link('C'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(link('D'));
    expect(link('D').tabIndex).toBe(0);
    expect(link('B').tabIndex).toBe(-1);
    fireEvent.keyDown(link('D'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(link('D'));
    fireEvent.keyDown(link('D'), { key: 'Home' });
    expect(document.activeElement).toBe(link('C'));
  });

  test('goes to the tile’s page without loading the site anew', () => {
    show('map');
    fireEvent.click(link('C'));
    expect(screen.getByRole('status').textContent).toBe('/kommunen/C');
  });

  test('has no barrier', async () => {
    expect(await barriers(show('map').container)).toEqual([]);
  });
});

test('as a picture it is one image with words and no control', async () => {
  const { container } = show('picture');
  expect(screen.getByRole('img', { name: '2 von 4' })).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  expect(await barriers(container)).toEqual([]);
});

test('up and down find the nearest tile of the next row', () => {
  expect(nextTile(tiles, tiles[3]!, 'ArrowUp')?.key).toBe('B');
  expect(nextTile(tiles, tiles[0]!, 'ArrowUp')).toBeUndefined();
});

test('the outline has a line between groups, one only, and none inside', () => {
  const pair = (group: string) =>
    tileOutline(
      [
        { column: 0, row: 0, group: 'a' },
        { column: 1, row: 0, group },
      ],
      10,
    );
  expect(pair('a')).toBe('M0 0v10M0 0h10M0 10h10M10 0h10M20 0v10M10 10h10');
  expect(pair('b').match(/M10 0v10/g)).toHaveLength(1);
});

import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { classes } from './classes.ts';
import { isDirection, nextTile, tileOutline } from './tile-outline.ts';
import './styles/tile-map.scss';

export type Tile = {
  key: string;
  /** Two to four letters. */
  code: string;
  /** Full name and what the tile says, as it is read aloud and shown: "Halle (Saale), arbeitet mit". */
  label: string;
  column: number;
  row: number;
  /** Tiles of a group are outlined together. */
  group?: string;
  /** `missed`: meant, and not reached. */
  state: 'mine' | 'mine-off' | 'on' | 'off' | 'none' | 'missed';
  href?: string;
  /** Capitals for the head of a group, drawn stronger. */
  head?: boolean;
};

type TileMapProps = {
  /** What the picture says in one sentence; the list beside it says the rest. */
  label: string;
  tiles: readonly Tile[];
  /** `picture`: never a control. `map`: a control as soon as the tiles are large enough (24 px). */
  kind?: 'picture' | 'map';
  outline?: boolean;
};

const pitch = 25;
const side = 22;
const smallest = 24;

/** One tile for each body, in the shape of the whole. Beside it always stands the list: that is the page's duty. */
export function TileMap({ label, tiles, kind = 'picture', outline = true }: TileMapProps) {
  const box = useRef<SVGSVGElement>(null);
  const [large, setLarge] = useState(true);
  const [active, setActive] = useState<string>();
  const [named, setNamed] = useState<string>();
  const navigate = useNavigate();
  const columns = Math.max(1, ...tiles.map((tile) => tile.column + 1));
  const rows = Math.max(1, ...tiles.map((tile) => tile.row + 1));
  const lines = useMemo(() => (outline ? tileOutline(tiles, pitch) : ''), [outline, tiles]);

  useEffect(() => {
    if (kind === 'picture' || !box.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setLarge((entry.contentRect.width / columns) * (side / pitch) >= smallest);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [columns, kind]);

  const control = kind === 'map' && large;
  const stop = tiles.find((tile) => tile.key === active) ?? tiles.find((tile) => tile.state.startsWith('mine')) ?? tiles[0];

  const onKey = (event: KeyboardEvent, from: Tile) => {
    if (!isDirection(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = nextTile(tiles, from, event.key);
    if (!to) return;
    setActive(to.key);
    [...(box.current?.querySelectorAll<SVGElement>('[data-tile]') ?? [])].find((element) => element.dataset['tile'] === to.key)?.focus();
  };

  return (
    <div className={classes('ui-map', `ui-map--${kind}`)}>
      <svg
        ref={box}
        viewBox={`-2 -2 ${columns * pitch + 4} ${rows * pitch + 4}`}
        role={control ? 'group' : 'img'}
        aria-label={label}
        onPointerLeave={() => setNamed(undefined)}
      >
        {tiles.map((tile) => {
          const shape = <TileShape tile={tile} codes={control} />;
          const pointer = { onPointerEnter: () => setNamed(tile.label) };
          if (!control)
            return (
              <g key={tile.key} {...pointer}>
                {shape}
              </g>
            );
          const shared = {
            'data-tile': tile.key,
            'aria-label': `${tile.label}, ${tile.code}`,
            tabIndex: tile === stop ? 0 : -1,
            onFocus: () => {
              setActive(tile.key);
              setNamed(tile.label);
            },
            onBlur: () => setNamed(undefined),
            onKeyDown: (event: KeyboardEvent) => onKey(event, tile),
            ...pointer,
          };
          return tile.href ? (
            <a
              key={tile.key}
              {...shared}
              href={tile.href}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                void navigate(tile.href ?? '');
              }}
            >
              {shape}
            </a>
          ) : (
            <g key={tile.key} {...shared} role="img">
              {shape}
            </g>
          );
        })}
        {lines && <path className="ui-map__border" d={lines} />}
      </svg>
      {kind === 'map' && (
        <p className="ui-meta ui-map__name" aria-hidden="true">
          {named}
        </p>
      )}
    </div>
  );
}

function TileShape({ tile, codes }: { tile: Tile; codes: boolean }) {
  const x = tile.column * pitch + (pitch - side) / 2;
  const y = tile.row * pitch + (pitch - side) / 2;
  return (
    <>
      <rect className={`ui-map__tile ui-map__tile--${tile.state}`} x={x} y={y} width={side} height={side} rx="3" />
      {codes && (
        <text className={classes(`ui-map__code--${tile.state}`, tile.head && 'ui-map__code--head')} x={x + side / 2} y={y + side / 2}>
          {tile.code}
        </text>
      )}
    </>
  );
}

import { useMemo } from 'react';
import { TileMap, type Tile } from '../../ui/tile-map.tsx';
import { markOf, useViewer, type Viewer } from '../people/index.ts';
import type { OrganisationMapQuery } from './documents.generated.ts';

export type Administration = OrganisationMapQuery['organisations']['nodes'][number];

type DirectoryMapProps = {
  administrations: readonly Administration[];
  /** Key of the Kreis that the list is narrowed to. */ kreis: string | null;
};

/** Which administrations have a coordination: one tile each, a link each where the tiles are large enough. */
export function DirectoryMap({ administrations, kreis }: DirectoryMapProps) {
  const viewer = useViewer();
  const tiles = useMemo(() => tilesOf(administrations, viewer, kreis), [administrations, viewer, kreis]);
  const covered = administrations.filter((administration) => administration.hasCoordinator).length;
  return (
    <div className="org-map">
      <TileMap
        kind="map"
        label={`Kachelkarte: ${covered} von ${administrations.length} Verwaltungen haben eine OZG-Koordination`}
        tiles={tiles}
      />
      <ul className="org-legend" aria-label="Legende">
        <li>
          <i className="org-legend__on" /> mit Koordination ({covered})
        </li>
        <li>
          <i /> noch ohne ({administrations.length - covered})
        </li>
      </ul>
      <p className="ui-meta org-credit">Lage: © GeoBasis-DE / BKG 2019, dl-de/by-2-0, vereinfacht</p>
    </div>
  );
}

function tilesOf(administrations: readonly Administration[], viewer: Viewer, kreis: string | null): Tile[] {
  return administrations.flatMap((administration) => {
    const { id, key, kind, code, title, tile, hasCoordinator } = administration;
    if (!tile) return [];
    const mine = markOf(viewer, administration) === 'mine';
    const elsewhere = kreis !== null && tile.kreis !== kreis;
    return [
      {
        key,
        code,
        label: `${title}, ${hasCoordinator ? 'mit Koordination' : 'noch ohne Koordination'}`,
        column: tile.column,
        row: tile.row,
        group: tile.kreis,
        head: kind === 'LANDKREIS' || kind === 'KREISFREIE_STADT',
        href: `/kommunen/${id}`,
        state: elsewhere ? 'none' : mine ? (hasCoordinator ? 'mine' : 'mine-off') : hasCoordinator ? 'on' : 'off',
      } satisfies Tile,
    ];
  });
}

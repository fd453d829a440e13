import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { Section } from '../../ui/section.tsx';
import { TileMap, type Tile } from '../../ui/tile-map.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { OrganisationMapDocument } from './documents.generated.ts';

/** Where in the Land it lies: a picture, its words are the facts beside it. */
export function Place({ organisation }: { organisation: { key: string; title: string; kind: string } }) {
  const { data } = useQuery(OrganisationMapDocument);
  const viewer = useViewer();
  const tiles = useMemo(
    () =>
      (data?.organisations.nodes ?? []).flatMap((administration): Tile[] => {
        const { key, code, title, tile } = administration;
        if (!tile) return [];
        const here = key === organisation.key || (organisation.kind === 'LANDKREIS' && tile.kreis === organisation.key);
        const state = !here ? 'off' : markOf(viewer, administration) === 'mine' ? 'mine' : 'on';
        return [{ key, code, label: title, column: tile.column, row: tile.row, group: tile.kreis, state }];
      }),
    [data, organisation, viewer],
  );
  if (tiles.length === 0) return null;
  return (
    <Section title="Lage">
      <div className="org-place">
        <TileMap label={`Kachelkarte von Sachsen-Anhalt, hervorgehoben: ${organisation.title}`} tiles={tiles} />
      </div>
      <p className="ui-meta org-credit">© GeoBasis-DE / BKG 2019, dl-de/by-2-0, vereinfacht</p>
    </Section>
  );
}

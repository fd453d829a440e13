import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { Meter, OrgMark } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { TileMap, type Tile } from '../../ui/tile-map.tsx';
import { markOf, useViewer, type Viewer } from '../people/index.ts';
import {
  AdministrationTilesDocument,
  GroupBesetzungDocument,
  type AdministrationTilesQuery,
  type GroupBesetzungQuery,
} from './documents.generated.ts';
import type { Group } from './group-context.ts';
import { placeOf, roleWords } from './words.ts';

type Administration = AdministrationTilesQuery['organisations']['nodes'][number];
type Seats = GroupBesetzungQuery['workingGroup']['besetzung'];

const kinds = [
  ['KREISFREIE_STADT', 'Kreisfreie Städte'],
  ['LANDKREIS', 'Landkreise'],
  ['EINHEITSGEMEINDE', 'Einheitsgemeinden'],
  ['VERBANDSGEMEINDE', 'Verbandsgemeinden'],
] as const;

type BesetzungProps = {
  group: Group;
  /** The members' page may be opened. */
  listed: boolean;
  /** Beside the list: large enough to be a control, each tile leads to its administration. */
  large?: boolean;
};

/** Who takes part: the number, the map, a bar for each kind. The list is the members' page. */
export function Besetzung({ group, listed, large = false }: BesetzungProps) {
  const viewer = useViewer();
  const seats = useQuery(GroupBesetzungDocument, { variables: { id: group.id }, fetchPolicy: 'cache-and-network' });
  const land = useQuery(AdministrationTilesDocument);
  const taking = seats.data?.workingGroup.besetzung;
  const all = land.data?.organisations.nodes;
  const words = `${counted(group.organisationCount, 'Verwaltung', 'Verwaltungen')}, ${counted(group.memberCount, 'Person', 'Personen')}`;
  const error = seats.error ?? land.error;
  return (
    <Section title="Besetzung">
      <p className="ui-meta ui-alone">{listed ? <Link to={`/arbeitsgruppen/${group.id}/mitglieder`}>{words}</Link> : words}</p>
      {taking && all ? (
        <Picture all={all} seats={taking} viewer={viewer} large={large} />
      ) : error ? (
        <ErrorState onRetry={() => void Promise.all([seats.refetch(), land.refetch()])}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={1} />
      )}
    </Section>
  );
}

function Picture({ all, seats, viewer, large }: { all: readonly Administration[]; seats: Seats; viewer: Viewer; large: boolean }) {
  const taking = useMemo(() => new Set(seats.map((seat) => seat.organisation.id)), [seats]);
  const tiles = useMemo(() => tilesOf(all, taking, viewer), [all, taking, viewer]);
  const of = (kind: string) => all.filter((administration) => administration.kind === kind);
  const part = all.filter((administration) => taking.has(administration.id)).length;
  return (
    <>
      <div className={large ? undefined : 'wg-map'}>
        <TileMap
          kind={large ? 'map' : 'picture'}
          label={`Kachelkarte: ${part} von ${all.length} Verwaltungen arbeiten mit`}
          tiles={tiles}
        />
      </div>
      <div className="wg-meters">
        {kinds.map(([kind, label]) => (
          <Meter key={kind} label={label} value={of(kind).filter((a) => taking.has(a.id)).length} max={of(kind).length} />
        ))}
      </div>
      <p className="ui-meta wg-credit">Lage: © GeoBasis-DE / BKG 2019, dl-de/by-2-0, vereinfacht</p>
    </>
  );
}

function tilesOf(all: readonly Administration[], taking: ReadonlySet<string>, viewer: Viewer): Tile[] {
  return all.flatMap((administration) => {
    if (!administration.tile) return [];
    const { id, key, code, title, tile } = administration;
    const on = taking.has(id);
    const mine = markOf(viewer, administration) === 'mine';
    return [
      {
        key,
        code,
        label: `${title}, ${on ? 'arbeitet mit' : 'arbeitet nicht mit'}`,
        column: tile.column,
        row: tile.row,
        group: tile.kreis,
        href: `/kommunen/${id}`,
        head: key.length === 5,
        state: mine ? (on ? 'mine' : 'mine-off') : on ? 'on' : 'off',
      } satisfies Tile,
    ];
  });
}

/** Whom to turn to. */
export function Leads({ group, children }: { group: Group; children?: ReactNode }) {
  const viewer = useViewer();
  return (
    <Section title="Leitung">
      {group.leads.length === 0 ? (
        <p className="ui-meta">Zurzeit leitet niemand diese Arbeitsgruppe.</p>
      ) : (
        <ul className="ui-people">
          {group.leads.map((seat) => (
            <li key={seat.id}>
              <OrgMark code={seat.organisation.code} kind={markOf(viewer, seat.organisation)} />
              <div>
                {seat.person.name}
                {seat.person.id === viewer.person.id && ' (Sie)'}
                <p className="ui-meta">
                  {roleWords[seat.role]}, {placeOf(seat.organisation)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Section>
  );
}

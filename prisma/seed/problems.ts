import type { Body, BodyKind } from './bodies.ts';

/** What Sachsen-Anhalt has on the Gebietsstand of the sources. A reform changes these figures together with the files. */
const COUNTS = { LANDKREIS: 11, KREISFREIE_STADT: 3, EINHEITSGEMEINDE: 101, VERBANDSGEMEINDE: 18, MITGLIEDSGEMEINDE: 114 } as const;
const ADMINISTRATIONS = 133;
const POPULATION = 2_135_597;
const GRID = { columns: 14, rows: 18 };

const PARENT_KIND: Partial<Record<BodyKind, BodyKind>> = {
  EINHEITSGEMEINDE: 'LANDKREIS',
  VERBANDSGEMEINDE: 'LANDKREIS',
  MITGLIEDSGEMEINDE: 'VERBANDSGEMEINDE',
};
const LENGTHS: Partial<Record<BodyKind, { ars: number; ags: number | null }>> = {
  LANDKREIS: { ars: 5, ags: 5 },
  KREISFREIE_STADT: { ars: 12, ags: 8 },
  EINHEITSGEMEINDE: { ars: 12, ags: 8 },
  VERBANDSGEMEINDE: { ars: 9, ags: null },
  MITGLIEDSGEMEINDE: { ars: 12, ags: 8 },
};

/** What is wrong with the seed as a whole, one sentence each; empty when nothing is. Pure, so that a spec can hand it a spoilt list. */
export function problems(bodies: readonly Body[]): string[] {
  return [
    ...countProblems(bodies),
    ...repeated('key', bodies, (body) => body.key),
    ...repeated('code', bodies, (body) => body.code),
    ...repeated('ags', bodies, (body) => body.ags),
    ...repeated('title', bodies, (body) => body.title),
    ...bodies.flatMap(registerProblems),
    ...parentProblems(bodies),
    ...populationProblems(bodies),
    ...tileProblems(bodies),
  ];
}

function countProblems(bodies: readonly Body[]): string[] {
  return Object.entries(COUNTS).flatMap(([kind, count]) => {
    const actual = bodies.filter((body) => body.kind === kind).length;
    return actual === count ? [] : [`${actual} of kind ${kind} instead of ${count}`];
  });
}

function repeated(what: string, bodies: readonly Body[], valueOf: (body: Body) => string | null): string[] {
  const seen = new Map<string, string>();
  return bodies.flatMap((body) => {
    const value = valueOf(body);
    if (value === null) return [];
    const first = seen.get(value);
    if (first !== undefined) return [`${body.key}: ${what} ${value} belongs to ${first} already`];
    seen.set(value, body.key);
    return [];
  });
}

function registerProblems({ key, kind, ags, ars, lat, lon }: Body): string[] {
  const lengths = LENGTHS[kind];
  if (lengths === undefined) return ags === null && ars === null ? [] : [`${key}: only a territorial body has AGS and ARS`];
  const found: string[] = [];
  if (ars?.length !== lengths.ars) found.push(`${key}: the ARS of ${kind} has ${lengths.ars} digits`);
  if ((ags?.length ?? null) !== lengths.ags) found.push(`${key}: the AGS of ${kind} has ${lengths.ags ?? 'no'} digits`);
  if (ars !== key) found.push(`${key}: the key of a territorial body is its ARS`);
  if (ags?.length === 8 && ars?.length === 12 && ars !== ags.slice(0, 5) + ars.slice(5, 9) + ags.slice(5)) {
    found.push(`${key}: AGS ${ags} and ARS ${ars} name different places`);
  }
  // The corners of the Land, so that swapped or foreign coordinates are seen.
  if (lat === null || lat < 50.9 || lat > 53.1 || lon === null || lon < 10.5 || lon > 13.2)
    found.push(`${key}: lies outside of Sachsen-Anhalt`);
  return found;
}

function parentProblems(bodies: readonly Body[]): string[] {
  const byKey = new Map(bodies.map((body) => [body.key, body]));
  return bodies.flatMap(({ key, kind, parent }) => {
    const wanted = PARENT_KIND[kind];
    if (wanted === undefined) return parent === null ? [] : [`${key}: a ${kind} has no parent`];
    const found = parent === null ? undefined : byKey.get(parent);
    if (found?.kind !== wanted) return [`${key}: its parent must be a ${wanted}`];
    return key.startsWith(found.key) ? [] : [`${key}: its ARS does not begin with that of its parent ${found.key}`];
  });
}

function populationProblems(bodies: readonly Body[]): string[] {
  const sum = (chosen: readonly Body[]): number => chosen.reduce((total, body) => total + (body.population ?? 0), 0);
  const gemeinden = bodies.filter((body) => body.ags?.length === 8);
  const total = sum(gemeinden);
  const found = total === POPULATION ? [] : [`the Gemeinden have ${total} inhabitants together instead of ${POPULATION}`];
  for (const parent of bodies.filter(({ kind }) => kind === 'LANDKREIS' || kind === 'VERBANDSGEMEINDE')) {
    const children = sum(bodies.filter((body) => body.parent === parent.key));
    if (children !== parent.population) found.push(`${parent.key}: ${parent.population} inhabitants, its members have ${children}`);
  }
  return found;
}

function tileProblems(bodies: readonly Body[]): string[] {
  const found: string[] = [];
  const places = new Map<string, string>();
  for (const { key, kind, code, tile } of bodies) {
    const tiled = kind in COUNTS && kind !== 'MITGLIEDSGEMEINDE';
    if ((tile !== null) !== tiled) found.push(`${key}: ${tiled ? 'has no tile' : 'must not have a tile'}`);
    if ((code !== null) !== (kind !== 'MITGLIEDSGEMEINDE')) found.push(`${key}: ${code === null ? 'has no code' : 'must not have a code'}`);
    if (tile === null) continue;
    const place = `${tile.column},${tile.row}`;
    const other = places.get(place);
    if (other !== undefined) found.push(`${key}: its tile ${place} belongs to ${other} already`);
    if (tile.column >= GRID.columns || tile.row >= GRID.rows) found.push(`${key}: its tile ${place} lies outside of the grid`);
    places.set(place, key);
  }
  if (places.size !== ADMINISTRATIONS) found.push(`${places.size} tiles instead of ${ADMINISTRATIONS}`);
  return [...found, ...piecesOfKreise(bodies)];
}

/** Every Kreis is one piece on the map: this is what makes the tiles readable as the Land. */
function piecesOfKreise(bodies: readonly Body[]): string[] {
  return bodies
    .filter((body) => body.kind === 'LANDKREIS')
    .flatMap((kreis) => {
      const tiles = bodies.flatMap((body) => (body.tile !== null && (body === kreis || body.parent === kreis.key) ? [body.tile] : []));
      const reached = tiles.slice(0, 1);
      for (const here of reached) {
        const near = tiles.filter((tile) => Math.abs(tile.column - here.column) + Math.abs(tile.row - here.row) === 1);
        reached.push(...near.filter((tile) => !reached.includes(tile)));
      }
      return reached.length === tiles.length ? [] : [`${kreis.key}: its tiles are not one piece`];
    });
}

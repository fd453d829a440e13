import { readFileSync } from 'node:fs';

export type BodyKind =
  | 'LAND_MINISTRY'
  | 'LAND_AUTHORITY'
  | 'LANDKREIS'
  | 'KREISFREIE_STADT'
  | 'EINHEITSGEMEINDE'
  | 'VERBANDSGEMEINDE'
  | 'MITGLIEDSGEMEINDE'
  | 'ASSOCIATION'
  | 'IT_PROVIDER'
  | 'BUND'
  | 'OTHER_LAND'
  | 'OTHER';

/** A public body as the seed states it. `ags`, `ars` and `key` are text: their leading zeros and their length mean something. */
export type Body = {
  /** Lasting: the ARS of a territorial body, a short name of ours for every other one. */
  readonly key: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly title: string;
  /** What stands on its tile and its mark. A Mitgliedsgemeinde has none: it acts through its Verbandsgemeinde and shows that one's. */
  readonly code: string | null;
  /** 8 digits, 5 for a Landkreis, null for a Verbandsgemeinde and for bodies without a territory. */
  readonly ags: string | null;
  /** 12 digits, 9 for a Verbandsgemeinde, 5 for a Landkreis, null for bodies without a territory. */
  readonly ars: string | null;
  readonly parent: string | null;
  readonly population: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly tile: { readonly column: number; readonly row: number } | null;
};

const OTHER_KINDS = ['LAND_MINISTRY', 'LAND_AUTHORITY', 'ASSOCIATION', 'IT_PROVIDER', 'BUND', 'OTHER_LAND', 'OTHER'] as const;

type Source = { readonly file: string; readonly kind: BodyKind | null; readonly columns: readonly string[] };

const TILED = ['code', 'name', 'title', 'parent', 'population', 'lat', 'lon', 'column', 'row'];
const withoutParent = TILED.filter((column) => column !== 'parent');

// Parents stand before their children, so that an import can write the list as it comes.
const SOURCES: readonly Source[] = [
  { file: 'landkreise.csv', kind: 'LANDKREIS', columns: ['ars', 'ags', ...withoutParent] },
  { file: 'kreisfreie-staedte.csv', kind: 'KREISFREIE_STADT', columns: ['ars', 'ags', ...withoutParent] },
  { file: 'verbandsgemeinden.csv', kind: 'VERBANDSGEMEINDE', columns: ['ars', ...TILED] },
  { file: 'einheitsgemeinden.csv', kind: 'EINHEITSGEMEINDE', columns: ['ars', 'ags', ...TILED] },
  {
    file: 'mitgliedsgemeinden.csv',
    kind: 'MITGLIEDSGEMEINDE',
    columns: ['ars', 'ags', 'name', 'title', 'parent', 'population', 'lat', 'lon'],
  },
  { file: 'others.csv', kind: null, columns: ['key', 'kind', 'code', 'name', 'title'] },
];

const FORMS: Readonly<Record<string, RegExp>> = {
  key: /^[a-z][a-z0-9-]*$/,
  ars: /^15(\d{3}|\d{7}|\d{10})$/,
  ags: /^15(\d{3}|\d{6})$/,
  code: /^\p{L}{2,4}$/u,
  parent: /^15(\d{3}|\d{7})$/,
  population: /^[1-9]\d*$/,
  lat: /^\d{2}\.\d{5}$/,
  lon: /^\d{2}\.\d{5}$/,
  column: /^\d{1,2}$/,
  row: /^\d{1,2}$/,
};

/** All bodies of the seed, parents first. Throws with file and line where a file is not as it must be; what only the whole can show is `problems`. */
export function bodies(folder: URL = new URL('./bodies/', import.meta.url)): Body[] {
  return SOURCES.flatMap((source) => readBodies(source, readFileSync(new URL(source.file, folder), 'utf8')));
}

function readBodies(source: Source, text: string): Body[] {
  const header = source.columns.join(';');
  const found: Body[] = [];
  let headerSeen = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const at = `${source.file}:${index + 1}`;
    if (headerSeen) {
      found.push(readBody(source, line, at));
    } else {
      if (line !== header) throw new Error(`${at}: the header must be "${header}"`);
      headerSeen = true;
    }
  }
  return found;
}

function readBody({ kind, columns }: Source, line: string, at: string): Body {
  const cells = line.split(';');
  if (cells.length !== columns.length) throw new Error(`${at}: ${cells.length} fields instead of ${columns.length}`);
  const row = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
  for (const [column, cell] of row) {
    if (cell === '' || cell !== cell.trim() || cell.includes('"')) throw new Error(`${at}: ${column} is empty, padded or quoted`);
    if (cell !== cell.normalize('NFC')) throw new Error(`${at}: ${column} is not NFC`);
    if (cell.includes('@')) throw new Error(`${at}: ${column} holds a mail address`);
    if (FORMS[column]?.test(cell) === false) throw new Error(`${at}: ${column} "${cell}" has the wrong form`);
  }
  const text = (column: string): string | null => row.get(column) ?? null;
  const number = (column: string): number | null => (row.has(column) ? Number(row.get(column)) : null);
  const needed = (column: string): string => text(column) ?? '';
  const [column, tileRow] = [number('column'), number('row')];
  return {
    key: text('key') ?? needed('ars'),
    kind: kind ?? otherKind(needed('kind'), at),
    name: needed('name'),
    title: needed('title'),
    code: text('code'),
    ags: text('ags'),
    ars: text('ars'),
    parent: text('parent'),
    population: number('population'),
    lat: number('lat'),
    lon: number('lon'),
    tile: column === null || tileRow === null ? null : { column, row: tileRow },
  };
}

function otherKind(cell: string, at: string): BodyKind {
  const kind = OTHER_KINDS.find((known) => known === cell);
  if (kind === undefined) throw new Error(`${at}: kind "${cell}" is none of ${OTHER_KINDS.join(', ')}`);
  return kind;
}

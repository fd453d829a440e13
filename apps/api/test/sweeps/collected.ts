import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventName } from '@kollab/contract';
import { roles } from './cast.ts';
import type { Story, Sweep } from './sweep.ts';
import { openFieldsOf, rowsOf, type Row } from './table.ts';

const source = join(import.meta.dirname, '../../src');

/** The rows of all features, each with the folder that they stand in. */
export const sweeps: readonly { folder: string; sweep: Sweep }[] = await Promise.all(
  globSync('**/sweep.ts', { cwd: source })
    .toSorted()
    .map(async (file) => {
      const { sweep } = (await import(pathToFileURL(join(source, file)).href)) as { sweep: Sweep };
      return { folder: dirname(file), sweep };
    }),
);

/** One kind of rows, of all features: `Tables['calls']`, … */
const all = <T>(pick: (sweep: Sweep) => Record<string, T> | undefined): Record<string, T> =>
  Object.assign({}, ...sweeps.map(({ sweep }) => pick(sweep))) as Record<string, T>;

export const calls = all((sweep) => sweep.calls);
export const stories = all((sweep) => sweep.stories as Record<string, Story>);
export const screens = all((sweep) => sweep.screens);
export const toldIn = all((sweep) => sweep.toldIn);
export const written = all((sweep) => sweep.written as Record<string, (state: unknown, payload: unknown) => void>);
export const wholeTables = all((sweep) => sweep.wholeTables);
export const pages = all((sweep) => sweep.pages);
export const insideGroup = sweeps.flatMap(({ sweep }) => sweep.insideGroup ?? []);
export const smallTables = sweeps.flatMap(({ sweep }) => sweep.smallTables ?? []);

export const screenNames = Object.keys(screens);
/** What the web asks again when it hears of something. Posts come with the event. */
export const heard = Object.fromEntries(
  Object.entries(all((sweep) => sweep.heard as Record<string, readonly string[] | '*'>)).map(([name, again]) => [
    name,
    again === '*' ? screenNames : again,
  ]),
) as Record<EventName, readonly string[]>;

export const rootRows = sweeps.flatMap(({ folder, sweep }) => rowsOf(folder, sweep.authorization, roles));
export const guardedRows = sweeps.flatMap(({ folder, sweep }) => rowsOf(folder, sweep.guardedFields, roles));
export const openFields = sweeps.flatMap(({ folder, sweep }) => openFieldsOf(folder, sweep.openFields));

/** Rows of a kind as they stand there, for what compares them with what is declared: by folder, so that none hides behind another. */
export const namesOf = (pick: (sweep: Sweep) => object | undefined): Named[] =>
  sweeps.flatMap(({ folder, sweep }) => Object.keys(pick(sweep) ?? {}).map((name) => ({ folder, name })));
export interface Named {
  folder: string;
  name: string;
}

/** The fields that rows speak of, each once however many cases it has. */
export const fieldsIn = (table: readonly Row[]): Named[] => [
  ...new Map(table.map(({ folder, field }) => [`${folder} ${field}`, { folder, name: field }])).values(),
];

/** How the rows differ from what they have to name: every line says what to write, and where. Empty: in nothing. */
export function gaps(kind: keyof Sweep, wanted: readonly Named[], named: readonly Named[]): string[] {
  const key = ({ folder, name }: Named) => `${folder}/sweep.ts: ${kind}: ${name}`;
  const [should, are] = [wanted.map(key), named.map(key)];
  const twice = (keys: readonly string[]) => keys.filter((each, i) => keys.indexOf(each) < i);
  return [
    ...should.filter((each) => !are.includes(each)).map((each) => `${each} is missing`),
    ...are.filter((each) => !should.includes(each)).map((each) => `${each} stands there, and nothing beside it is called so`),
    ...twice(are).map((each) => `${each} stands there twice`),
  ];
}

import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { holds, type Figure } from './figures.ts';

const file = join(import.meta.dirname, '../../../../docs/betrieb/leistung.md');
const [begin, end] = ['<!-- Anfang: geschrieben von npm run bench -->', '<!-- Ende: geschrieben von npm run bench -->'];

const number = new Intl.NumberFormat('de-DE', { maximumSignificantDigits: 3 });
const units: Readonly<Record<string, string>> = {
  'requests/s': 'Anfragen/s',
  answers: 'Antworten',
  measurements: 'Messungen',
  screens: 'Bildschirme',
  refetches: 'Nachfragen',
};

function row(figure: Figure): string {
  const { name, unit, ours, twin, ratio, aim, least, lowerIsBetter, spread, rounds } = figure;
  const shown = (value: number | null): string => (value === null ? '–' : number.format(value));
  const bound = least === null ? 'wird genannt' : `${lowerIsBetter ? 'höchstens' : 'mindestens'} ${shown(least)}`;
  const around = spread && rounds > 1 ? ` (${shown(spread[0])} bis ${shown(spread[1])})` : '';
  const cells = [
    name,
    units[unit] ?? unit,
    `${shown(ours)}${ratio === null ? around : ''}`,
    shown(twin),
    `${shown(ratio)}${ratio === null ? '' : around}`,
    shown(aim),
    bound,
    least === null ? '' : holds(figure) ? 'ja' : 'nein',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Writes the table into the note for operators; what people wrote around it stays. */
export async function writeNote(figures: readonly Figure[], postgresVersion: string): Promise<void> {
  const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(new Date());
  const [cpu] = cpus();
  const machine = `${cpus().length} Kerne (${cpu?.model.trim()}), ${number.format(totalmem() / 2 ** 30)} GB Speicher, PostgreSQL ${postgresVersion}, Node ${process.versions.node}`;
  const table = [
    begin,
    '',
    `Gemessen am ${day}: ${machine}. Server, Datenbank und Lasterzeuger teilen sich die Maschine. Zahlen sind Mediane der Runden, in Klammern stehen die niedrigste und die höchste.`,
    '',
    '| Messung | Einheit | wir | Zwilling | Verhältnis | Ziel | Grenze | eingehalten |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map(row),
    '',
    end,
  ].join('\n');
  const text = await readFile(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/betrieb/leistung.md has lost the place of the table');
  await writeFile(file, text.slice(0, from) + table + text.slice(to + end.length));
}

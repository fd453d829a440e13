import { stringify } from 'csv-stringify/sync';
import { berlinDay } from './berlin.ts';

export interface CsvFile {
  /** "Mitglieder-AG-4-Kommunikation-2026-12-16.csv" */
  name: string;
  text: string;
}

/** As Excel opens it in a German office. A cell that would begin a formula is kept as text. */
export const csvFile = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): CsvFile => ({
  name: `${fileName(title)}-${berlinDay(new Date())}.csv`,
  text: stringify([head, ...rows], { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true }),
});

const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

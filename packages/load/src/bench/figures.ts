import type { Judge } from '../program.ts';

/** One line of the table, one entry of the JSON. */
export interface Figure {
  name: string;
  unit: string;
  ours: number;
  /** What it is compared with; null for absolute figures. */
  twin: number | null;
  ratio: number | null;
  aim: number | null;
  /** The bound; a maximum where lower is better. null: stated only. */
  least: number | null;
  lowerIsBetter: boolean;
  /** Lowest and highest of the rounds: of the ratio, or of the figure itself. */
  spread: [number, number] | null;
  rounds: number;
  /** More about it, in the JSON only. */
  more?: Record<string, number>;
}

export const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};
const spreadOf = (all: readonly number[]): [number, number] => [Math.min(...all), Math.max(...all)];

type Bounds = Pick<Figure, 'name' | 'unit' | 'aim' | 'least' | 'lowerIsBetter'> & { more?: Record<string, number> };

/** Rounds of both sides: each round compares what was measured within seconds of each other. */
export const compared = (bounds: Bounds, ours: readonly number[], twin: readonly number[]): Figure => {
  const ratios = ours.map((value, i) => value / twin[i]!);
  return { ...bounds, ours: median(ours), twin: median(twin), ratio: median(ratios), spread: spreadOf(ratios), rounds: ours.length };
};
export const absolute = (bounds: Bounds, values: readonly number[]): Figure => ({
  ...bounds,
  ours: median(values),
  twin: null,
  ratio: null,
  spread: values.length > 1 ? spreadOf(values) : null,
  rounds: values.length,
});

/** Whether its bound is met, as far as it has one. */
export function holds({ ours, ratio, least, lowerIsBetter }: Figure): boolean {
  if (least === null) return true;
  const value = ratio ?? ours;
  return lowerIsBetter ? value <= least : value >= least;
}

export const round = (value: number): number => Number(value.toPrecision(3));
export const line = (f: Figure): string => {
  const bound = f.least === null ? 'stated' : `${f.lowerIsBetter ? 'at most' : 'at least'} ${f.least}`;
  const aim = f.aim === null || f.aim === f.least ? '' : `, aim ${f.aim}`;
  const spread = f.spread ? ` (${round(f.spread[0])} to ${round(f.spread[1])})` : '';
  const value =
    f.ratio === null
      ? `${round(f.ours)} ${f.unit}${spread}`
      : `${round(f.ratio)}${spread}: ${round(f.ours)} beside ${round(f.twin!)} ${f.unit}`;
  return `${f.name}: ${value}; ${bound}${aim}`;
};

/** All that were reported, for the note. */
export const reported: Figure[] = [];

/** `timed`: depends on the speed of the machine at this moment; a short run proves that the program works, and judges no such figure. */
export function report({ judge, note, short }: Judge, figure: Figure, timed = true): Figure {
  reported.push(figure);
  const { name, unit, ours, twin, ratio, aim, least, spread, rounds, more } = figure;
  const entry = { name, unit, ours: round(ours), twin: twin && round(twin), ratio: ratio && round(ratio), aim, least };
  if (short && timed) note(`      ${line(figure)}`);
  else judge(holds(figure), line(figure), { ...entry, spread: spread?.map(round) ?? null, rounds, ...more });
  return figure;
}

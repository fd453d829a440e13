import { setTimeout as pause } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Milliseconds that one step of cleaning up may take. */
const patience = 15_000;

/** What a program checks, one line each; `entry` goes into the JSON beside the line. */
export interface Judge {
  /** Judges one promise. Answers what it was told, so that a caller may go on. */
  judge: (holds: boolean, line: string, entry?: Record<string, unknown>) => boolean;
  /** What is being done; on a terminal the line replaces the one before. */
  progress: (line: string) => void;
  /** A line of the report that judges nothing. */
  note: (line: string) => void;
  /** Undone at the end, last first, however the program ends. */
  defer: (undo: () => unknown) => void;
  /** `--short`: the small set that `npm test` runs as well. */
  short: boolean;
  /** The program's own options. */
  options: Readonly<Record<string, unknown>>;
}

/**
 * The frame of `npm run bench`, `attack`, `faults` and `sabotage`: options `--json FILE` and `--short`, progress, an end
 * after so many minutes at the latest, cleaning up also after Ctrl-C, a last line `N held, N fell`, exit code 1 when
 * something fell.
 */
export async function program(
  minutes: number,
  run: (judge: Judge) => Promise<void>,
  own: NonNullable<ParseArgsConfig['options']> = {},
): Promise<never> {
  const args = process.argv.slice(2);
  const { values } = parseArgs({ options: { ...own, json: { type: 'string' }, short: { type: 'boolean', default: false } }, args });
  const entries: Record<string, unknown>[] = [];
  const undo: (() => unknown)[] = [];
  let [held, fell] = [0, 0];
  const clear = process.stdout.isTTY ? '\r\u001b[2K' : '';
  const print = (line: string): void => void process.stdout.write(`${clear}${line}\n`);
  const began = Date.now();
  let ending: Promise<never> | undefined;
  const end = (): Promise<never> =>
    (ending ??= (async () => {
      for (const step of undo.reverse()) {
        const done = Promise.resolve()
          .then(step)
          .catch((error: unknown) => console.error(error));
        // Whatever hangs keeps nothing else from being cleaned up.
        await Promise.race([done, pause(patience, undefined, { ref: false })]);
      }
      if (values.json) await writeFile(values.json, `${JSON.stringify({ held, fell, entries }, null, 2)}\n`);
      print(`${held} held, ${fell} fell`);
      process.exit(fell > 0 ? 1 : 0);
    })());
  const judge: Judge['judge'] = (holds, line, entry = {}) => {
    if (holds) held++;
    else fell++;
    entries.push({ name: line, ...entry, holds });
    print(`${holds ? 'held' : 'FELL'}  ${line}`);
    return holds;
  };
  const stop = (why: string) => () => {
    judge(false, why);
    void end();
  };
  setTimeout(stop(`not finished after ${minutes} minutes`), minutes * 60_000).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop(`ended by ${signal}`));
  try {
    await run({
      judge,
      note: print,
      progress: (line) => {
        const at = `${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}`;
        if (process.stdout.isTTY) process.stdout.write(`${clear}${at}`);
        else print(at);
      },
      defer: (step) => undo.push(step),
      short: values.short,
      options: values,
    });
  } catch (error) {
    console.error(error);
    judge(false, `ended early: ${error instanceof Error ? error.message : String(error)}`);
  }
  return end();
}

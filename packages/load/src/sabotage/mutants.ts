import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Judge } from '../program.ts';
import { specsOf } from './parts.ts';
import { survivors, type Survivor } from './survivors.ts';

interface Place {
  line: number;
  column: number;
}
/** As much of Stryker's report of a file as is read here. */
interface Mutated {
  source: string;
  mutants: { status: string; replacement?: string; location: { start: Place; end: Place } }[];
}

/** At least so many of all mutants are caught. */
const least = 0.9;
const caught = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

/** Changes one thing after the other in every policy and pure part, and looks whether a test notices. */
export async function mutate({ judge, note, progress, defer }: Judge, copy: string, chosen: readonly string[]): Promise<void> {
  const specs = await Promise.all(chosen.map((file) => specsOf(copy, file)));
  const bare = chosen.filter((_, i) => specs[i]!.length === 0);
  judge(
    bare.length === 0,
    `every policy and pure part has its truth table beside it${bare.length > 0 ? `, but not ${bare.join(', ')}` : ''}`,
  );

  const unused = new Set(survivors.filter(({ file }) => chosen.includes(file)));
  let [all, found] = [0, 0];
  for (const [i, file] of chosen.entries()) {
    progress(`mutating ${file}, ${i + 1} of ${chosen.length}`);
    const { source, mutants } = await stryker(copy, file, specs[i]!, defer);
    const tried = mutants.filter(({ status }) => [...caught, ...missed].includes(status));
    const unseen = tried
      .filter(({ status }) => missed.includes(status))
      .map((m) => survivorOf(file, source, m.location, m.replacement ?? ''));
    const unexplained = unseen.filter((one) => {
      const known = [...unused].find((other) => isSame(one, other)) ?? survivors.find((other) => isSame(one, other));
      if (known) unused.delete(known);
      return !known;
    });
    all += tried.length;
    found += tried.length - unseen.length;
    const score = tried.length === 0 ? 1 : 1 - unseen.length / tried.length;
    const line = `${(score * 100).toFixed(1).padStart(5)} % of ${tried.length} mutants of ${file} caught, the rest explained`;
    judge(unexplained.length === 0, line, { file, mutants: tried.length, caught: tried.length - unseen.length, survivors: unseen });
    for (const { line: at, mutation } of unexplained) note(`      ${at}\n        ${mutation[0]}  →  ${mutation[1]}`);
  }
  judge(unused.size === 0, 'every explanation has its survivor');
  for (const { file, line, mutation } of unused) note(`      ${file}: ${line}: ${mutation.join('  →  ')}`);
  judge(found >= least * all, `${((found / all) * 100).toFixed(1)} % of ${all} mutants caught, at least ${least * 100} %`, {
    mutants: all,
    caught: found,
    least,
  });
}

const isSame = (a: Survivor, b: Survivor): boolean =>
  a.file === b.file && a.line === b.line && a.mutation[0] === b.mutation[0] && a.mutation[1] === b.mutation[1];

function survivorOf(file: string, source: string, { start, end }: { start: Place; end: Place }, replacement: string): Survivor {
  const lines = source.split('\n');
  const span = lines.slice(start.line - 1, end.line);
  span[span.length - 1] = span.at(-1)!.slice(0, end.column - 1);
  span[0] = span[0]!.slice(start.column - 1);
  const short = (text: string) => text.replace(/\s+/g, ' ');
  return { file, line: lines[start.line - 1]!.trim(), mutation: [short(span.join('\n')), short(replacement)], why: '' };
}

/**
 * One file at a time, against the tests beside it and no others: Jest loads every test file that it is given for every mutant,
 * so that all of them together would take hours.
 */
async function stryker(copy: string, file: string, specs: string[], defer: Judge['defer']): Promise<Mutated> {
  const jest = {
    rootDir: copy,
    roots: [dirname(join(copy, file))],
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        { swcrc: false, jsc: { target: 'es2024', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'es6' } },
      ],
    },
    testMatch: specs,
  };
  await writeFile(join(copy, 'jest.mutants.json'), JSON.stringify(jest));
  const options = {
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    mutate: [file],
    ignorePatterns: ['**', ...[file, ...specs.map((spec) => relative(copy, spec))].map((kept) => `!${kept}`)],
    inPlace: true, // it is a copy
    disableTypeChecks: false, // nothing checks types here
    coverageAnalysis: 'perTest',
    concurrency: 2,
    maxTestRunnerReuse: 100, // modules of a test file stay in memory after it
    // A slow machine is no caught mutant: only what never ends takes so long.
    timeoutMS: 30_000,
    warnings: { slow: false },
    reporters: ['json'],
    jsonReporter: { fileName: 'mutants.json' },
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: { configFile: 'jest.mutants.json', enableFindRelatedTests: false },
    allowConsoleColors: false,
    logLevel: 'warn',
  };
  await writeFile(join(copy, 'stryker.json'), JSON.stringify(options));
  const child = spawn(process.execPath, [join(copy, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'stryker.json'], {
    cwd: copy,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  defer(() => child.kill());
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Stryker ended with ${code}`);
  const { files } = JSON.parse(await readFile(join(copy, 'mutants.json'), 'utf8')) as { files: Record<string, Mutated> };
  return files[file]!;
}

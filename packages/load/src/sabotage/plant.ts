import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Judge } from '../program.ts';
import type { Defect, Edit, Witness } from './defects/defect.ts';

/** A run of tests that hangs, or a machine that is too slow, has not noticed anything. */
const patience = { run: 300_000, test: 120_000 };
const tooSlow = /Exceeded timeout of/;

interface Report {
  testResults: { name: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}
type Outcome = { passed: string[]; failed: string[] };

/**
 * Plants one mistake after the other into the copy and looks whether the named test falls. Without any of them, the same
 * tests pass.
 */
export async function plant(judge: Judge, copy: string, defects: readonly Defect[]): Promise<void> {
  const sound: Defect[] = [];
  for (const defect of defects) {
    const lost = (await Promise.all(defect.edits.map((edit) => placesOf(copy, edit)))).findIndex((places) => places !== 1);
    if (lost < 0) sound.push(defect);
    else judge.judge(false, `${defect.name} has lost its place in ${defect.edits[lost]!.file}`, { defect: defect.name });
  }

  judge.progress('the named tests, without a defect');
  const before = await outcomes(
    judge,
    copy,
    sound.map(({ caughtBy }) => caughtBy),
  );
  const ready = sound.filter(({ name, caughtBy }, i) => {
    const { passed, failed } = before[i]!;
    if (failed.length === 0 && passed.length > 0) return true;
    const why = failed.length > 0 ? `falls without it too: ${failed[0]}` : `is not there: ${caughtBy.file}: ${caughtBy.test}`;
    return judge.judge(false, `the test that is to catch ${name} ${why}`, { defect: name });
  });

  for (const { name, breaks, edits, caughtBy } of ready) {
    judge.progress(`planting ${name}`);
    const began = Date.now();
    const restore = await change(copy, edits);
    const [after] = await outcomes(judge, copy, [caughtBy]).finally(restore);
    const [witness] = after!.failed;
    judge.judge(witness !== undefined, `${name} | ${breaks} | ${witness ? `caught by ${caughtBy.file}: ${witness}` : 'caught by nobody'}`, {
      defect: name,
      breaks,
      files: edits.map(({ file }) => file),
      caughtBy: witness ?? null,
      seconds: Math.round((Date.now() - began) / 1000),
    });
  }
}

const placesOf = async (copy: string, { file, from }: Edit): Promise<number> =>
  (await readFile(join(copy, file), 'utf8').catch(() => '')).split(from).length - 1;

async function change(copy: string, edits: readonly Edit[]): Promise<() => Promise<void>> {
  const originals = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const path = join(copy, file);
    const text = await readFile(path, 'utf8');
    if (!originals.has(path)) originals.set(path, text);
    await writeFile(path, text.split(from).join(to));
  }
  return async () => {
    for (const [path, text] of originals) await writeFile(path, text);
  };
}

/** What the witnesses say, in their order; each workspace is asked once. */
async function outcomes(judge: Judge, copy: string, witnesses: readonly Witness[]): Promise<Outcome[]> {
  const answers = new Map<Witness, Outcome>();
  for (const [workspace, all] of Map.groupBy(witnesses, (w) => w.workspace)) {
    const [compiled, tested] = [all.filter((w) => w.file === 'typecheck'), all.filter((w) => w.file !== 'typecheck')];
    if (compiled.length > 0) {
      const text = await run(judge, copy, workspace, ['node_modules/typescript/bin/tsc', '-p', '.', '--noEmit', '--pretty', 'false']);
      const errors = text.split('\n').filter((line) => line.includes('error TS'));
      for (const witness of compiled) {
        const failed = errors.filter((line) => line.includes(witness.test));
        answers.set(witness, { failed, passed: failed.length > 0 ? [] : ['typecheck'] });
      }
    }
    if (tested.length > 0) for (const [witness, outcome] of await jest(judge, copy, workspace, tested)) answers.set(witness, outcome);
  }
  return witnesses.map((witness) => answers.get(witness)!);
}

async function jest(judge: Judge, copy: string, workspace: string, witnesses: readonly Witness[]): Promise<Map<Witness, Outcome>> {
  const file = join(copy, 'report.json');
  await rm(file, { force: true });
  const files = [...new Set(witnesses.map((w) => w.file))];
  const pattern = witnesses.map((w) => w.test.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', ' +')).join('|');
  const args = [
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--silent',
    `--testTimeout=${patience.test}`,
    '--json',
    '--outputFile',
    file,
    '-t',
    pattern,
    '--runTestsByPath',
    ...files,
  ];
  await run(judge, copy, workspace, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...args]);
  const text = await readFile(file, 'utf8').catch(() => '{"testResults":[]}');
  const { testResults } = JSON.parse(text) as Report;
  const of = (witness: Witness, status: string): string[] =>
    testResults
      .filter(({ name }) => name.endsWith(`/${witness.file}`))
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((result) => result.status === status && !result.failureMessages.some((message) => tooSlow.test(message)))
      .map(({ fullName }) => fullName.replace(/ +/g, ' '))
      .filter((fullName) => fullName.includes(witness.test));
  return new Map(witnesses.map((w) => [w, { passed: of(w, 'passed'), failed: of(w, 'failed') }]));
}

/** What a program wrote, whatever it thinks of it. */
async function run({ defer }: Judge, copy: string, workspace: string, args: string[]): Promise<string> {
  const script = args.findIndex((arg) => arg.startsWith('node_modules/'));
  const child = spawn(process.execPath, args.with(script, join(copy, args[script]!)), {
    cwd: join(copy, workspace),
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], CI: '1' },
    timeout: patience.run,
  });
  defer(() => child.kill());
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return text;
}

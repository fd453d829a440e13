import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lastLines, Plain } from './console.ts';

const withParent = pathToFileURL(join(import.meta.dirname, 'with-parent.ts')).href;
// Memory as docker/api.Dockerfile bounds it.
const young = ['--min-semi-space-size=12', '--max-semi-space-size=12', '--no-parallel-scavenge', '--no-allocation-site-pretenuring'];
const memory = [...young, '--max-old-space-size=192'];
const nodeArgs = ['--disable-warning=ExperimentalWarning', ...memory, '--import', withParent];

export interface ProgramOptions {
  name: string;
  script: string;
  env: NodeJS.ProcessEnv;
}

const launch = ({ script, env }: ProgramOptions): ChildProcess =>
  spawn(process.execPath, [...nodeArgs, script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { MALLOC_ARENA_MAX: '2', ...process.env, ...env },
  });

/** Runs one command of the API to its end and answers with what it wrote. */
export async function runCommand(options: ProgramOptions): Promise<string> {
  const child = launch(options);
  let output = '';
  let written = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    written += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  if (code !== 0) throw new Plain(`${options.name} ist fehlgeschlagen:\n${lastLines(output, 30)}`);
  return written;
}

/** A program that runs until it is stopped; what it writes goes to a file, and to the console while developing. */
export class Program {
  readonly #options: ProgramOptions;
  readonly #logFile: string;
  readonly #echo: boolean;
  readonly #onDeath: (sentence: string) => void;
  #child: ChildProcess | undefined;
  #stopping = false;

  constructor(options: ProgramOptions, settings: { logFile: string; echo: boolean; onDeath: (sentence: string) => void }) {
    this.#options = options;
    this.#logFile = settings.logFile;
    this.#echo = settings.echo;
    this.#onDeath = settings.onDeath;
  }

  start(): void {
    this.#stopping = false;
    const child = launch(this.#options);
    const log = createWriteStream(this.#logFile);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.pipe(log, { end: false });
      if (this.#echo) stream?.pipe(process.stdout, { end: false });
    }
    child.on('close', (code, signal) => {
      if (this.#child === child) this.#child = undefined;
      const mourned = !this.#stopping;
      // Its last words are read from the file: not before they stand there.
      log.end(() => mourned && this.#onDeath(this.#obituary(code, signal)));
    });
    this.#child = child;
  }

  /** Asks to end, and after a while no longer asks. */
  async stop(patience = 3_500): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await gone;
    clearTimeout(timer);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  #obituary(code: number | null, signal: string | null): string {
    const how = signal ? `durch ${signal}` : `mit Code ${code}`;
    const log = lastLines(readFileSync(this.#logFile, 'utf8'));
    return `${this.#options.name} hat sich ${how} beendet. Das Protokoll steht in ${this.#logFile}, zuletzt:\n${log}`;
  }
}

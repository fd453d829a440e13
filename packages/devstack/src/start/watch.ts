import { spawn } from 'node:child_process';
import { watch as watchFiles } from 'node:fs';
import { join } from 'node:path';
import { root } from '../migrations/files.ts';
import { turbo } from './build.ts';
import { say } from './console.ts';
import type { Program } from './programs.ts';

/** Runs once after a burst of changes, and again when more came meanwhile. */
function settled(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const fire = async (): Promise<void> => {
    if (running) return later();
    running = true;
    await work().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    running = false;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void fire(), 400);
  };
  return later;
}

/**
 * Reload while developing: the compilers watch the sources, and what they write restarts server and worker. The pages
 * come from the same server as in operation, one origin and one set of headers; a reload in the browser shows them.
 */
export async function watch(programs: Program[]): Promise<() => Promise<void>> {
  const compilers = [
    compiler('apps/api', 'typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'),
    compiler('apps/web', 'vite/bin/vite.js', 'build', '--watch', '--emptyOutDir=false', '--logLevel', 'warn'),
  ];
  const restart = settled(async () => {
    say('… Server und Aufträge starten neu');
    await Promise.all(programs.map((program) => program.restart()));
  });
  const generate = settled(async () => {
    say('… Typen werden neu erzeugt');
    await turbo('generate', '--filter=@kollab/api', '--filter=@kollab/web');
  });
  const watchers = [
    ...['apps/api/dist', 'apps/web/dist'].map((dir) =>
      watchFiles(join(root, dir), { recursive: true }, (_event, file) => {
        if (file && /\.(js|css|html)$/.test(file)) restart();
      }),
    ),
    ...['apps/api/src', 'apps/web/src', 'prisma/schema'].map((dir) =>
      watchFiles(join(root, dir), { recursive: true }, (_event, file) => {
        if (file && /\.(graphql|prisma)$/.test(file) && !file.includes('generated')) generate();
      }),
    ),
  ];
  return async () => {
    for (const watcher of watchers) watcher.close();
    for (const child of compilers) child.kill('SIGTERM');
  };
}

function compiler(dir: string, tool: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: join(root, dir),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) => process.stdout.write(chunk));
  return child;
}

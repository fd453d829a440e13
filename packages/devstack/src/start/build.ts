import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../migrations/files.ts';
import { lastLines, Plain } from './console.ts';

/** Runs tasks of the workspace; what has not changed comes from the cache. */
export async function turbo(...args: string[]): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/turbo/bin/turbo'), 'run', ...args, '--output-logs=errors-only', '--log-order=grouped'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  if (code !== 0) throw new Plain(`Das Bauen ist fehlgeschlagen:\n${lastLines(output, 40)}`);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Judge } from './program.ts';

export interface Worker {
  process: ChildProcess;
  kill: () => Promise<void>;
}

/** The worker of the production build; answers when it takes jobs. Killed at the end. */
export async function openWorker({ defer }: Judge, env: Record<string, string>): Promise<Worker> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../apps/api/dist/bundle/worker.js')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], ...env },
  });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  defer(kill);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the worker ended with ${String(code)}`);
    }),
  ]);
  return { process: child, kill };
}

import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Judge } from '../program.ts';
import { absolute, report } from './figures.ts';
import type { World } from './world.ts';

/** The server's resident memory, looked at while others load it: from outside, since asking the server itself would slow it. */
export function watchMemory(world: World): () => Promise<number> {
  let most = 0;
  let watching = true;
  const look = async (): Promise<void> => {
    while (watching) {
      const text = await readFile(`/proc/${world.server.process.pid}/status`, 'utf8').catch(() => '');
      most = Math.max(most, Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024);
      await pause(1_000);
    }
  };
  const done = look();
  return async () => {
    watching = false;
    await done;
    if (most === 0) throw new Error('nothing to read the memory of a process from (/proc)');
    return most;
  };
}

/** From the start of the process to the first good `/readyz`, with the database up. */
export async function startTimes(judge: Judge, world: World, times: number): Promise<void> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    judge.progress(`start of a server: ${i + 1} of ${times}`);
    const server = await world.openServer();
    taken.push(server.startedIn / 1000);
    await server.stop();
  }
  report(judge, absolute({ name: 'Start of a server to /readyz', unit: 's', aim: 1, least: 1.5, lowerIsBetter: true }, taken));
}

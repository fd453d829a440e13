import { setTimeout as pause } from 'node:timers/promises';
import type { Judge } from '../program.ts';
import { absolute, report } from './figures.ts';
import type { World } from './world.ts';

const megabyte = 2 ** 20;

/** The server's resident memory, looked at while others load it. */
export function watchMemory(world: World): () => Promise<number> {
  let most = 0;
  let watching = true;
  const look = async (): Promise<void> => {
    while (watching) {
      const text = await fetch(`${world.server.url}/metrics`)
        .then((answer) => answer.text())
        .catch(() => '');
      most = Math.max(most, Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / megabyte);
      await pause(1_000);
    }
  };
  const done = look();
  return async () => {
    watching = false;
    await done;
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

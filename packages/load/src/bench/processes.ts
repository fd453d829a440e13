import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@kollab/devstack';
import type { Judge } from '../program.ts';
import type { HttpPlan, LivePlan, LiveTaken, Taken } from './loader.ts';
import type { BallotPlan, BallotTaken } from './screens.ts';

const start = (file: string, args: string[], { defer }: Judge): ChildProcess => {
  const child = fork(join(import.meta.dirname, file), args, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  });
  return child;
};

export async function openTwin(judge: Judge, databaseUrl: string): Promise<string> {
  const port = await freePort();
  const child = start('twin.ts', [databaseUrl, String(port)], judge);
  await once(child, 'message');
  return `http://127.0.0.1:${port}`;
}

/** What asks: a process of its own, so that it takes no time from what it measures but its share of the machine. */
export interface Loader {
  http: (plan: Omit<HttpPlan, 'kind'>) => Promise<Taken[]>;
  live: (plan: Omit<LivePlan, 'kind'>) => Promise<LiveTaken>;
  ballot: (plan: Omit<BallotPlan, 'kind'>) => Promise<BallotTaken>;
  /** Lets the listeners go. */
  close: () => Promise<void>;
}

export async function openLoader(judge: Judge): Promise<Loader> {
  const child = start('loader.ts', [], judge);
  await once(child, 'message');
  const run = async (plan: object): Promise<unknown> => {
    const heard = once(child, 'message');
    child.send(plan);
    const [{ answer, error }] = (await heard) as [{ answer?: unknown; error?: string }];
    if (error !== undefined) throw new Error(error);
    return answer;
  };
  return {
    http: async (plan) => (await run({ ...plan, kind: 'http' })) as Taken[],
    live: async (plan) => (await run({ ...plan, kind: 'live' })) as LiveTaken,
    ballot: async (plan) => (await run({ ...plan, kind: 'ballot' })) as BallotTaken,
    close: async () => {
      await run({ kind: 'close' });
    },
  };
}

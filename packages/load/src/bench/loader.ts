import { setTimeout as wait } from 'node:timers/promises';
import { connectListeners, type Listeners, type ListenerPlan } from './listeners.ts';
import { holdBallot, type BallotPlan } from './screens.ts';
import { Wire, shot, type Shot } from './wire.ts';

/** Requests for one server, made before the clock starts. */
export interface Target {
  url: string;
  requests: { headers: Record<string, string>; body: string }[];
}
export interface HttpPlan {
  kind: 'http';
  targets: Target[];
  connections: number;
  ms: number;
  /** How long a connection pauses after an answer, in ms: half of it to half as much again, and before the first: people are not in step. */
  pause?: number;
}
/** Of one target. */
export interface Taken {
  requests: number;
  perSecond: number;
  mean: number;
  p50: number;
  p99: number;
  failed: number;
  firstFailure: string;
}
export interface LivePlan {
  kind: 'live';
  ours: ListenerPlan;
  twin: ListenerPlan;
  posts: number;
}
/** Milliseconds from the write to the last listener, one a post. */
export interface LiveTaken {
  ours: number[];
  twin: number[];
  lost: number;
}

const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;

/**
 * So many connections, each with one request under way. With two targets each connection turns from one to the other
 * with every request, so that both meet the same machine at the same time.
 */
async function fire({ targets, connections, ms, pause = 0 }: HttpPlan): Promise<Taken[]> {
  const shots = targets.map(({ url, requests }) => requests.map(({ headers, body }) => shot(url, headers, body)));
  const times: number[][] = targets.map(() => []);
  const failures = targets.map(() => ({ count: 0, first: '' }));
  const until = performance.now() + ms;
  const user = async (): Promise<void> => {
    const wires = targets.map(({ url }) => new Wire(url));
    await wait(pause * Math.random());
    while (performance.now() < until)
      for (const [i, wire] of wires.entries()) {
        const began = performance.now();
        const chosen: Shot = pick(shots[i]!);
        if (await wire.send(chosen)) times[i]!.push(performance.now() - began);
        else {
          const failed = failures[i]!;
          failed.count++;
          failed.first ||= chosen.bytes.toString('utf8').slice(-300);
          if (failed.count > 50) break;
        }
        if (pause > 0) await wait(pause * (0.5 + Math.random()));
      }
    for (const wire of wires) wire.close();
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, user));
  const seconds = (performance.now() - began) / 1000;
  return times.map((all, i) => ({ ...summary(all, seconds), failed: failures[i]!.count, firstFailure: failures[i]!.first }));
}

function summary(all: number[], seconds: number): Omit<Taken, 'failed' | 'firstFailure'> {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const mean = sorted.reduce((sum, t) => sum + t, 0) / Math.max(1, sorted.length);
  return { requests: sorted.length, perSecond: sorted.length / seconds, mean, p50: at(0.5), p99: at(0.99) };
}

const connected = new Map<string, Listeners>();

/** One post at a time, ours and the twin's in turn; the next one when all have heard and the machine is quiet again. */
async function live({ ours, twin, posts }: LivePlan): Promise<LiveTaken> {
  const key = JSON.stringify([ours.servers, ours.listeners.length]);
  const both = connected.get(key)
    ? [connected.get(key)!, connected.get(`${key} twin`)!]
    : [await connectListeners(ours), await connectListeners(twin)];
  connected.set(key, both[0]!).set(`${key} twin`, both[1]!);
  const taken: LiveTaken = { ours: [], twin: [], lost: 0 };
  for (let i = 0; i < posts; i++)
    for (const [side, listeners] of both.entries()) {
      const heard = await listeners.post();
      if (heard === null) taken.lost++;
      else taken[side === 0 ? 'ours' : 'twin'].push(heard);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  return taken;
}

function close(): void {
  for (const listeners of connected.values()) listeners.close();
  connected.clear();
}

function start(plan: HttpPlan | LivePlan | BallotPlan | { kind: 'close' }): Promise<unknown> {
  switch (plan.kind) {
    case 'http':
      return fire(plan);
    case 'live':
      return live(plan);
    case 'ballot':
      return holdBallot(plan);
    case 'close':
      return Promise.resolve(close());
  }
}

process.on('message', (plan: Parameters<typeof start>[0]) => {
  const work = start(plan);
  work.then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.({ answer: 'ready' });

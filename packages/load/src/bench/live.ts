import type { Judge } from '../program.ts';
import { compared, median, report } from './figures.ts';
import type { ListenerPlan } from './listeners.ts';
import { failures } from './rates.ts';
import { postOf } from './requests.ts';
import { idOf, liveGroup } from './seed.ts';
import type { World } from './world.ts';

interface Crowd {
  listeners: number;
  instances: 1 | 2;
  aim: number | null;
  least: number | null;
}
const crowds: Crowd[] = [
  { listeners: 100, instances: 1, aim: 2, least: 2 },
  { listeners: 500, instances: 1, aim: 1.25, least: 1.5 },
  { listeners: 1_000, instances: 1, aim: null, least: null },
  { listeners: 500, instances: 2, aim: null, least: null },
];

/** From sending a post until the last one who looks at the thread has it, beside a bare room with the same message. */
export async function live(judge: Judge, world: World, { rounds, posts }: { rounds: number; posts: number }): Promise<void> {
  for (const { listeners, instances, aim, least } of judge.short ? [{ listeners: 20, instances: 1 as const, aim: 2, least: 2 }] : crowds) {
    const name = `From the write to the last of ${listeners} listeners${instances > 1 ? ', two instances' : ''}`;
    judge.progress(`${name}: connecting`);
    const second = instances > 1 ? await world.openServer() : null;
    const plans = await plansOf(world, listeners, [world.server.url, ...(second ? [second.url] : [])]);
    const [ours, twin]: [number[], number[]] = [[], []];
    for (let i = 0; i < rounds + 1; i++) {
      judge.progress(`${name}: ${i === 0 ? 'warming up' : `round ${i} of ${rounds}`}`);
      const taken = await world.loader.live({ ...plans, posts: i === 0 ? Math.min(5, posts) : posts });
      if (taken.lost > 0) failures.push(`${name}: ${taken.lost} posts did not reach everybody`);
      if (i === 0) continue;
      ours.push(median(taken.ours));
      twin.push(median(taken.twin));
    }
    await world.loader.close();
    await second?.stop();
    report(judge, compared({ name, unit: 'ms', aim, least, lowerIsBetter: true }, ours, twin));
  }
}

async function plansOf(world: World, listeners: number, servers: string[]): Promise<{ ours: ListenerPlan; twin: ListenerPlan }> {
  const { size } = world;
  const group = idOf('group', liveGroup(size));
  const thread = idOf('thread', liveGroup(size) * size.threadsPerGroup);
  // Threads of the twin's own, small database are others; the message is the same.
  const { ours } = await postOf(world, 0, thread);
  const { twin } = await postOf(world, 0, idOf('thread', 0));
  const people = Array.from({ length: listeners }, (_, i) => i + 1);
  const tokens = await Promise.all(people.map((person) => world.token(person)));
  return {
    ours: {
      servers,
      path: '/live/',
      listeners: tokens.map((token) => JSON.stringify({ token })),
      frames: [
        JSON.stringify(['watch', { room: `group:${group}` }]),
        JSON.stringify(['focus', { room: `group:${group}`, focus: thread, on: true }]),
      ],
      write: { url: `${world.server.url}/graphql`, ...ours },
    },
    twin: {
      servers: [world.liveTwin],
      path: '/live/',
      listeners: tokens.map(() => ''),
      frames: [],
      write: { url: `${world.liveTwin}/write`, ...twin },
    },
  };
}

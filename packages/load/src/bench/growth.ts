import type { Judge } from '../program.ts';
import type { Server } from '../servers.ts';
import { compared, report } from './figures.ts';
import { counted, type Duration } from './rates.ts';
import * as requests from './requests.ts';
import type { Question } from './requests.ts';
import type { Target } from './loader.ts';
import type { Size } from './seed.ts';
import type { World } from './world.ts';

interface Side {
  server: Server;
  questions: Question[];
}
interface Pair {
  name: string;
  large: Side;
  small: Side;
}

/** Of fewer requests, the p99 is the slowest one: a round lasts until about so many were answered on each side. */
const enough = 1_000;

const target = ({ server, questions }: Side): Target => ({ url: `${server.url}/graphql`, requests: questions.map((q) => q.ours) });

/** The p99 of both sizes, in turn with every request. */
async function measure(judge: Judge, world: World, { rounds, ms }: Duration, { name, large, small }: Pair): Promise<void> {
  const [larger, smaller]: [number[], number[]] = [[], []];
  let lasts = ms;
  for (let i = 0; i < rounds + 1; i++) {
    judge.progress(`${name}: ${i === 0 ? 'warming up' : `round ${i} of ${rounds}`}`);
    const [a, b] = await world.loader.http({
      targets: [target(large), target(small)],
      connections: 2,
      ms: i === 0 ? Math.min(ms, 2_000) : lasts,
    });
    counted(name, a!);
    counted(`${name}, small`, b!);
    if (i === 0) {
      if (!judge.short) lasts = Math.min(15_000, Math.max(ms, (enough / Math.min(a!.perSecond, b!.perSecond)) * 1000));
      continue;
    }
    larger.push(a!.p99);
    smaller.push(b!.p99);
  }
  report(judge, compared({ name, unit: 'ms', aim: 1.3, least: 1.3, lowerIsBetter: true }, larger, smaller));
}

/**
 * Whether it becomes slower as there is more. On two servers that begin now: one that has worked for minutes cleans its memory
 * more often, which is most of the slowest hundredth, and has nothing to do with the size of a database.
 */
export async function growth(judge: Judge, world: World, duration: Duration): Promise<void> {
  const onLarge = await world.openServer();
  const onSmall = await world.openServer('small');
  const count = judge.short ? 20 : 200;
  const make: [string, (size: Size, i: number) => Promise<Question>][] = [
    ['reading a page', (size, i) => requests.page(world, size, i)],
    ['writing a post', (size, i) => requests.post(world, size, i, false)],
    ['Mein Tag', (size, i) => requests.home(world, size, i)],
    ['list of groups', (size, i) => requests.groups(world, size, i)],
  ];
  for (const [what, question] of make)
    await measure(judge, world, duration, {
      name: `p99 at 1,000,000 posts beside 10,000: ${what}`,
      large: { server: onLarge, questions: await requests.many(count, (i) => question(world.size, i)) },
      small: { server: onSmall, questions: await requests.many(count, (i) => question(world.smallSize, i)) },
    });
  await measure(judge, world, duration, {
    name: 'p99 of a page in a thread of 10,000 posts beside one of 100',
    large: { server: onLarge, questions: await requests.many(count, (i) => requests.giantPage(world, world.size, 0, i)) },
    small: { server: onLarge, questions: await requests.many(count, (i) => requests.giantPage(world, world.size, 1, i)) },
  });
  await onLarge.stop();
  await onSmall.stop();
}

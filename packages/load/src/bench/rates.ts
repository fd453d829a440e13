import { isDeepStrictEqual } from 'node:util';
import type { Judge } from '../program.ts';
import { absolute, compared, median, report } from './figures.ts';
import type { Taken } from './loader.ts';
import * as requests from './requests.ts';
import type { Question } from './requests.ts';
import { shot, Wire } from './wire.ts';
import type { World } from './world.ts';

interface Measure {
  name: string;
  twinPath: string;
  connections: number;
  aim: number;
  least: number;
  questions: Question[];
  /** The p99 may be so many times the twin's. */
  p99?: number;
}

export interface Duration {
  rounds: number;
  ms: number;
}

/** Requests that were not answered as they should; none may. */
export const failures: string[] = [];
export function counted(name: string, taken: Taken): Taken {
  if (taken.failed > 0) failures.push(`${name}: ${taken.failed} of ${taken.requests + taken.failed}, such as ${taken.firstFailure}`);
  return taken;
}

/** How many requests a second, ours and the twin's in turn; who begins changes. */
async function measure(judge: Judge, world: World, { rounds, ms }: Duration, what: Measure): Promise<void> {
  const side = (ours: boolean) => ({
    url: ours ? `${world.server.url}/graphql` : `${world.twin}${what.twinPath}`,
    requests: what.questions.map((q) => (ours ? q.ours : q.twin)),
  });
  const run = async (ours: boolean, time: number): Promise<Taken> => {
    const [taken] = await world.loader.http({ targets: [side(ours)], connections: what.connections, ms: time });
    return counted(`${what.name}${ours ? '' : ', twin'}`, taken!);
  };
  judge.progress(`${what.name}: warming up`);
  await run(true, Math.min(2_000, ms));
  await run(false, Math.min(1_000, ms));
  const ours: Taken[] = [];
  const twin: Taken[] = [];
  for (let i = 0; i < rounds; i++) {
    judge.progress(`${what.name}: round ${i + 1} of ${rounds}`);
    for (const first of i % 2 ? [false, true] : [true, false]) (first ? ours : twin).push(await run(first, ms));
  }
  const of = (all: Taken[], key: 'perSecond' | 'p99' | 'mean'): number[] => all.map((t) => t[key]);
  report(
    judge,
    compared(
      {
        name: what.name,
        unit: 'requests/s',
        aim: what.aim,
        least: what.least,
        lowerIsBetter: false,
        more: { p99: median(of(ours, 'p99')), p99Twin: median(of(twin, 'p99')) },
      },
      of(ours, 'perSecond'),
      of(twin, 'perSecond'),
    ),
  );
  if (what.p99 !== undefined)
    report(
      judge,
      compared(
        { name: `${what.name}, p99`, unit: 'ms', aim: what.p99, least: what.p99, lowerIsBetter: true },
        of(ours, 'p99'),
        of(twin, 'p99'),
      ),
    );
}

/** The answer of each side to the same question, once. */
async function differ(world: World, path: string, { ours, twin }: Question): Promise<string | null> {
  const ask = async (url: string, { headers, body }: Question['ours']): Promise<unknown> => {
    const wire = new Wire(url, true);
    const ok = await wire.send(shot(url, headers, body));
    wire.close();
    return ok ? (JSON.parse(wire.lastAnswer) as { data: unknown }).data : wire.lastAnswer;
  };
  const [a, b] = [await ask(`${world.server.url}/graphql`, ours), await ask(`${world.twin}${path}`, twin)];
  if (isDeepStrictEqual(a, b)) return null;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return `${path}: ${left.slice(Math.max(0, at - 80), at + 120)} … beside … ${right.slice(Math.max(0, at - 80), at + 120)}`;
}

/** Reads and writes beside the bare twin. */
export async function rates(judge: Judge, world: World, duration: Duration): Promise<void> {
  const { size } = world;
  const count = judge.short ? 20 : 200;
  const pages = await requests.many(count, (i) => requests.page(world, size, i));
  const homes = await requests.many(50, (i) => requests.home(world, size, i));
  const groups = await requests.many(50, (i) => requests.groups(world, size, i));

  const differing = await Promise.all([
    ...pages.slice(0, 10).map((q) => differ(world, '/page', q)),
    ...homes.slice(0, 10).map((q) => differ(world, '/home', q)),
    ...groups.slice(0, 10).map((q) => differ(world, '/groups', q)),
  ]);
  const found = differing.filter((text) => text !== null);
  for (const text of found.slice(0, 3)) judge.note(`      ${text}`);
  report(
    judge,
    absolute({ name: 'Answers that differ from those of the twin, of 30', unit: 'answers', aim: 0, least: 0, lowerIsBetter: true }, [
      found.length,
    ]),
    false,
  );

  await measure(judge, world, duration, {
    name: 'Read a page of 50 posts, c 20',
    twinPath: '/page',
    connections: 20,
    aim: 0.7,
    least: 0.5,
    questions: pages,
  });
  for (const hot of [false, true])
    await measure(judge, world, duration, {
      name: `Write a post, ${hot ? 'one hot group' : '100 groups'}, c 10`,
      twinPath: '/write',
      connections: 10,
      aim: 0.6,
      least: 0.4,
      p99: 3,
      questions: await requests.many(count, (i) => requests.post(world, size, i, hot)),
    });
  await measure(judge, world, duration, {
    name: 'Mein Tag, 30 groups, c 10',
    twinPath: '/home',
    connections: 10,
    aim: 0.5,
    least: 0.3,
    questions: homes,
  });
  await measure(judge, world, duration, {
    name: 'List of 30 groups with unread counts, c 10',
    twinPath: '/groups',
    connections: 10,
    aim: 0.5,
    least: 0.3,
    questions: groups,
  });
}

import type { Judge } from '../program.ts';
import { program } from '../program.ts';
import { absolute, report, reported } from './figures.ts';
import { announcing } from './announcing.ts';
import { ballot } from './ballot.ts';
import { growth } from './growth.ts';
import { live } from './live.ts';
import { writeNote } from './note.ts';
import { startTimes, watchMemory } from './process.ts';
import { failures, rates } from './rates.ts';
import { full, small, tiny } from './seed.ts';
import { openWorld } from './world.ts';

/**
 * `npm run bench`: how fast the product is beside the bare machine. Every figure stands beside a twin measured in the
 * same run, in turn, since a machine is never as fast as it was an hour ago.
 *
 * `--short` measures next to nothing and judges no figure that depends on time: it proves that this program works.
 * `--only rates,live,ballot,growth,announcing,start`: some parts.
 */
const parts = ['rates', 'growth', 'live', 'ballot', 'announcing', 'start'] as const;

async function bench(judge: Judge): Promise<void> {
  const { short, options } = judge;
  const only = typeof options['only'] === 'string' ? options['only'].split(',') : parts;
  const wanted = (part: (typeof parts)[number]): boolean => only.includes(part);
  const duration = short ? { rounds: 1, ms: 150 } : { rounds: 5, ms: 3_000 };
  // Voting has nothing to do with how many posts there are.
  const size = short ? tiny : only.join() === 'ballot' ? { ...small, people: 400 } : full;
  const world = await openWorld(judge, size);
  const posts = `${(world.size.groups * world.size.postsPerGroup).toLocaleString('en')} posts`;
  report(judge, absolute({ name: `Seeding ${posts} by SQL`, unit: 's', aim: 180, least: 180, lowerIsBetter: true }, [world.seeded]));
  const memory = watchMemory(world);
  if (wanted('rates')) await rates(judge, world, duration);
  if (wanted('growth')) await growth(judge, world, duration);
  if (wanted('live')) await live(judge, world, short ? { rounds: 1, posts: 2 } : { rounds: 5, posts: 12 });
  if (wanted('ballot'))
    await ballot(
      judge,
      world,
      short ? { rounds: 1, people: 20, ms: 1_500, votesEach: 3, asks: 4 } : { rounds: 3, people: 200, ms: 20_000, votesEach: 5, asks: 10 },
    );
  if (wanted('announcing')) await announcing(judge, world, short ? { rounds: 1, ms: 1_000 } : { rounds: 12, ms: 8_000 });
  const most = await memory();
  report(judge, absolute({ name: 'Memory of a server under all of this', unit: 'MB', aim: 250, least: 300, lowerIsBetter: true }, [most]));
  if (wanted('start')) await startTimes(judge, world, short ? 1 : 5);
  for (const failure of failures.slice(0, 5)) judge.note(`      ${failure}`);
  report(
    judge,
    absolute(
      { name: 'Measurements with requests that were refused or lost', unit: 'measurements', aim: 0, least: 0, lowerIsBetter: true },
      [failures.length],
    ),
    false,
  );
  if (!short && only === parts) await writeNote(reported, world.postgresVersion);
}

await program(25, bench, { only: { type: 'string' } });

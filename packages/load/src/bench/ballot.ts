import pg from 'pg';
import type { Judge } from '../program.ts';
import { absolute, median, report } from './figures.ts';
import { failures } from './rates.ts';
import type { BallotPlan, BallotTaken } from './screens.ts';
import { idOf } from './seed.ts';
import { freshId } from './wire.ts';
import type { World } from './world.ts';

interface Ballot {
  rounds: number;
  people: number;
  ms: number;
  votesEach: number;
  asks: number;
}
/** Asked before it began. */
const waiting = 12;

/** A Sprechstunde with so many people who ask and vote: until a vote is on the last screen, and whether all see the same at the end. */
export async function ballot(judge: Judge, world: World, plan: Ballot): Promise<void> {
  const taken: BallotTaken[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    judge.progress(`Voting in a live event: round ${round + 1} of ${plan.rounds}`);
    const all = await world.loader.ballot(await planOf(world, plan, round));
    if (all.refused > 0) failures.push(`Voting in a live event: ${all.refused} votes and questions were refused`);
    if (all.lost > 0) failures.push(`Voting in a live event: ${all.lost} votes did not reach every screen`);
    taken.push(all);
  }
  const at = (times: number[], part: number): number =>
    times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? Number.NaN;
  const of = (pick: (taken: BallotTaken) => number): number[] => taken.map(pick);
  const { people } = plan;
  report(
    judge,
    absolute(
      {
        name: `From a vote to the last of ${people} screens that vote and ask, p95`,
        unit: 'ms',
        aim: 1_000,
        least: 1_000,
        lowerIsBetter: true,
        more: {
          p50: median(of((t) => at(t.votes, 0.5))),
          votes: plan.votesEach * people,
          refetchesOfAScreen: Math.max(...of((t) => t.refetchesInAll)),
        },
      },
      of((t) => at(t.votes, 0.95)),
    ),
  );
  const none = { aim: 0, least: 0, lowerIsBetter: true };
  report(
    judge,
    absolute({ name: 'Screens that end with another queue, order or count', unit: 'screens', ...none }, [
      Math.max(...of((t) => t.disagreeing)),
    ]),
    false,
  );
  report(
    judge,
    absolute({ name: 'Refetches of one screen within a second, at most', unit: 'refetches', aim: 1, least: 1, lowerIsBetter: true }, [
      Math.max(...of((t) => t.refetches)),
    ]),
    false,
  );
}

async function planOf(world: World, { people, ms, votesEach, asks }: Ballot, round: number): Promise<Omit<BallotPlan, 'kind'>> {
  const event = idOf('event', round);
  const questions = await seedEvent(world.databaseUrl, event, round);
  const asker = (i: number): boolean => i % Math.ceil(people / asks) === 0;
  const planned = Array.from({ length: people }, async (_, i) => {
    const queue = await world.ours(i, 'queue', { sprechstundeId: event });
    // Each votes for other questions, most for the first ones, at moments of their own.
    const chosen = [
      ...new Set(Array.from({ length: votesEach * 3 }, (_, n) => Math.floor((((i * 31 + n * 17) % 100) ** 2 / 10_000) * waiting))),
    ].slice(0, votesEach);
    const votes = chosen.map(async (n, k) => ({
      at: (((i * 7_919 + k * 104_729) % 10_007) / 10_007) * ms,
      questionId: questions[n]!,
      body: (await world.ours(i, 'vote', { id: questions[n]!, on: true })).body,
    }));
    const ask = async () => ({
      at: (i / people) * ms,
      questionId: null,
      body: (
        await world.ours(i, 'ask', {
          input: {
            clientMutationId: freshId,
            home: { sprechstundeId: event },
            title: `Wie gehen wir mit Fall ${i} um?`,
            body: '',
            topicIds: [],
            anonymous: i % 2 === 0,
          },
        })
      ).body,
    });
    const acts = await Promise.all([...votes, ...(asker(i) ? [ask()] : [])]);
    return {
      hello: JSON.stringify({ token: await world.token(i) }),
      headers: queue.headers,
      queue: queue.body,
      acts: acts.toSorted((a, b) => a.at - b.at),
    };
  });
  return { server: world.server.url, room: `event:${event}`, people: await Promise.all(planned) };
}

/** An event that runs, and what was asked before. */
async function seedEvent(url: string, event: string, round: number): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const organiser = idOf('person', 0);
    await client.query(
      `INSERT INTO sprechstunde (id, format, status, title, topics, starts_at, ends_at, announced_at, live_since, created_by_id, client_mutation_id)
       VALUES ($1, 'OPEN', 'LIVE', 'Sprechstunde der Messung', '{}', now(), now() + interval '1 hour', now(), now(), $2, $1)`,
      [event, organiser],
    );
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO question (id, sprechstunde_id, title, author_id, organisation_id, created_at)
       SELECT gen_random_uuid(), $1, 'Wie gehen wir mit Frage ' || n || ' um?', $2, $3, now() - n * interval '1 minute' FROM generate_series(1, ${waiting}) n RETURNING id`,
      [event, organiser, idOf('organisation', 0)],
    );
    await client.query(
      `INSERT INTO question_asker (question_id, person_id, client_mutation_id) SELECT id, $2, gen_random_uuid() FROM question WHERE sprechstunde_id = $1`,
      [event, organiser],
    );
    if (rows.length !== waiting) throw new Error(`round ${round} has no questions`);
    return rows.map((row) => row.id);
  } finally {
    await client.end();
  }
}

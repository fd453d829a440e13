import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { environment } from '../servers.ts';
import type { Judge } from '../program.ts';
import { openWorker } from '../worker.ts';
import { absolute, compared, report } from './figures.ts';
import { counted } from './rates.ts';
import * as requests from './requests.ts';
import { idOf, liveGroup } from './seed.ts';
import type { World } from './world.ts';

interface Announcing {
  rounds: number;
  /** Of reading beside it, in ms; as long again without. */
  ms: number;
}
/** Administrations of the Land; everybody is reached, through them or through the group that all are in. */
const organisations = 133;
/** People who read meanwhile, each a page about nine times a second: of fewer requests a p99 is only the worst of them. */
const readers = { connections: 8, pause: 100 };
/** Milliseconds in which the notices have to be everywhere. */
const within = 5_000;

/** Somebody of the ministry announces to everybody: how long they wait, when everybody has been told, and what others notice of it. */
export async function announcing(judge: Judge, world: World, { rounds, ms }: Announcing): Promise<void> {
  const client = new pg.Client(world.databaseUrl);
  await client.connect();
  judge.defer(() => client.end());
  await openWorker(judge, { ...environment(world.databaseUrl, world.issuer) });
  const editor = idOf('person', 0);
  await client.query(`INSERT INTO global_role_grant (id, person_id, role) VALUES (gen_random_uuid(), $1, 'LAND_EDITOR')`, [editor]);
  await digestsAreDone(client);
  const pages = await requests.many(100, (i) => requests.page(world, world.size, i));
  const targets = [{ url: `${world.server.url}/graphql`, requests: pages.map((q) => q.ours) }];
  const reading = async (name: string): Promise<number> => {
    const [taken] = await world.loader.http({ targets, ...readers, ms });
    return counted(name, taken!).p99;
  };
  const [answers, told, busy, quiet]: [number[], number[], number[], number[]] = [[], [], [], []];
  // The first one, with a server and a worker that have only just started, counts for who announces, not for the others.
  for (let round = 0; round <= rounds; round++) {
    judge.progress(`Announcing to ${world.size.people} people: ${round === 0 ? 'the first' : `round ${round} of ${rounds}`}`);
    const id = await seedDraft(client, world, editor);
    const publish = async (): Promise<void> => {
      await pause(ms / 10);
      const request = await world.ours(0, 'publish', { id, version: 1, expected: world.size.people, at: null });
      const began = performance.now();
      const response = await fetch(`${world.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...request.headers },
        body: request.body,
      });
      const answer = (await response.json()) as { errors?: unknown };
      answers.push(performance.now() - began);
      if (answer.errors) throw new Error(`publishing was refused: ${JSON.stringify(answer.errors)}`);
      told.push(await untilTold(client, id, world.size.people - 1, began));
    };
    const one = async () => quiet.push(await reading('Reading'));
    const other = async () => {
      const [p99] = await Promise.all([reading('Reading while somebody announces'), publish()]);
      busy.push(p99);
    };
    for (const part of round % 2 ? [other, one] : [one, other]) await part();
    if (round === 0) [busy.length, quiet.length] = [0, 0];
  }
  const to = `${organisations} organisations and ${world.size.people} people`;
  report(judge, absolute({ name: `Publishing to ${to}: the answer`, unit: 'ms', aim: 300, least: 300, lowerIsBetter: true }, answers));
  report(
    judge,
    absolute({ name: `Publishing to ${to}: a notice at each`, unit: 'ms', aim: within, least: within, lowerIsBetter: true }, told),
  );
  report(
    judge,
    compared(
      { name: 'p99 of others while somebody announces, beside without', unit: 'ms', aim: 1.3, least: 1.3, lowerIsBetter: true },
      busy,
      quiet,
    ),
  );
}

/** Of yesterday, today and tomorrow: at a quarter of an hour the worker would write two thousand of them, which is no part of announcing. */
async function digestsAreDone(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO digest_slot (person_id, day, at, notices)
     SELECT p.id, to_char(now() AT TIME ZONE 'Europe/Berlin' + make_interval(days => d), 'YYYY-MM-DD'), now(), 0
       FROM person p, generate_series(-1, 1) AS d`,
  );
}

/** Ready to be sent: to 133 organisations, and to the group that everybody is in. */
async function seedDraft(client: pg.Client, { size }: World, editor: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO announcement (id, office_id, author_id, created_by_id, client_mutation_id, kind, title, summary, body, organisation_ids, group_ids,
                               kinds, kreis_ids, roles, except_ids)
     VALUES (gen_random_uuid(), $1, $2, $2, gen_random_uuid(), 'IMPORTANT', 'Neue Schnittstelle', 'Ab Dezember gilt die neue Fassung.', $3, $4, $5,
             '{}', '{}', '{}', '{}') RETURNING id`,
    [
      idOf('organisation', 0),
      editor,
      requests.body,
      Array.from({ length: organisations }, (_, n) => idOf('organisation', n)),
      [idOf('group', liveGroup(size))],
    ],
  );
  return rows[0]!.id;
}

/** Milliseconds since `began` until so many have a notice of it. */
async function untilTold(client: pg.Client, id: string, people: number, began: number): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ told: number }>('SELECT count(*)::int AS told FROM notice WHERE announcement_id = $1', [id]);
    const passed = performance.now() - began;
    if (rows[0]!.told >= people) return passed;
    if (passed > 12 * within) throw new Error(`after a minute ${rows[0]!.told} of ${people} have been told`);
    await pause(100);
  }
}

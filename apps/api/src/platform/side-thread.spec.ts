import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Crowded, SideThread, TooMuch } from './side-thread.ts';

let folder: string;
const threads: SideThread<object, unknown>[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'side-thread-'));
  await writeFile(
    join(folder, 'work.mjs'),
    `import { parentPort, threadId } from 'node:worker_threads';
     const held = [];
     parentPort.on('message', ({ busy = 0, fails, dies, eats }) => {
       for (const end = performance.now() + busy; performance.now() < end; );
       if (dies) throw new Error('dead');
       while (eats) held.push(Array.from({ length: 100_000 }, Math.random));
       parentPort.postMessage(fails ? { error: 'no' } : { out: threadId });
     });`,
  );
});
afterAll(async () => {
  await Promise.all(threads.map((thread) => thread.end()));
  await rm(folder, { recursive: true });
});
function begun(bounds: object = {}): SideThread<object, unknown> {
  const thread = new SideThread<object, unknown>(join(folder, 'work.mjs'), { waiting: 3, seconds: 5, megabytes: 32, ...bounds });
  threads.push(thread);
  return thread;
}

it('works beside everybody else, one piece after the other', async () => {
  const thread = begun();
  let beats = 0;
  const heart = setInterval(() => beats++, 10);
  const outs = await Promise.all([thread.run({ busy: 300 }), thread.run({ busy: 300 }), thread.run({})]);
  clearInterval(heart);
  expect(new Set(outs).size).toBe(1);
  expect(beats).toBeGreaterThan(20);
});

it('turns away who comes when too many wait, and nobody else', async () => {
  const thread = begun();
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => thread.run({ busy: 20 })));
  expect(all.map((each) => each.status)).toEqual([...Array.from({ length: 4 }, () => 'fulfilled'), 'rejected', 'rejected']);
  expect((all[5] as PromiseRejectedResult).reason).toBeInstanceOf(Crowded);
});

it.each([
  ['takes too long', { busy: 60_000 }],
  ['fails', { fails: true }],
  ['kills the thread', { dies: true }],
  ['takes too much memory', { eats: true }],
])('a piece that %s is refused, and the next one is done', async (_, piece) => {
  const thread = begun({ seconds: 2 });
  const [bad, good] = await Promise.allSettled([thread.run(piece), thread.run({})]);
  expect((bad as PromiseRejectedResult).reason).toBeInstanceOf(TooMuch);
  expect(good).toMatchObject({ status: 'fulfilled', value: expect.any(Number) });
});

it('ends with its owner, whoever waits', async () => {
  const thread = begun();
  const all = Promise.allSettled([thread.run({ busy: 60_000 }), thread.run({})]);
  await thread.end();
  expect((await all).map((each) => each.status)).toEqual(['rejected', 'rejected']);
});

import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EventName } from '@kollab/contract';
import { hearHot } from '../features/threads/hot.ts';
import { liveHandlers } from './live.ts';

/**
 * The sweep of the API proves that asking these again leads to what a fresh page shows. It is read from there, so that the
 * two cannot drift apart.
 */
const sweep = pathToFileURL(join(import.meta.dirname, '../../../api/test/sweeps/collected.ts')).href;
const { heard, screenNames } = (await import(sweep)) as { heard: Record<EventName, readonly string[]>; screenNames: readonly string[] };

/** Posts come with their events, and are gone with the question below which they stand. */
const names = (screens: readonly string[]) => screens.filter((screen) => !['Posts', 'QuestionPosts'].includes(screen));

/** What comes with an event is written into the cache, and nobody is asked. */
const client = { cache: { modify: () => true } };

/** Whether its thread is on the screen or not: who looks at one reads it in a moment, and is asked about less. */
function asked(name: EventName): Set<string> {
  const found = new Set<string>();
  const handle = liveHandlers[name] as (message: unknown, context: unknown) => void;
  const payload = { groupId: 'g', threadId: 't', postId: 'p', personId: 'me', organisationId: 'o', no: 1, readNo: 1, key: 'k' };
  const hear = () =>
    handle(
      { payload, fragment: undefined, room: 'r' },
      { client, refetch: (...queries: string[]) => queries.forEach((q) => found.add(q)) },
    );
  hear();
  const away = hearHot('t', () => undefined);
  hear();
  away();
  return found;
}

test.each(Object.keys(liveHandlers) as EventName[])('%s asks again what the sweep of the API counts on', (name) => {
  const found = asked(name);
  if (found.has('*')) return;
  expect([...found]).toEqual(expect.arrayContaining(names(heard[name])));
});

test('the sweep knows every event', () => {
  expect(Object.keys(heard).toSorted()).toEqual(Object.keys(liveHandlers).toSorted());
  expect(screenNames.length).toBeGreaterThan(10);
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { Doorbell, type Ring } from './doorbell.ts';

let api: Api;
let twin: Api;
beforeAll(async () => {
  api = await openApi();
  twin = await openApi({ DATABASE_URL: api.databaseUrl });
});
afterAll(async () => {
  await twin.close();
  await api.close();
});

it('is heard once in each instance, also where it was rung', async () => {
  const [here, there] = [api, twin].map(({ app }) => app.get(Doorbell));
  const heard: Record<'here' | 'there', Ring[]> = { here: [], there: [] };
  await here!.listen((ring) => heard.here.push(ring));
  await there!.listen((ring) => heard.there.push(ring));
  here!.ring(['group:a', 'land']);
  here!.ringSession('sid');
  expect(heard.here).toEqual([{ rooms: ['group:a', 'land'] }, { endedSid: 'sid' }]);
  for (const until = Date.now() + 5_000; heard.there.length < 2 && Date.now() < until;) await pause(10);
  await pause(200);
  expect(heard.there).toHaveLength(2);
  expect(heard.there).toEqual(expect.arrayContaining(heard.here));
  expect(heard.here).toHaveLength(2);
});

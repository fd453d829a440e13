import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { startPushService, type PushService } from '../../../test/push.ts';

let api: Api;
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
  api = await openApi({ PUSH_SERVICES: service.origin, VAPID_PUBLIC_KEY: '', VAPID_PRIVATE_KEY: '', VAPID_SUBJECT: '' });
});
afterAll(async () => {
  await api.close();
  await service.stop();
});

it('without keys of the operator nothing is offered, kept or sent', async () => {
  const { world, get, refusal, work } = api;
  const me = await world.colleague();
  expect(await get(me, '{ viewer { push { publicKey devices { id } } } }')).toEqual({ viewer: { push: { publicKey: null, devices: [] } } });
  const subscribe = 'mutation($input: PushSubscriptionInput!) { subscribeToPush(input: $input) { __typename } }';
  expect(await refusal(me, subscribe, { input: service.browser() })).toBe('push.off');
  // Switched on before the operator took the keys away.
  const browser = service.browser();
  await world.db.pushSubscription.create({ data: { ...browser, personId: me.id, createdAt: new Date(0) } });
  const notice = await world.db.notice.create({ data: { personId: me.id, kind: 'MENTION', detail: 'PERSON', cause: 'mention:1' } });
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  const { noticesPressing } = await import('../notifications/jobs.ts');
  await api.app.get(Jobs).send(noticesPressing, { noticeIds: [notice.id] });
  await api.app.get(Jobs).send({ name: 'push.due' }, {});
  await work();
  expect(service.pushed(browser)).toEqual([]);
  expect(await world.db.notice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({ pushedAt: null });
});

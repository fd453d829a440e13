import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits } from '@kollab/contract';
import { pushKeys } from '@kollab/devstack';
import { openApi, type Api, type Data } from '../../../test/api.ts';
import { clockOf } from '../../../test/mailing.ts';
import { startPushService, type PushService } from '../../../test/push.ts';
import type { Someone } from '../../../test/world.ts';

const keys = pushKeys();
let api: Api;
let service: PushService;
let clock: Awaited<ReturnType<typeof clockOf>>;
beforeAll(async () => {
  service = await startPushService();
  api = await openApi({ ...keys, PUSH_SERVICES: `${service.origin},fcm.googleapis.com` });
  clock = await clockOf(api);
  clock.set('2026-11-23T12:00:00Z');
});
afterAll(async () => {
  await api.close();
  await service.stop();
});

const fields = 'push { publicKey devices { id label fingerprint createdAt lastUsedAt failingSince } }';
const own = `{ viewer { ${fields} } }`;
const subscribe = `mutation($input: PushSubscriptionInput!) { subscribeToPush(input: $input) { ${fields} } }`;
const unsubscribe = `mutation($endpoint: String!) { unsubscribeFromPush(endpoint: $endpoint) { ${fields} } }`;
const remove = `mutation($id: ID!) { removePushDevice(id: $id) { ${fields} } }`;
const devicesOf = async (person: Someone): Promise<Data[]> => (await api.get(person, own))['viewer'].push.devices;

describe('opting in', () => {
  it('is off until somebody switches it on, in this browser, once', async () => {
    const me = await api.world.colleague();
    expect((await api.get(me, own))['viewer'].push).toEqual({ publicKey: keys.VAPID_PUBLIC_KEY, devices: [] });
    const browser = service.browser('Firefox unter Linux');
    const { devices } = (await api.get(me, subscribe, { input: browser }))['subscribeToPush'].push;
    const fingerprint = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(browser.endpoint))).toString('base64url');
    const device = {
      label: 'Firefox unter Linux',
      fingerprint,
      createdAt: '2026-11-23T12:00:00.000Z',
      lastUsedAt: null,
      failingSince: null,
    };
    expect(devices).toEqual([{ id: expect.any(String), ...device }]);
    // The browser gives new keys with the same address, and another name.
    const again = { ...browser, auth: service.browser().auth, label: 'Firefox unter Windows' };
    expect((await api.get(me, subscribe, { input: again }))['subscribeToPush'].push.devices).toEqual([
      { ...devices[0], label: 'Firefox unter Windows' },
    ]);
    expect(await api.world.db.pushSubscription.findMany({ where: { personId: me.id } })).toMatchObject([{ auth: again.auth }]);
  });

  it('ends in this browser, as often as it says so, and from another one by the list', async () => {
    const me = await api.world.colleague();
    const [desk, phone] = [service.browser('Chrome unter Windows'), service.browser('Chrome unter Android')];
    for (const input of [desk, phone]) await api.get(me, subscribe, { input });
    for (const _ of [1, 2]) {
      const left = (await api.get(me, unsubscribe, { endpoint: desk.endpoint }))['unsubscribeFromPush'].push.devices;
      expect(left).toMatchObject([{ label: 'Chrome unter Android' }]);
    }
    const [{ id }] = (await devicesOf(me)) as [Data];
    expect((await api.get(me, remove, { id }))['removePushDevice'].push.devices).toEqual([]);
    expect(await api.refusal(me, remove, { id })).toBe('not_found');
  });

  it('is one’s own business', async () => {
    const [me, other, admin] = [await api.world.colleague(), await api.world.colleague(), await api.world.official('LAND_ADMIN')];
    const browser = service.browser();
    await api.get(me, subscribe, { input: browser });
    const [{ id }] = (await devicesOf(me)) as [Data];
    for (const person of [other, admin]) {
      expect(await devicesOf(person)).toEqual([]);
      expect(await api.refusal(person, remove, { id })).toBe('not_found');
      // Nothing of theirs: it changes nothing, and tells nothing.
      expect(await api.refusal(person, unsubscribe, { endpoint: browser.endpoint })).toBeUndefined();
    }
    for (const [document, variables] of [
      [subscribe, { input: service.browser() }],
      [unsubscribe, { endpoint: browser.endpoint }],
      [remove, { id }],
    ] as const)
      expect(await api.refusal(null, document, variables)).toBe('unauthenticated');
    expect(await devicesOf(me)).toHaveLength(1);
  });

  it('moves with the browser to whoever opts in there next', async () => {
    const [me, next] = [await api.world.colleague(), await api.world.colleague()];
    const browser = service.browser();
    await api.get(me, subscribe, { input: browser });
    const mine = await api.world.db.pushSubscription.findUniqueOrThrow({ where: { endpoint: browser.endpoint } });
    await api.world.db.pushMessage.create({ data: { subscriptionId: mine.id, noticeIds: [randomUUID()], createdAt: new Date() } });
    await api.get(next, subscribe, { input: browser });
    expect([await devicesOf(me), await devicesOf(next)]).toEqual([[], [expect.objectContaining({ label: browser.label })]]);
    expect(await api.world.db.pushMessage.count({ where: { subscriptionId: mine.id } })).toBe(0);
    // Both at once: one of them has it.
    await Promise.all([me, next].map((person) => api.get(person, subscribe, { input: browser })));
    expect(await api.world.db.pushSubscription.count({ where: { endpoint: browser.endpoint } })).toBe(1);
  });

  it('has a bound: the one that was switched on first goes, also when several come at once', async () => {
    const me = await api.world.colleague();
    for (let n = 0; n < limits.push.devices; n++) {
      clock.set(new Date(Date.UTC(2026, 10, 23, 12, n)));
      await api.get(me, subscribe, { input: service.browser(`Gerät ${n}`) });
    }
    clock.set('2026-11-23T13:00:00Z');
    await Promise.all(['x', 'y', 'z'].map((name) => api.get(me, subscribe, { input: service.browser(`Gerät ${name}`) })));
    const names = (await devicesOf(me)).map((device) => device['label'] as string);
    expect(names.toSorted()).toEqual([...[3, 4, 5, 6, 7, 8, 9].map((n) => `Gerät ${n}`), 'Gerät x', 'Gerät y', 'Gerät z']);
  });
});

describe('what a browser says of itself', () => {
  it.each([
    ['no push service', { endpoint: 'https://ort.example/push' }, 'endpoint'],
    ['without encryption', { endpoint: 'http://fcm.googleapis.com/fcm/send/x' }, 'endpoint'],
    ['this machine', { endpoint: 'https://127.0.0.1/x' }, 'endpoint'],
    ['this machine, another port', { endpoint: 'http://127.0.0.1:1/x' }, 'endpoint'],
    ['a cloud’s own address', { endpoint: 'http://169.254.169.254/latest/meta-data/' }, 'endpoint'],
    ['a name in the address', { endpoint: 'https://kim@fcm.googleapis.com/x' }, 'endpoint'],
    ['another host behind an @', { endpoint: 'https://fcm.googleapis.com@ort.example/x' }, 'endpoint'],
    ['no address', { endpoint: 'fcm' }, 'endpoint'],
    ['a very long one', { endpoint: `https://fcm.googleapis.com/${'x'.repeat(limits.push.endpoint)}` }, 'endpoint'],
    ['a short key', { p256dh: 'BAAA' }, 'p256dh'],
    ['a key that is no point', { p256dh: `B${'A'.repeat(86)}` }, 'p256dh'],
    ['a short secret', { auth: 'AAAA' }, 'auth'],
    ['no letters of base64url', { auth: '!'.repeat(22) }, 'auth'],
    ['no name', { label: '  ' }, 'label'],
    ['a very long name', { label: 'x'.repeat(limits.push.label + 1) }, 'label'],
  ])('is refused: %s', async (_, wrong, field) => {
    const me = await api.world.colleague();
    const answer = await api.ask(me, subscribe, { input: { ...service.browser(), ...wrong } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'invalid', fields: [field] });
    expect(await devicesOf(me)).toEqual([]);
  });

  it('is accepted where it is a known service', async () => {
    const me = await api.world.colleague();
    const input = { ...service.browser(), endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}:APA91b-_x` };
    expect(await api.refusal(me, subscribe, { input })).toBeUndefined();
  });
});

it('the export of one’s own data names the browsers, without the keys of their messages', async () => {
  const me = await api.world.colleague();
  const browser = service.browser('Edge unter Windows');
  await api.get(me, subscribe, { input: browser });
  const { text } = (await api.get(me, 'mutation { exportOwnData { text } }'))['exportOwnData'];
  expect((JSON.parse(text as string) as Data)['Geräte für Mitteilungen']).toMatchObject([{ label: 'Edge unter Windows' }]);
  expect(text).not.toContain(browser.auth);
  expect(text).not.toContain(browser.p256dh);
});

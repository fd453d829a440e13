import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pushKeys } from '@kollab/devstack';
import { openApi, type Api } from '../../../test/api.ts';
import { clockOf, noticeOf } from '../../../test/mailing.ts';
import { startPushService, type Browser, type PushService } from '../../../test/push.ts';
import type { Colleague } from '../../../test/world.ts';

const keys = pushKeys();
/** Far from any day on which this runs: no wait ends by the database's clock before the test says so. */
const noon = Date.parse('2126-11-25T11:00:00Z');
let api: Api;
let service: PushService;
let clock: Awaited<ReturnType<typeof clockOf>>;
/** The minutes that have passed since noon. */
const at = (minutes: number) => clock.set(new Date(noon + minutes * 60_000));
beforeAll(async () => {
  service = await startPushService();
  api = await openApi({ ...keys, PUSH_SERVICES: service.origin });
  clock = await clockOf(api);
});
afterEach(() => service.behave(null));
afterAll(async () => {
  await api.close();
  await service.stop();
});

interface Mentioned {
  me: Colleague;
  browser: Browser;
  noticeId: string;
}
/** Somebody with one browser who is mentioned; the worker has done its first round. */
async function mentioned(): Promise<Mentioned> {
  at(0);
  const [me, browser] = [await api.world.colleague(), service.browser()];
  await api.world.db.pushSubscription.create({ data: { ...browser, personId: me.id, createdAt: new Date(noon - 3_600_000) } });
  const notice = await noticeOf(api, me, 'MENTION', new Date(noon - 60_000), { detail: 'PERSON', cause: `mention:${randomUUID()}` });
  const { Jobs } = await import('../../platform/jobs/jobs.ts');
  const { noticesPressing } = await import('../notifications/jobs.ts');
  await api.app.get(Jobs).send(noticesPressing, { noticeIds: [notice.id] });
  await api.work();
  return { me, browser, noticeId: notice.id };
}
/** The wait of every message is over. */
async function again(): Promise<void> {
  await api.world.db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'push.send' AND state = 'created'`;
  await api.work();
}
const device = ({ endpoint }: Browser) => api.world.db.pushSubscription.findUnique({ where: { endpoint }, include: { messages: true } });
const arrived = ({ browser }: Mentioned) => service.pushed(browser).length;

describe('a message', () => {
  it('is encrypted for this browser alone, signed by the operator, and kept for a day', async () => {
    const { browser } = await mentioned();
    const [{ headers, message, vapid }] = service.pushed(browser) as [ReturnType<PushService['pushed']>[number]];
    expect(message).toEqual({ title: 'Sie wurden erwähnt', body: expect.any(String), path: expect.any(String), tag: headers['topic'] });
    expect(headers).toMatchObject({
      ttl: '86400',
      urgency: 'normal',
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
    });
    expect(headers['topic']).toMatch(/^[\w-]{1,32}$/);
    expect(vapid).toMatchObject({ signed: true, key: keys.VAPID_PUBLIC_KEY, header: { typ: 'JWT', alg: 'ES256' } });
    expect(vapid.claims).toMatchObject({ aud: service.origin, sub: keys.VAPID_SUBJECT });
    const left = vapid.claims.exp - Date.now() / 1_000;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(86_400);
    expect(await device(browser)).toMatchObject({ lastUsedAt: new Date(noon), failingSince: null, messages: [] });
  });

  it('is unreadable with another browser’s keys', async () => {
    const { browser } = await mentioned();
    const stranger = service.browser();
    await api.world.db.pushSubscription.update({ where: { endpoint: browser.endpoint }, data: { p256dh: stranger.p256dh } });
    const notice = await noticeOf(api, (await ownerOf(browser))!, 'MENTION', new Date(noon - 30_000), {
      detail: 'PERSON',
      cause: `mention:${randomUUID()}`,
    });
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'notices.pressing' }, { noticeIds: [notice.id] });
    await api.work();
    expect(service.pushed(browser).map(({ message }) => message === null)).toEqual([false, true]);
  });
  const ownerOf = async ({ endpoint }: Browser) => {
    const { personId } = await api.world.db.pushSubscription.findUniqueOrThrow({ where: { endpoint } });
    return api.world.db.person.findUnique({ where: { id: personId } }) as Promise<Colleague | null>;
  };
});

describe('a browser that is gone', () => {
  it.each([404, 410])('is forgotten with all that waits for it: %s', async (status) => {
    service.behave(() => ({ status }));
    const { browser } = await mentioned();
    expect(service.pushed(browser)).toHaveLength(1);
    expect(await device(browser)).toBeNull();
  });

  it('is forgotten when no message reached it for a month; a message, when nobody took it for two days', async () => {
    service.behave(() => ({ status: 403 }));
    const [old, young] = [await mentioned(), await mentioned()];
    await api.world.db.pushSubscription.update({
      where: { endpoint: old.browser.endpoint },
      data: { failingSince: new Date(noon - 31 * 86_400_000) },
    });
    const { id: subscriptionId } = (await device(young.browser))!;
    const waits = (days: number) => ({ subscriptionId, noticeIds: [young.noticeId], createdAt: new Date(noon - days * 86_400_000) });
    await api.world.db.pushMessage.createMany({ data: [waits(1), waits(3)] });
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'push.forget' }, {});
    await api.work();
    expect(await device(old.browser)).toBeNull();
    expect((await device(young.browser))?.messages).toMatchObject([{ createdAt: new Date(noon - 86_400_000) }]);
  });
});

describe('a push service that does not take it now', () => {
  it.each([
    ['is busy', () => ({ status: 429 })],
    ['is broken', () => ({ status: 500 })],
    ['is away', () => ({ status: 503 })],
    ['says nothing', () => null],
  ])('%s: it waits longer each time, and goes out once when it can', async (_, manners) => {
    const { CONFIG } = await import('../../platform/config.ts');
    const config = api.app.get<{ PUSH_TIMEOUT: number }>(CONFIG);
    const patience = config.PUSH_TIMEOUT;
    // Only while nobody shall answer: on a busy machine an answer may take that long.
    if (manners() === null) config.PUSH_TIMEOUT = 0.5;
    service.behave(manners);
    const told = await mentioned();
    expect(await device(told.browser)).toMatchObject({
      failingSince: new Date(noon),
      lastUsedAt: null,
      messages: [{ attempts: 1, nextAt: new Date(noon + 10_000) }],
    });
    // Not before its time.
    await api.work();
    expect(arrived(told)).toBe(1);
    at(1);
    await again();
    expect(arrived(told)).toBe(2);
    expect((await device(told.browser))?.messages).toMatchObject([{ attempts: 2, nextAt: new Date(noon + 80_000) }]);
    service.behave(null);
    config.PUSH_TIMEOUT = patience;
    at(2);
    await again();
    await again();
    expect(arrived(told)).toBe(3);
    expect(await device(told.browser)).toMatchObject({ failingSince: null, lastUsedAt: new Date(noon + 120_000), messages: [] });
  });

  it('is asked again when it said so', async () => {
    service.behave(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    const told = await mentioned();
    expect((await device(told.browser))?.messages).toMatchObject([{ nextAt: new Date(noon + 600_000) }]);
    service.behave(null);
    at(10);
    await again();
    expect(arrived(told)).toBe(2);
  });

  it('is given up after a day: then the digest tells it', async () => {
    service.behave(() => ({ status: 503 }));
    const told = await mentioned();
    at(24 * 60);
    await again();
    expect(arrived(told)).toBe(2);
    expect(await device(told.browser)).toMatchObject({ failingSince: new Date(noon), messages: [] });
  });

  it.each([400, 401, 403, 413, 301, 307])('is not asked again after %s, and no other address is tried', async (status) => {
    const other = service.browser();
    service.behave(() => ({ status, headers: { location: other.endpoint } }));
    const told = await mentioned();
    expect([arrived(told), service.pushed(other).length]).toEqual([1, 0]);
    expect(await device(told.browser)).toMatchObject({ failingSince: new Date(noon), messages: [] });
  });

  it('is not asked at all when the operator took it from the list', async () => {
    const { PushSender } = await import('./sender.service.ts');
    const sender = api.app.get(PushSender);
    sender.knows = () => false;
    const told = await mentioned();
    Reflect.deleteProperty(sender, 'knows');
    expect(arrived(told)).toBe(0);
    expect((await device(told.browser))?.messages).toEqual([]);
  });
});

describe('while it waits', () => {
  const waiting = async (): Promise<Mentioned> => {
    service.behave(() => ({ status: 503 }));
    const told = await mentioned();
    service.behave(null);
    return told;
  };
  const nothingMore = async (told: Mentioned) => {
    at(1);
    await again();
    expect(arrived(told)).toBe(1);
    expect((await device(told.browser))?.messages ?? []).toEqual([]);
  };

  it('it was read', async () => {
    const told = await waiting();
    await api.world.db.notice.update({ where: { id: told.noticeId }, data: { readAt: new Date(noon) } });
    await nothingMore(told);
  });

  it('the right to read it ended', async () => {
    const told = await waiting();
    const hidden = await api.world.group({ visibility: 'MEMBERS', joinPolicy: 'INVITE' });
    await api.world.db.notice.update({ where: { id: told.noticeId }, data: { groupId: hidden.id } });
    await nothingMore(told);
  });

  it('it was switched off', async () => {
    const told = await waiting();
    await api.get(told.me, 'mutation($endpoint: String!) { unsubscribeFromPush(endpoint: $endpoint) { __typename } }', {
      endpoint: told.browser.endpoint,
    });
    await nothingMore(told);
  });

  it('somebody else switched it on in the same browser', async () => {
    const told = await waiting();
    const next = await api.world.colleague();
    await api.get(next, 'mutation($input: PushSubscriptionInput!) { subscribeToPush(input: $input) { __typename } }', {
      input: told.browser,
    });
    await nothingMore(told);
  });

  it('the quiet hours began: it waits for their end, and no attempt is counted', async () => {
    const told = await waiting();
    at(7 * 60);
    await again();
    expect(arrived(told)).toBe(1);
    expect((await device(told.browser))?.messages).toMatchObject([{ attempts: 1, nextAt: new Date(noon + (7 * 60 + 15) * 60_000) }]);
    at(19 * 60);
    await again();
    expect(arrived(told)).toBe(2);
  });
});

describe('a worker that dies', () => {
  const dies = async (when: string): Promise<() => Promise<void>> => {
    const { db } = api.world;
    await db.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$`);
    await db.$executeRawUnsafe(`CREATE TRIGGER die BEFORE ${when} FOR EACH ROW EXECUTE FUNCTION die()`);
    return async () => {
      await db.$executeRawUnsafe(`DROP TRIGGER die ON ${when.split(' ').at(-1)}`);
      // Its heart stands still: the job is given to another one.
      await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`;
    };
  };

  it('after the push service took it: it comes a second time in the place of the first, and no third time', async () => {
    const live = await dies('DELETE ON push_message');
    await expect(mentioned()).rejects.toThrow('killed');
    await live();
    await api.work();
    await api.work();
    const [message] = await api.world.db.pushSubscription.findMany({ orderBy: { id: 'desc' }, take: 1 });
    const came = service.pushed(message as unknown as Browser);
    expect(came).toHaveLength(2);
    expect(new Set(came.map(({ headers }) => headers['topic'])).size).toBe(1);
  });

  it('before the message was left: nothing is lost', async () => {
    const live = await dies('INSERT ON push_message');
    await expect(mentioned()).rejects.toThrow('killed');
    await live();
    await api.work();
    const [message] = await api.world.db.pushSubscription.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(service.pushed(message as unknown as Browser)).toHaveLength(1);
  });

  it('after an attempt was noted, before its job was: the job that comes again leaves it to the next one', async () => {
    service.behave(() => ({ status: 503 }));
    const told = await mentioned();
    const { id: messageId } = (await device(told.browser))!.messages[0]!;
    const { Jobs } = await import('../../platform/jobs/jobs.ts');
    await api.app.get(Jobs).send({ name: 'push.send' }, { messageId, at: null });
    await api.work();
    expect(arrived(told)).toBe(1);
    const [{ n }] = await api.world.db.$queryRaw<[{ n: number }]>`
      SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'push.send' AND state = 'created' AND data->>'messageId' = ${messageId}`;
    expect(n).toBe(1);
  });
});

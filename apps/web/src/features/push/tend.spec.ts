import { beforeEach, expect, test } from '@jest/globals';
import type { ApolloClient } from '@apollo/client';
import { fakeBrowser, fingerprint, type FakeBrowser } from '../../../test/push.ts';
import { keep, kept } from './browser.ts';
import { leave, tend } from './tend.ts';

const [old, now, key] = ['https://push.example/alt', 'https://push.example/neu', 'QUJD'];
let browser: FakeBrowser;
let told: unknown[];
beforeEach(() => {
  browser = fakeBrowser('granted');
  told = [];
});

/** The server as this person finds it. */
const clientOf = (devices: string[], publicKey: string | null = key): ApolloClient =>
  ({
    query: () => Promise.resolve({ data: { viewer: { push: { publicKey, devices: devices.map((each) => ({ fingerprint: each })) } } } }),
    mutate: ({ variables }: { variables: unknown }) => Promise.resolve(told.push(variables)),
  }) as unknown as ApolloClient;
const ofKim = async (endpoint: string) => keep({ subject: 'kim', fingerprint: await fingerprint(endpoint) });

test('what is on stays on', async () => {
  browser.subscribe(now, key);
  await ofKim(now);
  await tend(clientOf([await fingerprint(now)]), 'kim');
  expect([browser.subscription?.endpoint, told]).toEqual([now, []]);
});

test('a browser in which it is off asks nothing', async () => {
  await tend({ query: () => Promise.reject(new Error('asked')) } as unknown as ApolloClient, 'kim');
  expect(browser.subscription).toBeNull();
});

test.each([
  ['somebody else switched on and left behind', 'sascha', now],
  ['was removed from another device', 'kim', now],
])('what %s ends', async (_, subject, endpoint) => {
  browser.subscribe(now, key);
  keep({ subject, fingerprint: await fingerprint(endpoint) });
  await tend(clientOf([await fingerprint('https://push.example/anderswo')]), 'kim');
  expect([browser.subscription, kept(), told]).toEqual([null, null, []]);
});

test('what nobody knows of ends', async () => {
  browser.subscribe(now, key);
  await tend(clientOf([]), 'kim');
  expect([browser.subscription, told]).toEqual([null, []]);
});

test('an address that the browser changed is told, for the same person only', async () => {
  browser.subscribe(now, key);
  await ofKim(old);
  await tend(clientOf([await fingerprint(old)]), 'kim');
  expect(told).toEqual([{ input: expect.objectContaining({ endpoint: now }) }]);
  expect([browser.subscription?.endpoint, kept()]).toEqual([now, { subject: 'kim', fingerprint: await fingerprint(now) }]);

  await ofKim(old);
  await tend(clientOf([]), 'sascha');
  expect([browser.subscription, told.length]).toEqual([null, 1]);
});

test('signing out ends it, also when the server cannot be told', async () => {
  for (const client of [clientOf([]), { mutate: () => Promise.reject(new TypeError('offline')) } as unknown as ApolloClient]) {
    browser.subscribe(now, key);
    await ofKim(now);
    await leave(client);
    expect([browser.subscription, kept()]).toEqual([null, null]);
  }
  expect(told).toEqual([{ endpoint: now }]);
});

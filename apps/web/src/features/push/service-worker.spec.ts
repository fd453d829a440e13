import { expect, test } from '@jest/globals';
import { listenForPushes, messageOf } from './service-worker.ts';

const message = { title: 'Sie wurden erwähnt', body: 'Kim Muster hat Sie erwähnt.', path: '/arbeitsgruppen/1?beitrag=2', tag: 'abc' };

/** A worker of a browser in which these pages are open. */
function workerWith(open: string[]) {
  const said: unknown[] = [];
  const waited: Promise<unknown>[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const worker = {
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    location: { origin: 'https://land.example' },
    registration: {
      showNotification: (title: string, options: object) => Promise.resolve(said.push({ title, ...options })),
      pushManager: { subscribe: (options: object) => Promise.resolve(said.push({ subscribed: options })) },
    },
    clients: {
      matchAll: () =>
        Promise.resolve(
          open.map((path) => ({ url: `https://land.example${path}`, focus: () => Promise.resolve(said.push({ focused: path })) })),
        ),
      openWindow: (url: string) => Promise.resolve(said.push({ opened: url })),
    },
  };
  listenForPushes(worker as unknown as ServiceWorkerGlobalScope);
  const fire = async (name: string, event: object) => {
    listeners.get(name)!({ ...event, waitUntil: (work: Promise<unknown>) => waited.push(work) });
    await Promise.all(waited);
    return said;
  };
  return fire;
}

test('a message is shown, with its place and its tag', async () => {
  const { title, body, tag, path } = message;
  expect(await workerWith([])('push', { data: { text: () => JSON.stringify(message) } })).toEqual([
    { title, body, tag, lang: 'de', icon: '/icon.svg', data: { path } },
  ]);
});

test.each([undefined, '', 'kein JSON', '{}', 'null', JSON.stringify({ ...message, body: 7 })])(
  'what cannot be read is shown too, as a plain sentence: %j',
  async (text) => {
    const [shown] = await workerWith([])('push', { data: text === undefined ? null : { text: () => text } });
    expect(shown).toMatchObject({ body: 'Es gibt einen neuen Hinweis für Sie.', data: { path: '/hinweise' } });
  },
);

test.each(['https://ort.example/', '//ort.example/', '/\\ort.example', 'javascript:alert(1)', 'hinweise'])(
  'it leads nowhere else: %s',
  (path) => expect(messageOf(JSON.stringify({ ...message, path })).path).toBe('/hinweise'),
);

test.each([
  ['to the page that shows it, if it is open', ['/mein-tag', message.path], { focused: message.path }],
  ['to a new page, and other pages stay as they are', ['/mein-tag'], { opened: `https://land.example${message.path}` }],
  ['to a new page when none is open', [], { opened: `https://land.example${message.path}` }],
])('pressed, it leads %s', async (_, open, led) => {
  let closed = false;
  const notification = { data: { path: message.path }, close: () => (closed = true) };
  expect(await workerWith(open)('notificationclick', { notification })).toEqual([led]);
  expect(closed).toBe(true);
});

test('an address that the browser takes back is taken anew, with the same key', async () => {
  const applicationServerKey = new ArrayBuffer(65);
  const fire = workerWith([]);
  expect(await fire('pushsubscriptionchange', { oldSubscription: { options: { applicationServerKey } } })).toEqual([
    { subscribed: { userVisibleOnly: true, applicationServerKey } },
  ]);
  expect(await workerWith([])('pushsubscriptionchange', { oldSubscription: null })).toEqual([]);
});

import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { ports } from '../ports.ts';

/**
 * The browser's half. What this browser lacks is stood in for, and nothing else: without a window it shows no notifications
 * and says that they are not allowed, and its maker's service is not reached from here. So the page is told what a person
 * would answer and where the browser subscribed, and the worker's `showNotification` is written down. The worker, its handlers
 * and the message as the DevTools protocol delivers it are the browser's own. That what our server sends can be read, the
 * specs of the API prove.
 */
test.use({ serviceWorkers: 'allow' });

const section = (page: Page) => page.getByRole('region', { name: 'Mitteilungen auf diesem Gerät' });

async function withMessages(context: BrowserContext): Promise<void> {
  await context.addInitScript((endpoint) => {
    let permission: NotificationPermission = 'default';
    Object.defineProperty(Notification, 'permission', { get: () => permission });
    Notification.requestPermission = () => Promise.resolve((permission = 'granted'));
    let own: unknown = null;
    const key = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
    // A point of the curve, and any sixteen bytes.
    const keys: Record<string, ArrayBuffer> = {
      p256dh: key('BH8VNAAnei9ak/GHUIi1HdrAQBKC87Tme6BJQuWOpK/ro++1QfATduqpKL1hfGg2f39h//2TrTZySzCudI5h/sk='),
      auth: key('AAAAAAAAAAAAAAAAAAAAAA=='),
    };
    PushManager.prototype.getSubscription = () => Promise.resolve(own as PushSubscription | null);
    PushManager.prototype.subscribe = (options) => {
      own = {
        endpoint,
        options: { userVisibleOnly: true, applicationServerKey: options!.applicationServerKey },
        getKey: (name: string) => keys[name],
        unsubscribe: () => {
          own = null;
          return Promise.resolve(true);
        },
      };
      return Promise.resolve(own as PushSubscription);
    };
  }, `http://localhost:${ports.control}/push/1`);
}

/** The worker's registration, as the protocol knows it. */
async function registrationOf(protocol: CDPSession, page: Page): Promise<string> {
  const found = new Promise<string>((resolve) => {
    protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (one) resolve(one.registrationId);
    });
  });
  await protocol.send('ServiceWorker.enable');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return found;
}

interface Shown {
  title: string;
  options: { body: string; tag: string; data: { path: string } };
}
/** What of a worker's scope is used here. */
interface Scope extends EventTarget {
  shown: Shown[];
  opened: string[];
  clients: { openWindow: (url: string) => Promise<null> };
  registration: { showNotification: (title: string, options: Shown['options']) => Promise<void> };
}

/** As a browser shows them: a later one takes the place of one with the same tag. */
const withNotifications = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    const scope = globalThis as unknown as Scope;
    Object.assign(scope, { shown: [], opened: [] });
    scope.registration.showNotification = (title, options) => {
      scope.shown = [...scope.shown.filter((one) => one.options.tag !== options.tag), { title, options }];
      return Promise.resolve();
    };
    // Only a person's press may open a page.
    scope.clients.openWindow = (url) => {
      scope.opened.push(url);
      return Promise.resolve(null);
    };
  });
const shownBy = (worker: Worker) =>
  worker.evaluate(() =>
    (globalThis as unknown as Scope).shown.map(({ title, options: { body, tag, data } }) => ({ title, body, tag, path: data.path })),
  );
/** Somebody presses the one with this tag. */
const press = (worker: Worker, tag: string) =>
  worker.evaluate((wanted) => {
    const scope = globalThis as unknown as Scope;
    const { options } = scope.shown.find((one) => one.options.tag === wanted)!;
    const close = () => (scope.shown = scope.shown.filter((one) => one.options.tag !== wanted));
    scope.dispatchEvent(Object.assign(new Event('notificationclick'), { notification: { ...options, close }, waitUntil: () => undefined }));
  }, tag);
const openedBy = (worker: Worker) => worker.evaluate(() => (globalThis as unknown as Scope).opened);

test('messages are switched on in this browser, shown by its worker, and end with the sign-out', async ({ as, baseURL }) => {
  test.slow();
  const { origin } = new URL(baseURL!);
  const page = await as('koordination.harz', '/mein-tag', { serviceWorkers: 'allow' });
  const context = page.context();
  await context.grantPermissions(['notifications'], { origin });
  await withMessages(context);
  await page.goto('/konto');
  await expect(section(page).getByText('Auf diesem Gerät ausgeschaltet.')).toBeVisible();
  await section(page).getByRole('button', { name: 'Auf diesem Gerät einschalten' }).click();
  await expect(section(page).getByText('Auf diesem Gerät eingeschaltet.')).toBeVisible();
  await expectAccessible(page);

  const protocol = await context.newCDPSession(page);
  const registrationId = await registrationOf(protocol, page);
  const worker = context.serviceWorkers().find((each) => each.url().startsWith(origin))!;
  await withNotifications(worker);
  const deliver = (data: string) => protocol.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  const message = {
    title: 'Sie wurden erwähnt',
    body: 'Kim Muster hat Sie in „Newsletter“ erwähnt.',
    path: '/hinweise?von=mitteilung',
    tag: 'eins',
  };
  await deliver(JSON.stringify(message));
  await expect.poll(() => shownBy(worker)).toEqual([message]);
  const later = { ...message, body: 'Kim Muster hat Sie in „Newsletter“ erwähnt. Dazu ein weiterer Hinweis.' };
  await deliver(JSON.stringify(later));
  await expect.poll(() => shownBy(worker)).toEqual([later]);
  // Something has to be shown, whatever arrives.
  await deliver('kein JSON');
  await expect.poll(async () => (await shownBy(worker)).map(({ path }) => path)).toEqual(['/hinweise?von=mitteilung', '/hinweise']);
  await press(worker, 'eins');
  await expect.poll(() => openedBy(worker)).toEqual([`${origin}/hinweise?von=mitteilung`]);
  expect((await shownBy(worker)).map(({ tag }) => tag)).not.toContain('eins');

  await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click();
  await expect(page.getByRole('button', { name: 'Mit dem Dienstkonto anmelden' })).toBeVisible();
  const again = await as('koordination.harz', '/konto', { serviceWorkers: 'allow' });
  await expect(section(again).getByRole('heading', { name: 'Mitteilungen auf diesem Gerät' })).toBeVisible();
  await expect(section(again).getByText(/So erlauben Sie sie/)).toBeVisible();
  await expect(section(again).getByText('Andere Geräte')).toHaveCount(0);
});

test('who has not allowed it is told how to', async ({ as }) => {
  const page = await as('mitarbeit.merseburg', '/konto', { serviceWorkers: 'allow' });
  await expect(section(page).getByText(/So erlauben Sie sie/)).toBeVisible();
  await expect(section(page).getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
});

import { webcrypto } from 'node:crypto';

/** A browser that can show messages; each test has its own. */
export interface FakeBrowser {
  /** What the person answers when they are asked. */
  answers: NotificationPermission;
  /** How often they were asked. */
  asked: number;
  subscription: { endpoint: string; options: { applicationServerKey: ArrayBuffer }; unsubscribe: () => Promise<boolean> } | null;
  subscribe: (endpoint: string, publicKey: string) => void;
}

const decoded = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64url')).buffer;

export function fakeBrowser(permission: NotificationPermission = 'default'): FakeBrowser {
  localStorage.removeItem('kollab-push');
  const browser: FakeBrowser = {
    answers: 'granted',
    asked: 0,
    subscription: null,
    subscribe: (endpoint, publicKey) => {
      const one = {
        endpoint,
        options: { applicationServerKey: decoded(publicKey) },
        getKey: (name: string) => decoded(name === 'auth' ? 'YXV0aA' : 'a2V5'),
        unsubscribe: () => {
          if (browser.subscription === one) browser.subscription = null;
          return Promise.resolve(true);
        },
      };
      browser.subscription = one;
    },
  };
  const pushManager = {
    getSubscription: () => Promise.resolve(browser.subscription),
    subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
      browser.subscribe(`https://push.example/${applicationServerKey}`, applicationServerKey);
      return Promise.resolve(browser.subscription);
    },
  };
  const registration = { pushManager };
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { getRegistration: () => Promise.resolve(registration), ready: Promise.resolve(registration) },
  });
  const notification = {
    permission,
    requestPermission: () => {
      browser.asked += 1;
      notification.permission = browser.answers;
      return Promise.resolve(browser.answers);
    },
  };
  Object.assign(globalThis, { PushManager: class {}, Notification: notification });
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: webcrypto });
  return browser;
}

/** One that cannot. */
export function oldBrowser(): void {
  Reflect.deleteProperty(navigator, 'serviceWorker');
  for (const name of ['PushManager', 'Notification']) Reflect.deleteProperty(globalThis, name);
}

export const fingerprint = async (endpoint: string): Promise<string> =>
  Buffer.from(await webcrypto.subtle.digest('SHA-256', Buffer.from(endpoint))).toString('base64url');

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { WebConfig } from './config.ts';

/** The identity provider as keycloak-js shows it: how long a session lives still, and what renewing answers. */
class Provider {
  authenticated = true;
  token = 'token';
  timeSkew = 0;
  onAuthSuccess?: () => void;
  onAuthRefreshSuccess?: () => void;
  /** Until when the session itself lives, whatever is renewed. */
  static most = 0;
  static idle = 7_200;
  static reached = true;
  static renewed = 0;
  static subject = 'kim';
  static known = true;
  static left = 0;
  exp = 0;
  subject: string | undefined;
  get refreshTokenParsed() {
    return { exp: this.exp };
  }
  private give(): void {
    const now = Math.floor(Date.now() / 1000);
    this.exp = Math.min(now + Provider.idle, Provider.most);
  }
  init(): Promise<boolean> {
    if (!Provider.known) return Promise.resolve(false);
    this.subject = Provider.subject;
    this.give();
    this.onAuthSuccess?.();
    return Promise.resolve(true);
  }
  logout(): Promise<void> {
    Provider.left += 1;
    return Promise.resolve();
  }
  isTokenExpired = () => false;
  updateToken(): Promise<boolean> {
    if (!Provider.reached) return Promise.reject(new Error('offline'));
    Provider.renewed += 1;
    this.give();
    this.onAuthRefreshSuccess?.();
    return Promise.resolve(true);
  }
}
jest.unstable_mockModule('keycloak-js', () => ({ default: Provider }));
const { Session } = await import('./session.ts');

const now = Date.parse('2026-11-18T08:00:00Z');
const inSeconds = (seconds: number): number => now / 1000 + seconds;

beforeEach(() => {
  jest.useFakeTimers({ now });
  Object.assign(Provider, { most: inSeconds(36_000), reached: true, renewed: 0, subject: 'kim', known: true, left: 0 });
  localStorage.clear();
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: (_: string, run: () => Promise<unknown>) => run() },
  });
});
afterEach(() => {
  jest.useRealTimers();
});

async function begin() {
  const session = new Session({ identity: {} } as WebConfig);
  await session.start();
  return session;
}
const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

test('a session that can be renewed is renewed without a word', async () => {
  const session = await begin();
  await pass(7_200);
  expect(Provider.renewed).toBe(1);
  expect(session.endsAt).toBeNull();
  expect(session.state).toBe('signed-in');
});

test('two minutes before the end that nothing puts off people hear of it', async () => {
  Provider.most = inSeconds(3_600);
  const session = await begin();
  let told = 0;
  session.subscribe(() => (told += 1));
  await pass(3_600 - 125);
  expect(session.endsAt).toBeNull();
  await pass(10);
  expect(session.endsAt).toBe(now + 3_600_000);
  expect(told).toBe(1);
});

test('without the identity provider nothing renews it, and people hear of it as well', async () => {
  const session = await begin();
  Provider.reached = false;
  await pass(7_200 - 110);
  expect(session.endsAt).toBe(now + 7_200_000);
  Provider.reached = true;
  await session.token(true);
  expect(session.endsAt).toBeNull();
});

function withoutServer() {
  const session = new Session({ identity: {} } as WebConfig);
  session.startOffline('kim');
  return session;
}

test('without the server the page goes on as whoever was here last, and without a token', async () => {
  const session = withoutServer();
  expect([session.state, session.subject, await session.token()]).toEqual(['offline', 'kim', null]);
});

test('with the server again the same person goes on, and the session is renewed as any other', async () => {
  const session = withoutServer();
  expect(await session.resume()).toBe(true);
  expect([session.state, session.subject, await session.token()]).toEqual(['signed-in', 'kim', 'token']);
  await pass(7_200);
  expect(Provider.renewed).toBe(1);
});

test.each([
  ['somebody else', { subject: 'pat' }],
  ['nobody', { known: false }],
])('with the server again and %s signed in, nothing goes on', async (_, found) => {
  const session = withoutServer();
  Object.assign(Provider, found);
  expect(await session.resume()).toBe(false);
  expect(session.state).toBe('offline');
});

test('an identity provider that never answers is given up, so that the page can ask again', async () => {
  const session = withoutServer();
  const init = jest.spyOn(Provider.prototype, 'init').mockReturnValue(new Promise(() => undefined));
  const given = expect(session.resume()).rejects.toThrow('did not answer');
  await pass(20);
  await given;
  init.mockRestore();
  expect(await session.resume()).toBe(true);
});

test('what this device keeps goes before somebody signs out', async () => {
  const session = await begin();
  const order: string[] = [];
  session.beforeLeaving = () => Promise.resolve(order.push(`${Provider.left} left`));
  await session.signOut();
  expect([order, Provider.left]).toEqual([['0 left'], 1]);
});

test('who signed out without the server is signed out with the next start, not in again', async () => {
  localStorage.setItem('kollab-leaving', '1');
  const session = new Session({ identity: {} } as WebConfig);
  void session.start();
  await pass(1);
  expect([Provider.left, session.state]).toEqual([1, 'anonymous']);
  const next = await begin();
  expect([Provider.left, next.state]).toEqual([1, 'signed-in']);
});

import { nameOfBrowser } from './name.ts';

/** Whether this browser supports web push, and whether the person has blocked it. */
export type Ability = 'unsupported' | 'denied' | 'possible';

export function ability(): Ability {
  if (!('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis)) return 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : 'possible';
}

/** Stored in this browser: the account that switched messages on here, and a hash of the push endpoint then. */
interface Kept {
  subject: string;
  fingerprint: string;
}
const key = 'kollab-push';
export function kept(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
export const keep = (own: Kept): void => localStorage.setItem(key, JSON.stringify(own));

export async function subscription(): Promise<PushSubscription | null> {
  if (ability() === 'unsupported') return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

export async function fingerprintOf({ endpoint }: PushSubscription): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return base64url(hash);
}

/** Asks for permission; null when the person refuses. A subscription made with other keys of the operator is replaced. */
export async function subscribe(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  const serverKey = old?.options.applicationServerKey;
  if (old && serverKey && base64url(new Uint8Array(serverKey)) === publicKey) return old;
  await old?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** The input of `subscribeToPush`. */
export function inputOf(own: PushSubscription): { endpoint: string; p256dh: string; auth: string; label: string } {
  const part = (name: 'p256dh' | 'auth') => base64url(new Uint8Array(own.getKey(name) ?? new ArrayBuffer(0)));
  return { endpoint: own.endpoint, p256dh: part('p256dh'), auth: part('auth'), label: nameOfBrowser(navigator.userAgent) };
}

/** Ends the subscription in this browser. The push service answers later messages to it with 404 or 410. */
export async function forget(): Promise<void> {
  localStorage.removeItem(key);
  await (await subscription())?.unsubscribe();
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

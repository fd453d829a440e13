/// <reference lib="webworker" />

interface Message {
  title: string;
  body: string;
  path: string;
  tag: string;
}

/** What arrives from the platform; whatever else arrives is shown as a plain sentence, since something has to be shown. */
export function messageOf(text: string | undefined): Message {
  try {
    const { title, body, path, tag } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (typeof title === 'string' && typeof body === 'string' && typeof path === 'string' && typeof tag === 'string')
      // Only a place in this platform: two slashes would lead elsewhere.
      return { title, body, path: /^\/(?![/\\])/.test(path) ? path : '/hinweise', tag };
  } catch {
    // said below
  }
  return { title: 'Gemeinsam Digital', body: 'Es gibt einen neuen Hinweis für Sie.', path: '/hinweise', tag: 'kollab' };
}

/** The part of the worker that shows messages, also while no page is open. */
export function listenForPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const { title, body, path, tag } = messageOf(event.data?.text());
    event.waitUntil(worker.registration.showNotification(title, { body, tag, lang: 'de', icon: '/icon.svg', data: { path } }));
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const { path } = event.notification.data as { path: string };
    event.waitUntil(open(worker, new URL(path, worker.location.origin).href));
  });
  // The browser took another address. The next page that is opened tells the platform.
  worker.addEventListener('pushsubscriptionchange', (event) => {
    const { oldSubscription } = event as PushSubscriptionChangeEvent;
    const applicationServerKey = oldSubscription?.options.applicationServerKey;
    if (!applicationServerKey) return;
    (event as ExtendableEvent).waitUntil(
      worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => undefined),
    );
  });
}

/** Where the page is open already; else in a new one, so that nothing is taken away that somebody writes in another. */
async function open({ clients }: ServiceWorkerGlobalScope, url: string): Promise<void> {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((each) => each.url === url);
  await (page ? page.focus() : clients.openWindow(url));
}

interface PushSubscriptionChangeEvent extends Event {
  readonly oldSubscription: PushSubscription | null;
}

/// <reference lib="webworker" />

interface Message {
  title: string;
  body: string;
  path: string;
  tag: string;
}

/** Reads a message of the platform. Anything else becomes a plain sentence: browsers require that every push shows something. */
export function messageOf(text: string | undefined): Message {
  try {
    const { title, body, path, tag } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (typeof title === 'string' && typeof body === 'string' && typeof path === 'string' && typeof tag === 'string')
      // Only paths within the platform: "//" would lead to another host.
      return { title, body, path: /^\/(?![/\\])/.test(path) ? path : '/hinweise', tag };
  } catch {
    // Falls through to the plain sentence.
  }
  return { title: 'Gemeinsam Digital', body: 'Es gibt einen neuen Hinweis für Sie.', path: '/hinweise', tag: 'kollab' };
}

/** The part of the service worker that shows messages, also while no page is open. */
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
  // The browser replaced its subscription. The next page that opens tells the platform (tend.ts).
  worker.addEventListener('pushsubscriptionchange', (event) => {
    const { oldSubscription } = event as PushSubscriptionChangeEvent;
    const applicationServerKey = oldSubscription?.options.applicationServerKey;
    if (!applicationServerKey) return;
    (event as ExtendableEvent).waitUntil(
      worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }).catch(() => undefined),
    );
  });
}

/** Focuses a window that shows the page already, or opens a new one; navigating another window could lose what is being written there. */
async function open({ clients }: ServiceWorkerGlobalScope, url: string): Promise<void> {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find((each) => each.url === url);
  await (page ? page.focus() : clients.openWindow(url));
}

interface PushSubscriptionChangeEvent extends Event {
  readonly oldSubscription: PushSubscription | null;
}

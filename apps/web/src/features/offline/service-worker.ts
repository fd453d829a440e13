/// <reference lib="webworker" />
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isNewestOnly, isPage } from './shell.ts';

export interface BuiltFile {
  url: string;
  /** null: the name changes with the content. */
  revision: string | null;
}

/**
 * Keeps the platform's code on the device, but no answers of the server and nothing about anybody. Pages are requested from the server;
 * only when it cannot be reached, the stored index.html opens in their place. All other requests bypass this worker.
 */
export function openWithoutConnection(worker: ServiceWorkerGlobalScope, files: BuiltFile[]): void {
  registerRoute(
    ({ request, sameOrigin, url }) => sameOrigin && request.destination === 'document' && isPage(url.pathname),
    ({ event, request }) => page((event as FetchEvent).preloadResponse as Promise<Response | undefined>, request),
  );
  precacheAndRoute(files, { cleanURLs: false, directoryIndex: '' });
  worker.addEventListener('activate', (event) => {
    // The request for the page leaves while this worker is still starting.
    event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload.enable()]));
  });
  // A page that is open keeps the code it began with: a new worker waits, unless the one page there is of its own build.
  worker.addEventListener('message', (event) => {
    const code = (event.data as { newestCode?: unknown } | null)?.newestCode;
    if (typeof code !== 'string') return;
    event.waitUntil(
      worker.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => {
        if (isNewestOnly(code, pages.length, files)) return worker.skipWaiting();
      }),
    );
  });
}

/** What the proxy answers while the server behind it is down. */
const away = (response: Response): boolean => response.status >= 502 && response.status <= 504;

async function page(preloaded: Promise<Response | undefined>, request: Request): Promise<Response> {
  let answer: Response | undefined;
  try {
    answer = (await preloaded) ?? (await fetch(request));
    if (!away(answer)) return answer;
  } catch {
    // Not reached.
  }
  return (await matchPrecache('/index.html')) ?? answer ?? Response.error();
}

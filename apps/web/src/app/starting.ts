import { loadConfig } from '../lib/config.ts';
import { Session } from '../lib/session.ts';
import type { Started } from './started.ts';

/**
 * Once a page load: what the server says, and whether somebody is signed in. A small file of its own that the page runs before
 * everything else (see vite.config.ts): the identity provider takes four round trips to answer, and meanwhile the rest arrives.
 */
async function start(): Promise<Started> {
  const config = await loadConfig().catch((error: unknown) => error as Error);
  if (config instanceof Error) {
    const without =
      isAway(config) &&
      (await offline()
        .then(({ startWithout }) => startWithout())
        .catch(() => null));
    if (without) return without;
    throw config;
  }
  const session = new Session(config);
  await body();
  await session.start();
  if (session.state === 'anonymous' && known())
    await offline()
      .then(({ leaveNothing }) => leaveNothing())
      .catch(() => undefined);
  return { config, session };
}

const offline = () => import('../features/offline/start.ts');
/** Not reached; a proxy whose server is away says so by a number. */
const isAway = (error: Error): boolean => error instanceof TypeError || / 50[234]$/.test(error.message);

/** Somebody was signed in here before. */
function known(): boolean {
  try {
    return localStorage.getItem('kollab-known') !== null;
  } catch {
    return false;
  }
}
export const starting = start();

/** The identity provider is asked in a frame of the page, which may not be parsed that far yet. */
function body(): Promise<void> {
  if (document.body as HTMLElement | null) return Promise.resolve();
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!(document.body as HTMLElement | null)) return;
      observer.disconnect();
      resolve();
    }).observe(document.documentElement, { childList: true });
  });
}

/** The first section, where most people begin their day. */
const atFirstSection = location.pathname === '/mein-tag' || location.pathname === '/';

/** The code for signed-in people. With it come their first questions. */
export const signedIn = () =>
  import('./signed-in.tsx').then(({ askFirst, SignedIn }) => {
    askFirst(starting, atFirstSection);
    return { default: SignedIn };
  });

// Who signed in here before will probably be signed in now: the code comes while the identity provider is asked.
if (known()) {
  // What fails here is tried again, and told, where it is needed.
  const ignored = () => undefined;
  signedIn().catch(ignored);
  if (atFirstSection) import('../features/home/home-page.tsx').catch(ignored);
}
starting.catch(() => undefined);

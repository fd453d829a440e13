const address = '/sw.js';
interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string };
}

/** The page's Content-Security-Policy requires Trusted Types for script addresses. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('kollab-worker', {
  createScriptURL: () => address,
});

/** The entry script of this page. Its name changes with every change in the build. */
const newestCode = (): string | undefined => {
  const entry = [...document.scripts].find(({ type, async }) => type === 'module' && !async);
  return entry && new URL(entry.src).pathname;
};

/** Registers the service worker, with which the platform opens without a connection. If that fails, pages work as before. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker
    .register(policy?.createScriptURL(address) ?? address, { updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) return;
  const offer = () => registration.waiting?.postMessage({ newestCode: newestCode() });
  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer());
  });
}

/** The event `beforeinstallprompt` of Chromium. Other browsers offer installing in their menus. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();
const become = (next: InstallOffer | null): void => {
  offer = next;
  for (const listener of listeners) listener();
};

/** Keeps the offer for the page „Konto“ instead of showing it. It comes once for each page load, and early. */
export function catchInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    become(event as InstallOffer);
  });
  addEventListener('appinstalled', () => become(null));
}

export const installOffer = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): InstallOffer | null => offer,
  /** Browsers let an offer be used once. */
  take: (): void => {
    void offer?.prompt();
    become(null);
  },
};

/** Chromium's offer to install the page; other browsers have a way of their own in their menus. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();
const become = (next: InstallOffer | null): void => {
  offer = next;
  for (const listener of listeners) listener();
};

/** Kept for „Konto“, where somebody may want it; nobody is asked by the way. It comes once a page load, and early. */
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
  /** An offer can be taken once. */
  take: (): void => {
    void offer?.prompt();
    become(null);
  },
};

import { daysLeft, formatExact, formatTime } from '../../lib/dates.ts';

/** Of when something is, so that nobody has to count back. */
export const asOf = (at: number, now = Date.now()): string => {
  const day = { 0: 'heute', [-1]: 'gestern' }[daysLeft(at, now)];
  return day ? `${day}, ${formatTime(at)} Uhr` : formatExact(at);
};

/** What the pages shown without the server stand on: by address the oldest answer of each; null where nothing was kept. */
export class Standings {
  private readonly pages = new Map<string, number | null>();

  add(path: string, at: number | null): void {
    const before = this.pages.get(path) ?? null;
    this.pages.set(path, before === null ? at : Math.min(before, at ?? before));
  }

  clear(): void {
    this.pages.clear();
  }

  words(now = Date.now()): Record<string, string> {
    return Object.fromEntries(
      [...this.pages].map(([path, at]) => [
        path,
        at === null ? 'Ohne Verbindung. Diese Seite ist auf diesem Gerät nicht gespeichert.' : `Ohne Verbindung. Stand: ${asOf(at, now)}`,
      ]),
    );
  }
}

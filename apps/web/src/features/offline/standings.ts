import { daysLeft, formatExact, formatTime } from '../../lib/dates.ts';

/** When something was answered: "heute, 14:05 Uhr", "gestern, 9:12 Uhr", else the full date. */
export const asOf = (at: number, now = Date.now()): string => {
  const day = { 0: 'heute', [-1]: 'gestern' }[daysLeft(at, now)];
  return day ? `${day}, ${formatTime(at)} Uhr` : formatExact(at);
};

/** How old each page shown without the server is: by path the time of its oldest answer, null where nothing was kept. */
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

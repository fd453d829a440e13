import { networkOf } from './network.ts';

const hour = 3_600_000;
const remembered = 10_000;

/**
 * How often one sender may do in an hour what needs no sign-in, or one person what mails others. In memory and per instance: it
 * holds off floods, it is no account of who asked, and who it was is forgotten with the hour.
 */
export class HourlyLimit {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly perHour: number) {}

  allows(from: string, now = Date.now()): boolean {
    const sender = networkOf(from);
    for (const [known, times] of this.times) if (times.at(-1)! <= now - hour) this.times.delete(known);
    const recent = (this.times.get(sender) ?? []).filter((at) => at > now - hour);
    if (recent.length >= this.perHour) return false;
    // Set anew, so that the map's order is that of the last report and the oldest goes first.
    this.times.delete(sender);
    if (this.times.size >= remembered) this.times.delete(this.times.keys().next().value!);
    this.times.set(sender, [...recent, now]);
    return true;
  }
}

/** Until when somebody hears a room whose right ends by the clock; looked at when something is delivered there. */
export class ClockEnds<S> {
  private readonly rooms = new Map<string, Map<S, number>>();

  /** `until`: true when no clock ends it. */
  set(room: string, who: S, until: true | Date): void {
    if (until === true) return this.delete(room, who);
    const ends = this.rooms.get(room) ?? new Map<S, number>();
    this.rooms.set(room, ends.set(who, until.getTime()));
  }

  delete(room: string, who: S): void {
    const ends = this.rooms.get(room);
    if (ends?.delete(who) && ends.size === 0) this.rooms.delete(room);
  }

  over(room: string, now = Date.now()): S[] {
    return [...(this.rooms.get(room) ?? [])].flatMap(([who, until]) => (until <= now ? who : []));
  }
}

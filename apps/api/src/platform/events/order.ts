/** Up to where the rooms of this instance were delivered, and which of them have something new. */
export class Order {
  private readonly delivered = new Map<string, number>();
  private readonly dirty = new Set<string>();

  constructor(
    /** So many events of a room are read at once, at most. */
    private readonly batch: number,
  ) {}

  get rooms(): Iterable<string> {
    return this.delivered.keys();
  }

  get isDirty(): boolean {
    return this.dirty.size > 0;
  }

  of(room: string): number | undefined {
    return this.delivered.get(room);
  }

  /** Another socket may have opened it meanwhile, and be ahead: its count stays. */
  open(room: string, last: number): number {
    const count = this.delivered.get(room) ?? last;
    this.delivered.set(room, count);
    return count;
  }

  close(room: string): void {
    this.delivered.delete(room);
  }

  /** Rooms that nobody has open here are left out. */
  mark(rooms: Iterable<string>): void {
    for (const room of rooms) if (this.delivered.has(room)) this.dirty.add(room);
  }

  /** What has to be read: rooms that are still open, each from its count on. */
  take(): Map<string, number> {
    const rooms = [...this.dirty].flatMap((room) => {
      const seq = this.delivered.get(room);
      return seq === undefined ? [] : [[room, seq] as const];
    });
    this.dirty.clear();
    return new Map(rooms);
  }

  /** Each event once and in order, counted as delivered when it is taken: who joins sees either the count before, or with it. */
  *due<E extends { room: string; seq: number }>(found: readonly E[]): Generator<E> {
    const counts = new Map<string, number>();
    for (const event of found) {
      const { room, seq } = event;
      const count = (counts.get(room) ?? 0) + 1;
      counts.set(room, count);
      // A full batch leaves a rest: one more round.
      if (count === this.batch) this.dirty.add(room);
      const delivered = this.delivered.get(room);
      // Meanwhile the room may have been left, or opened anew further on.
      if (delivered === undefined || seq <= delivered) continue;
      this.delivered.set(room, seq);
      yield event;
    }
  }
}

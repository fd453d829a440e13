import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Doorbell, type Ring } from './doorbell.ts';
import { batch, EventLog, type LoggedEvent } from './log.ts';

const pollEvery = 2_000;

export interface Audience {
  /** Before an event: whoever lost the right to hear it leaves. Throwing keeps the event for later. */
  prepare(event: LoggedEvent): Promise<void>;
  /** Called in the order of the room's events, one after the other; in one go with counting it as delivered. */
  deliver(event: LoggedEvent): void;
  sessionEnded(sid: string, until: number): void;
}

/**
 * Carries committed events to the sockets of this instance. It reads by room: the counter's lock makes the commit order
 * of a room the order of its `seq`, so that nothing is skipped and nobody is waited for.
 */
@Injectable()
export class Relay implements OnModuleDestroy {
  private readonly log = new Logger('relay');
  private readonly delivered = new Map<string, number>();
  private readonly dirty = new Set<string>();
  private audience: Audience | undefined;
  private pumping = false;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: EventLog,
    private readonly doorbell: Doorbell,
  ) {}

  async start(audience: Audience): Promise<void> {
    this.audience = audience;
    await this.doorbell.listen((ring) => this.hear(ring));
    // In case a ring was lost.
    this.poll = setInterval(() => this.mark(this.delivered.keys()), pollEvery);
  }

  /** From now on this room is read; events after the returned count are delivered. Call `join` of the socket without a pause after it. */
  async open(room: string): Promise<number> {
    const known = this.delivered.get(room);
    if (known !== undefined) return known;
    const { last } = await this.events.extent(room);
    // Another socket may have opened it meanwhile, and be ahead.
    if (!this.delivered.has(room)) this.delivered.set(room, last);
    // What was written since that look rang for a room that nobody had open: read once more.
    this.mark([room]);
    return this.delivered.get(room)!;
  }

  deliveredOf(room: string): number | undefined {
    return this.delivered.get(room);
  }

  close(room: string): void {
    this.delivered.delete(room);
  }

  private hear(ring: Ring): void {
    if ('rooms' in ring) this.mark(ring.rooms);
    else this.audience?.sessionEnded(ring.endedSid, ring.until);
  }

  private mark(rooms: Iterable<string>): void {
    for (const room of rooms) if (this.delivered.has(room)) this.dirty.add(room);
    if (this.dirty.size > 0 && !this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    try {
      while (this.dirty.size > 0) {
        const rooms = new Map<string, number>();
        for (const room of this.dirty) {
          const seq = this.delivered.get(room);
          if (seq !== undefined) rooms.set(room, seq);
        }
        this.dirty.clear();
        if (rooms.size === 0) continue;
        const counts = new Map<string, number>();
        for (const event of await this.events.after(rooms)) {
          const count = (counts.get(event.room) ?? 0) + 1;
          counts.set(event.room, count);
          // A full batch leaves a rest: one more round.
          if (count === batch) this.dirty.add(event.room);
          if (this.isDue(event)) await this.audience?.prepare(event);
          // Meanwhile the room may have been left, or opened anew further on.
          if (!this.isDue(event)) continue;
          // Who joins sees either the count before and hears the event, or the count with it.
          this.delivered.set(event.room, event.seq);
          this.audience?.deliver(event);
        }
      }
    } catch (error) {
      // The database is away: the poll tries again, from where it stopped.
      this.log.warn(`reading events failed: ${(error as Error).message}`);
    } finally {
      this.pumping = false;
    }
  }

  private isDue({ room, seq }: LoggedEvent): boolean {
    const delivered = this.delivered.get(room);
    return delivered !== undefined && seq > delivered;
  }

  onModuleDestroy(): void {
    clearInterval(this.poll);
  }
}

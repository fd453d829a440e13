import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Doorbell, type Ring } from './doorbell.ts';
import { batch, EventLog, type LoggedEvent } from './log.ts';
import { Order } from './order.ts';
import { endings } from './store.ts';

const pollEvery = 2_000;

export interface Audience {
  /** A right may have ended in this room, of this person or of anybody: whoever lost it leaves. Throwing keeps the events for later. */
  prepare(ending: { room: string; personId: string | undefined }): Promise<void>;
  /** What ends by the clock or elsewhere, and of which a stopped process may have missed the moment. */
  refresh(): Promise<void>;
  /** Called in the order of the room's events, one after the other; in one go with counting it as delivered. */
  deliver(event: LoggedEvent): void;
  sessionEnded(sid: string): void;
}

/**
 * Carries committed events to the sockets of this instance. It reads by room: the counter's lock makes the commit order
 * of a room the order of its `seq`, so that nothing is skipped and nobody is waited for.
 */
@Injectable()
export class Relay implements OnModuleDestroy {
  private readonly log = new Logger('relay');
  private readonly order = new Order(batch);
  private audience: Audience | undefined;
  private pumping = false;
  private refreshedAt = 0;
  /** Of the room `endings`: up to where it was heeded. */
  private ended = 0;
  private poll: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: EventLog,
    private readonly doorbell: Doorbell,
  ) {}

  async start(audience: Audience): Promise<void> {
    this.audience = audience;
    this.ended = (await this.events.extent(endings)).last;
    await this.doorbell.listen((ring) => this.hear(ring));
    // In case a ring was lost.
    this.poll = setInterval(() => this.look(), pollEvery);
  }

  /** From now on this room is read; events after the returned count are delivered. Call `join` of the socket without a pause after it. */
  async open(room: string): Promise<number> {
    const known = this.order.of(room);
    if (known !== undefined) return known;
    const { last } = await this.events.extent(room);
    const count = this.order.open(room, last);
    // What was written since that look rang for a room that nobody had open: read once more.
    this.mark([room]);
    return count;
  }

  deliveredOf(room: string): number | undefined {
    return this.order.of(room);
  }

  close(room: string): void {
    this.order.close(room);
  }

  private look(): void {
    void this.refreshed(0).catch(() => undefined);
    this.mark(this.order.rooms);
  }

  /** The audience as it was at most so many milliseconds ago. */
  private async refreshed(age: number): Promise<void> {
    const now = performance.now();
    if (now - this.refreshedAt <= age) return;
    await this.audience?.refresh();
    this.refreshedAt = now;
  }

  private hear(ring: Ring): void {
    if ('rooms' in ring) this.mark(ring.rooms);
    else this.audience?.sessionEnded(ring.endedSid);
  }

  private mark(rooms: Iterable<string>): void {
    this.order.mark(rooms);
    if (this.order.isDirty && !this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    try {
      while (this.order.isDirty) {
        const rooms = this.order.take();
        if (rooms.size === 0) continue;
        const found = await this.events.after(rooms.set(endings, this.ended));
        if (found.length === 0) continue;
        await this.heed(found.filter((e) => e.room === endings));
        // A fragment shows its post as it is by now: an event from before somebody's right ended could bring them what was
        // written after it.
        if (found.some((e) => e.fragment !== undefined)) await this.heed(await this.events.after(new Map([[endings, this.ended]])));
        // After a longer pause of this process (frozen, or without its database) nothing goes out on what it knew before.
        await this.refreshed(2 * pollEvery);
        for (const event of this.order.due(found)) this.audience?.deliver(event);
      }
    } catch (error) {
      // The database is away: the poll tries again, from where it stopped.
      this.log.warn(`reading events failed: ${(error as Error).message}`);
    } finally {
      this.pumping = false;
    }
  }

  /** Whoever lost a right leaves before anything more is delivered, in any room. */
  private async heed(found: readonly LoggedEvent[]): Promise<void> {
    for (let some = found; some.length > 0; some = some.length < batch ? [] : await this.events.after(new Map([[endings, this.ended]])))
      for (const { seq, payload } of some) {
        const { of, personId } = payload as unknown as { of: string; personId?: string };
        await this.audience?.prepare({ room: of, personId });
        this.ended = seq;
      }
  }

  onModuleDestroy(): void {
    clearInterval(this.poll);
  }
}

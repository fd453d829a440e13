import type { BareMessage, LiveMessage, RoomState } from '@kollab/contract';
import { io, type Socket } from 'socket.io-client';
import type { Course, Frame } from './history.ts';

interface Watched {
  last: number;
  asking: boolean;
  steps: ({ seq: number; name: string | null } | { reset: number })[];
}
type Incoming = LiveMessage | BareMessage;
/** Whose fragments are wanted in which room. */
type Focus = readonly [room: string, focus: string];
interface Shown {
  id?: string;
  version?: number;
}

/**
 * A small faithful client of the live protocol, as the web's is: `last + 1` is applied, a gap is asked for, an answer that
 * did not come is asked for again. It notes every frame, and what it took for the course of each room.
 */
export class Listener {
  reconnects = 0;
  refusals = 0;
  private readonly socket: Socket;
  private readonly watched = new Map<string, Watched>();
  private readonly ended = new Map<string, Watched>();
  private closed = false;

  readonly name: string;
  readonly person: string;
  private readonly sid: string;
  private readonly focus: readonly Focus[];
  private readonly frames: Frame[];

  constructor(who: { name: string; person: string; sid: string; token: string }, url: string, focus: readonly Focus[], frames: Frame[]) {
    this.name = who.name;
    this.person = who.person;
    this.sid = who.sid;
    this.focus = focus;
    this.frames = frames;
    this.socket = io(url, {
      path: '/live',
      transports: ['websocket'],
      auth: { token: who.token },
      forceNew: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 1_500,
      timeout: 5_000,
    });
    this.socket.on('connect', () => {
      this.reconnects++;
      for (const room of this.watched.keys()) void this.ask(room);
    });
    this.socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.again(500);
    });
    this.socket.on('connect_error', ({ message }) => {
      if (message === 'unauthenticated') this.refusals++;
      // A refusal ends the trying of socket.io itself.
      if (!this.socket.active) this.again(1_000);
    });
    this.socket.on('event', (message: Incoming) => this.hear(message));
    this.socket.on('left', ({ room }: { room: string }) => this.leave(room));
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  get rooms(): string[] {
    return [...this.watched.keys(), ...this.ended.keys()];
  }

  /** From the room's beginning, or from where it was left. */
  watch(room: string): void {
    if (this.watched.has(room)) return;
    this.watched.set(room, this.ended.get(room) ?? { last: 0, asking: false, steps: [] });
    this.ended.delete(room);
    void this.ask(room);
  }

  lastOf(room: string): number {
    return (this.watched.get(room) ?? this.ended.get(room))?.last ?? 0;
  }

  courses(entitled: (room: string) => boolean): Course[] {
    return [...this.watched, ...this.ended].map(([room, { steps }]) => ({
      person: this.person,
      listener: this.name,
      room,
      steps,
      entitled: entitled(room),
    }));
  }

  stop(): void {
    this.closed = true;
    this.socket.disconnect();
  }

  private again(milliseconds: number): void {
    setTimeout(() => this.closed || this.socket.connect(), milliseconds).unref();
  }

  private leave(room: string): void {
    const watched = this.watched.get(room);
    this.watched.delete(room);
    if (watched) this.ended.set(room, watched);
  }

  private async ask(room: string): Promise<void> {
    const watched = this.watched.get(room);
    if (!watched || watched.asking || !this.socket.connected) return;
    watched.asking = true;
    let later = true;
    try {
      const state = await this.stateOf(room, watched);
      later = !state.ok && state.later === true;
      if (this.watched.get(room) !== watched || later) return;
      if (!state.ok) return this.leave(room);
      for (const [of, focus] of this.focus)
        if (of === room) await this.socket.timeout(10_000).emitWithAck('focus', { room, focus, on: true });
    } catch {
      // No answer.
    } finally {
      watched.asking = false;
      if (later) setTimeout(() => void this.ask(room), 1_000).unref();
    }
  }

  /** Takes the answer in the moment in which it comes: the next event may be in the same packet. */
  private stateOf(room: string, watched: Watched): Promise<RoomState> {
    return new Promise((resolve, reject) => {
      this.socket.timeout(10_000).emit('watch', { room, after: watched.last }, (error: Error | null, state: RoomState) => {
        if (error) return reject(error);
        if (state.ok) for (const message of state.missed) this.note(message);
        if (state.ok && this.watched.get(room) === watched) {
          if (state.reset) {
            watched.last = state.seq;
            watched.steps.push({ reset: state.seq });
          } else for (const message of state.missed) this.apply(watched, message);
        }
        resolve(state);
      });
    });
  }

  private hear(message: Incoming): void {
    this.note(message);
    const watched = this.watched.get(message.room);
    if (!watched || message.seq <= watched.last) return;
    if (message.seq === watched.last + 1) this.apply(watched, message);
    else void this.ask(message.room);
  }

  private apply(watched: Watched, message: Incoming): void {
    if (message.seq <= watched.last) return;
    watched.last = message.seq;
    watched.steps.push({ seq: message.seq, name: 'name' in message ? message.name : null });
  }

  private note(message: Incoming): void {
    const { id, version } = ('fragment' in message ? (message.fragment as Shown | undefined) : undefined) ?? {};
    const name = 'name' in message ? message.name : null;
    const { person, sid } = this;
    this.frames.push({
      person,
      sid,
      at: performance.now(),
      room: message.room,
      seq: message.seq,
      name,
      post: id ?? null,
      version: version ?? 0,
    });
  }
}

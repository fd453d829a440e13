import type { ApolloClient } from '@apollo/client';
import type { BareMessage, EventName, EventPayload, LiveMessage, RoomState } from '@kollab/contract';
import type { Socket } from 'socket.io-client';
import { stepOf, stillMissing } from './room-count.ts';
import type { Session } from './session.ts';

/** Milliseconds between two times that a screen asks anew because of what it heard. */
const askEvery = 1_000;

export interface LiveContext {
  client: ApolloClient;
  /** Names of queries on the screen that have to ask again; bundled, at most once a second, with some jitter so that 500 listeners are no stampede. */
  refetch: (...queries: string[]) => void;
}
/** What a feature does when it hears a fact. `fragment` comes with hot events, for who looks at it. */
export type LiveHandlers = {
  [N in EventName]: (message: { payload: EventPayload<N>; fragment: unknown; room: string }, context: LiveContext) => void;
};
export type ConnectionState = 'off' | 'connecting' | 'online' | 'lost';

interface Watched {
  users: number;
  /** How many users want the fragments of this focus. */
  focus: Map<string, number>;
  /** Last applied count; null until the room answered. */
  last: number | null;
  asking: boolean;
  /** Not to be heard by this person. */
  refused: boolean;
}
type Incoming = LiveMessage | BareMessage;

/**
 * Keeps what is on the screen fresh. Each room counts its events: `last + 1` is applied, a gap is asked for, and after a
 * longer absence everything on the screen is read anew. Without a connection nothing breaks, it is only not live.
 */
export class Live {
  private socket: Socket | undefined;
  private readonly rooms = new Map<string, Watched>();
  private readonly listeners = new Set<() => void>();
  private readonly pending = new Set<string>();
  private readonly resets = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private stopped = false;
  state: ConnectionState = 'off';

  private readonly session: Session;
  private readonly client: ApolloClient;
  private readonly handlers: LiveHandlers;

  constructor(session: Session, client: ApolloClient, handlers: LiveHandlers) {
    this.session = session;
    this.client = client;
    this.handlers = handlers;
    // At once, not with the end of the token's life: who is signed out hears nothing more, and the page says so.
    const follow = () => session.state === 'ended' && this.stop();
    session.subscribe(() => void follow());
    follow();
  }

  /** socket.io is loaded after the first page is usable. */
  async connect(): Promise<void> {
    if (this.socket || this.stopped) return;
    const loaded = await import('socket.io-client').catch(() => null);
    if (!loaded) {
      // Without a connection the code does not come either.
      setTimeout(() => void this.connect(), 5_000);
      return;
    }
    // Left or signed out while it was loading.
    if (this.stopped as boolean) return;
    const { io } = loaded;
    const socket = io({
      path: '/live',
      transports: ['websocket', 'polling'],
      // Some proxies refuse websockets: then polling carries it, a little slower.
      tryAllTransports: true,
      auth: (send) => void this.session.token().then((token) => send({ token })),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.socket = socket;
    this.become('connecting');
    socket.on('connect', () => {
      this.become('online');
      this.renewBefore();
      for (const room of this.rooms.keys()) void this.ask(room);
    });
    // The token's life is over, or the session's: whoever renews it learns which.
    socket.on('session', () => void this.session.token(true));
    socket.on('disconnect', (reason) => {
      if (this.stopped) return;
      this.become('lost');
      // The server ended it (session, rights, its own end), so socket.io itself does not try again.
      if (reason === 'io server disconnect') setTimeout(() => void this.reconnect(), 500);
    });
    socket.on('connect_error', (error) => {
      if (this.stopped) return;
      this.become('lost');
      // The server answered with a refusal (the token, or its database is away): socket.io itself tries no more.
      if (!socket.active) setTimeout(() => void this.reconnect(error.message === 'unauthenticated'), 2_000 + Math.random() * 2_000);
    });
    socket.on('event', (message: Incoming) => this.hear(message));
    socket.on('left', ({ room }: { room: string }) => {
      this.rooms.delete(room);
      this.resetScreen();
    });
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.renewal);
    this.socket?.disconnect();
    this.become('off');
  }

  /** Hears a room until the returned function is called. `focus`: whose hot fragments are wanted. */
  watch(room: string, focus?: string): () => void {
    const watched: Watched = this.rooms.get(room) ?? { users: 0, focus: new Map(), last: null, asking: false, refused: false };
    const isNew = !this.rooms.has(room);
    this.rooms.set(room, watched);
    watched.users++;
    if (isNew) void this.ask(room);
    if (focus) {
      watched.focus.set(focus, (watched.focus.get(focus) ?? 0) + 1);
      if (!isNew && watched.last !== null) void this.setFocus(room, focus, true).catch(() => undefined);
    }
    return () => this.unwatch(room, watched, focus);
  }

  /** The room's state is known: what is read from now on misses nothing. Who is refused misses nothing either. */
  isOpen(room: string): boolean {
    const watched = this.rooms.get(room);
    return watched !== undefined && (watched.last !== null || watched.refused);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For screens that keep more than a query can read anew (pages of posts). */
  onReset(listener: () => void): () => void {
    this.resets.add(listener);
    return () => this.resets.delete(listener);
  }

  private unwatch(room: string, watched: Watched, focus: string | undefined): void {
    watched.users--;
    if (focus) {
      const left = (watched.focus.get(focus) ?? 1) - 1;
      if (left > 0) watched.focus.set(focus, left);
      else {
        watched.focus.delete(focus);
        void this.setFocus(room, focus, false).catch(() => undefined);
      }
    }
    if (watched.users > 0 || this.rooms.get(room) !== watched) return;
    this.rooms.delete(room);
    if (this.socket?.connected) this.socket.emit('leave', { room }, () => undefined);
  }

  private async setFocus(room: string, focus: string, on: boolean): Promise<void> {
    if (this.socket?.connected) await this.socket.timeout(10_000).emitWithAck('focus', { room, focus, on });
  }

  private async ask(room: string): Promise<void> {
    const watched = this.rooms.get(room);
    if (!watched || watched.asking || !this.socket?.connected) return;
    watched.asking = true;
    const before = watched.last;
    let answered = false;
    try {
      const state = await this.stateOf(room, watched, before);
      answered = state.ok || !state.later;
      if (this.rooms.get(room) !== watched || !state.ok) return;
      // What comes before the focus is heard comes without its fragments, and makes the screen ask.
      for (const focus of watched.focus.keys()) await this.setFocus(room, focus, true);
      // What was read before the room answered may be older than its count.
      if (state.reset || before === null) this.resetScreen();
    } catch {
      // No answer. Nothing else would make a room ask whose count is not known.
    } finally {
      watched.asking = false;
      if (!answered) setTimeout(() => void this.ask(room), 1_000 + Math.random() * 1_000);
      this.tell();
    }
  }

  /** Takes the answer in the moment in which it comes: the next event may be in the same packet, and would not fit before it. */
  private stateOf(room: string, watched: Watched, before: number | null): Promise<RoomState> {
    return new Promise((resolve, reject) => {
      const asked = { room, ...(before !== null && { after: before }) };
      this.socket!.timeout(10_000).emit('watch', asked, (error: Error | null, state: RoomState) => {
        if (error) return reject(error);
        if (this.rooms.get(room) === watched && (state.ok || !state.later)) {
          watched.refused = !state.ok;
          if (state.ok && (state.reset || before === null)) watched.last = state.seq;
          else if (state.ok) for (const message of stillMissing(state.missed, () => watched.last)) this.apply(watched, message);
        }
        resolve(state);
      });
    });
  }

  private hear(message: Incoming): void {
    const watched = this.rooms.get(message.room);
    if (!watched) return;
    const next = stepOf(watched.last, message.seq);
    if (next === 'apply') this.apply(watched, message);
    else if (next === 'ask') void this.ask(message.room);
  }

  private apply(watched: Watched, message: Incoming): void {
    watched.last = message.seq;
    if (!('name' in message)) return;
    const handle = this.handlers[message.name] as (m: unknown, context: LiveContext) => void;
    handle(
      { payload: message.payload, fragment: message.fragment, room: message.room },
      { client: this.client, refetch: (...queries) => this.refetch(queries) },
    );
  }

  private refetch(queries: readonly string[]): void {
    for (const query of queries) this.pending.add(query);
    const wait = Math.max(Math.random() * 300, this.asked + askEvery - Date.now());
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.asked = Date.now();
      const names = new Set(this.pending);
      this.pending.clear();
      for (const query of this.client.getObservableQueries())
        if (query.queryName && (names.has(query.queryName) || names.has('*'))) void query.refetch().catch(() => undefined);
    }, wait);
  }

  private resetScreen(): void {
    this.refetch(['*']);
    this.resetParts();
  }

  /** What a query cannot read anew: pages of posts. */
  resetParts(): void {
    for (const reset of this.resets) reset();
  }

  /** A fresh token some seconds before the socket would end with the old one. */
  private renewBefore(): void {
    const left = this.session.expiresAt - Date.now() - 15_000;
    clearTimeout(this.renewal);
    this.renewal = setTimeout(
      () => {
        if (!this.socket?.connected) return;
        void this.session.token(true).then((token) => {
          if (!token) return;
          this.socket?.emit('renew', { token }, () => undefined);
          this.renewBefore();
        });
      },
      Math.max(left, 5_000),
    );
  }

  private async reconnect(renew = false): Promise<void> {
    if (this.stopped || this.socket?.connected) return;
    if (await this.session.token(renew)) this.socket?.connect();
  }

  private become(state: ConnectionState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

import type { Server as HttpServer } from 'node:http';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Server, type Socket } from 'socket.io';
import { endsRights, type BareMessage, type LiveMessage, type RoomState } from '@kollab/contract';
import type { Actor } from '../auth/actor.ts';
import { Actors } from '../auth/actors.ts';
import { Tokens, type Session } from '../auth/tokens.ts';
import { CONFIG, type Config } from '../config.ts';
import { EventLog, type LoggedEvent } from '../events/log.ts';
import { Relay, type Audience } from '../events/relay.ts';
import { Rooms } from '../events/rooms.ts';
import { FrameLimit } from './frame-limit.ts';

interface SocketData {
  session: Session;
  personId: string;
  end: NodeJS.Timeout;
}
interface ToBrowser {
  event: (message: LiveMessage | BareMessage) => void;
  left: (message: { room: string }) => void;
  session: (message: { ended: true }) => void;
}
type FromBrowser = Record<string, (argument: unknown, answer: unknown) => void>;
type LiveSocket = Socket<FromBrowser, ToBrowser, Record<string, never>, SocketData>;
type Answer<T> = (answer: T) => void;

/** One socket hears at most so many rooms at once (my groups, a page's group, my organisations). */
const maxRooms = 200;
const focusRoom = (room: string, focus: string) => `${room}#${focus}`;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 120;

/**
 * The sockets of this instance. Verbs of the browser: `watch` (join a room, get what was missed), `focus` (whose hot
 * fragments it wants), `leave`, `renew` (a fresh token). It hears `event`, `left` (the right ended) and `session` (token ended).
 */
@Injectable()
export class LiveGateway implements Audience, OnModuleDestroy {
  private readonly log = new Logger('live');
  private io: Server<FromBrowser, ToBrowser, Record<string, never>, SocketData> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tokens: Tokens,
    private readonly actors: Actors,
    private readonly rooms: Rooms,
    private readonly events: EventLog,
    private readonly relay: Relay,
  ) {}

  async attach(server: HttpServer): Promise<void> {
    const origins = [new URL(this.config.PUBLIC_URL).origin];
    this.io = new Server(server, {
      path: '/live',
      serveClient: false,
      maxHttpBufferSize: 16 * 1024,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => {
        const { origin } = request.headers;
        decide(null, origin === undefined || origins.includes(origin));
      },
    });
    this.io.use((socket, next) => {
      this.admit(socket).then(
        (admitted) => next(admitted ? undefined : new Error('unauthenticated')),
        () => next(new Error('internal')),
      );
    });
    this.io.on('connection', (socket) => this.welcome(socket));
    this.io.sockets.adapter.on('delete-room', (room: string) => {
      if (!room.includes('#')) this.relay.close(room);
    });
    await this.relay.start(this);
  }

  get connections(): number {
    return this.io?.engine.clientsCount ?? 0;
  }

  async deliver(event: LoggedEvent): Promise<void> {
    if (!this.io) return;
    if (endsRights.has(event.name)) await this.recheck(event);
    const { room, seq, name, payload, focus, fragment } = event;
    const bare: BareMessage = { room, seq };
    const full = { room, seq, name, payload, ...(fragment !== undefined && { fragment }) } as LiveMessage;
    if (focus === null) {
      this.io.to(room).emit('event', full);
    } else {
      // Whoever looks elsewhere learns that something happened, without the text.
      this.io.to(focusRoom(room, focus)).emit('event', full);
      this.io
        .to(room)
        .except(focusRoom(room, focus))
        .emit('event', { ...bare, name, payload });
    }
  }

  sessionEnded(sid: string, until: number): void {
    this.tokens.end(sid, until);
    for (const socket of this.sockets()) if (socket.data.session.sid === sid) this.endSession(socket);
  }

  onModuleDestroy(): void {
    // Not `io.close()`: the HTTP server closes itself and answers what is in flight.
    this.io?.disconnectSockets(true);
    this.io?.engine.close();
  }

  private async admit(socket: LiveSocket): Promise<boolean> {
    const { token } = socket.handshake.auth as { token?: unknown };
    const session = typeof token === 'string' ? await this.tokens.verify(token) : null;
    if (!session) return false;
    const actor = await this.actors.of(session);
    socket.data = { session, personId: actor.personId, end: this.endWith(socket, session) };
    return true;
  }

  private welcome(socket: LiveSocket): void {
    const limit = new FrameLimit();
    socket.use((_frame, next) => {
      if (limit.allows()) next();
      else socket.disconnect(true);
    });
    socket.on('disconnect', () => clearTimeout(socket.data.end));
    const on = <T>(verb: string, refused: T, act: (argument: Record<string, unknown>) => Promise<T> | T) =>
      socket.on(verb, (argument: unknown, answer: unknown) => {
        if (typeof answer !== 'function' || typeof argument !== 'object' || argument === null) return;
        void Promise.resolve()
          .then(() => act(argument as Record<string, unknown>))
          .catch((error: unknown) => {
            this.log.warn(`${verb}: ${(error as Error).message}`);
            return refused;
          })
          .then(answer as Answer<T>);
      });
    on<RoomState>('watch', { ok: false }, ({ room, after }) => this.watch(socket, room, after));
    on('focus', { ok: false }, ({ room, focus, on: wanted }) => this.focus(socket, room, focus, wanted === true));
    on('leave', { ok: false }, async ({ room }) => {
      if (isText(room)) for (const r of socket.rooms) if (r === room || r.startsWith(`${room}#`)) await socket.leave(r);
      return { ok: true };
    });
    on('renew', { ok: false }, async ({ token }) => {
      const session = typeof token === 'string' ? await this.tokens.verify(token) : null;
      if (!session || session.subject !== socket.data.session.subject) return { ok: false };
      clearTimeout(socket.data.end);
      socket.data.session = session;
      socket.data.end = this.endWith(socket, session);
      return { ok: true };
    });
  }

  private async watch(socket: LiveSocket, room: unknown, after: unknown): Promise<RoomState> {
    if (!isText(room) || socket.rooms.size > maxRooms) return { ok: false };
    const actor = await this.actors.byId(socket.data.personId);
    if (!actor || !(await this.rooms.mayHear(actor, room))) return { ok: false };
    await this.relay.open(room);
    await socket.join(room);
    // The adapter forgets a room whose last socket left meanwhile: open it again.
    const seq = this.relay.deliveredOf(room) ?? (await this.relay.open(room));
    if (typeof after !== 'number' || !Number.isInteger(after) || after === seq) return { ok: true, seq, missed: [], reset: false };
    const { first } = await this.events.extent(room);
    if (after > seq || after < first - 1 || (first === 0 && after < seq)) return { ok: true, seq, missed: [], reset: true };
    const missed = (await this.events.after(new Map([[room, after]]))).filter((e) => e.seq <= seq);
    if (after + missed.length < seq) return { ok: true, seq, missed: [], reset: true };
    return { ok: true, seq, reset: false, missed: missed.map(({ focus: _focus, ...message }) => message as LiveMessage) };
  }

  private async focus(socket: LiveSocket, room: unknown, focus: unknown, wanted: boolean): Promise<{ ok: boolean }> {
    if (!isText(room) || !isText(focus) || !socket.rooms.has(room) || socket.rooms.size > maxRooms) return { ok: false };
    if (wanted) await socket.join(focusRoom(room, focus));
    else await socket.leave(focusRoom(room, focus));
    return { ok: true };
  }

  /** Who lost the right leaves before anything more of this room is delivered. */
  private async recheck(event: LoggedEvent): Promise<void> {
    const { personId } = event.payload as { personId?: string };
    const affected = this.sockets().filter((s) => s.rooms.has(event.room) && (personId === undefined || s.data.personId === personId));
    const actors = new Map((await this.actors.byIds([...new Set(affected.map((s) => s.data.personId))])).map((a) => [a.personId, a]));
    const allowed = new Map<string, boolean>();
    for (const actor of actors.values()) allowed.set(actor.personId, await this.mayHear(actor, event.room));
    for (const socket of affected) {
      if (allowed.get(socket.data.personId)) continue;
      for (const room of [...socket.rooms]) if (room === event.room || room.startsWith(`${event.room}#`)) await socket.leave(room);
      socket.emit('left', { room: event.room });
    }
  }

  private mayHear(actor: Actor, room: string): Promise<boolean> {
    return this.rooms.mayHear(actor, room);
  }

  private sockets(): LiveSocket[] {
    return [...(this.io?.sockets.sockets.values() ?? [])];
  }

  /** A socket lives as long as its token, at most. */
  private endWith(socket: LiveSocket, session: Session): NodeJS.Timeout {
    const left = Math.max(0, session.expiresAt * 1000 - Date.now());
    return setTimeout(() => this.endSession(socket), Math.min(left, 2 ** 31 - 1)).unref();
  }

  private endSession(socket: LiveSocket): void {
    socket.emit('session', { ended: true });
    socket.disconnect(true);
  }
}

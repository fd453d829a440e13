import type { Server as HttpServer, ServerResponse } from 'node:http';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Server } from 'socket.io';
import type { BareMessage, LiveMessage, RoomState } from '@kollab/contract';
import { Actors } from '../auth/actors.ts';
import { Sessions } from '../auth/sessions.ts';
import { Tokens, type Session } from '../auth/tokens.ts';
import { CONFIG, type Config } from '../config.ts';
import { batch, EventLog, type LoggedEvent } from '../events/log.ts';
import { Relay, type Audience } from '../events/relay.ts';
import { Rooms } from '../events/rooms.ts';
import { Fail } from '../fail.ts';
import { ClockEnds } from './clock-ends.ts';
import { framesOf } from './frames.ts';
import {
  focusRoom,
  isScope,
  isText,
  maxRooms,
  maxSockets,
  toMessage,
  type Answer,
  type FromBrowser,
  type LiveSocket,
  type SocketData,
  type ToBrowser,
} from './socket.ts';

/**
 * The sockets of this instance. Verbs of the browser: `watch` (join a room, get what was missed), `focus` (whose hot
 * fragments it wants), `leave`, `renew` (a fresh token). It hears `event`, `left` (the right ended) and `session` (token ended).
 */
@Injectable()
export class LiveGateway implements Audience, OnModuleDestroy {
  private readonly log = new Logger('live');
  private io: Server<FromBrowser, ToBrowser, Record<string, never>, SocketData> | undefined;

  /** How often rights ended so far: a socket that joins meanwhile looks again. */
  private endings = 0;
  private readonly clockEnds = new ClockEnds<LiveSocket>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tokens: Tokens,
    private readonly actors: Actors,
    private readonly sessions: Sessions,
    private readonly rooms: Rooms,
    private readonly events: EventLog,
    private readonly relay: Relay,
  ) {}

  /** `headers`: of every answer, since these come from socket.io alone. */
  async attach(server: HttpServer, headers: Readonly<Record<string, string>>): Promise<void> {
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
    this.io.engine.use((_request: unknown, answer: ServerResponse, next: () => void) => {
      for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
      next();
    });
    this.io.use((socket, next) => {
      this.admit(socket).then(
        (admitted) => next(admitted ? undefined : new Error('unauthenticated')),
        (error: unknown) => next(new Error(error instanceof Fail ? error.code : 'internal')),
      );
    });
    this.io.on('connection', (socket) => this.welcome(socket));
    this.io.sockets.adapter.on('delete-room', (room: string) => {
      if (isScope(room)) this.relay.close(room);
    });
    await this.relay.start(this);
  }

  get connections(): number {
    return this.io?.engine.clientsCount ?? 0;
  }

  async prepare({ room, personId }: { room: string; personId: string | undefined }): Promise<void> {
    // First of all: who is joining now has to look again.
    this.endings++;
    const isAffected = (s: LiveSocket) => personId === undefined || s.data.personId === personId;
    // A person's own room tells that rights ended anywhere.
    const everywhere = room.startsWith('person:');
    await this.recheck(this.sockets().filter(isAffected), (heard) => everywhere || heard === room);
  }

  async refresh(): Promise<void> {
    const now = Date.now() / 1000;
    for (const socket of this.sockets()) if (socket.data.session.expiresAt <= now) this.endSession(socket);
    const ended = await this.sessions.ended([...new Set(this.sockets().flatMap((s) => s.data.session.sid ?? []))]);
    for (const sid of ended) this.sessionEnded(sid);
  }

  deliver(event: LoggedEvent): void {
    if (!this.io) return;
    const { room, seq, name, payload, focus, fragment } = event;
    for (const socket of this.clockEnds.over(room)) this.sendAway(socket, room);
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

  sessionEnded(sid: string): void {
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
    socket.data = { session, personId: actor.personId, end: undefined };
    return true;
  }

  private welcome(socket: LiveSocket): void {
    socket.data.end = this.endWith(socket, socket.data.session);
    const on = framesOf(socket, this.log);
    socket.on('disconnecting', () => {
      clearTimeout(socket.data.end);
      for (const room of socket.rooms) this.clockEnds.delete(room, socket);
    });
    // Here, and not where it is admitted: there, many at once would not see each other.
    if (this.sockets().filter(({ data }) => data.personId === socket.data.personId).length > maxSockets) {
      socket.disconnect(true);
      return;
    }
    on<RoomState>('watch', { ok: false, later: true }, ({ room, after }, answer) => this.watch(socket, room, after, answer));
    on('focus', { ok: false }, async ({ room, focus, on: wanted }, answer) =>
      answer(await this.focus(socket, room, focus, wanted === true)),
    );
    on('leave', { ok: false }, async ({ room }, answer) => {
      if (isText(room) && isScope(room)) this.leave(socket, room);
      answer({ ok: true });
    });
    on('renew', { ok: false }, async ({ token }, answer) => {
      const session = typeof token === 'string' ? await this.tokens.verify(token) : null;
      const { issuer, subject } = socket.data.session;
      if (session?.issuer !== issuer || session.subject !== subject) return answer({ ok: false });
      await this.actors.of(session);
      clearTimeout(socket.data.end);
      socket.data.session = session;
      socket.data.end = this.endWith(socket, session);
      answer({ ok: true });
      // Rights that end by the clock (a guest's day, reading with a reason) end for the socket within a token's life.
      await this.recheck([socket], () => true);
    });
  }

  /**
   * Joins a room and answers with its count, in one go: each later event reaches the socket after the answer. `after`: the
   * count up to which the browser heard before; it gets what it missed, or `reset` when that is no longer kept.
   */
  private async watch(socket: LiveSocket, room: unknown, after: unknown, answer: Answer<RoomState>): Promise<void> {
    if (!isText(room) || socket.rooms.size > maxRooms || !(await this.enter(socket, room))) return answer({ ok: false });
    if (typeof after !== 'number' || !Number.isInteger(after)) {
      if (this.relay.deliveredOf(room) === undefined) await this.relay.open(room);
      return answer({ ok: true, seq: this.relay.deliveredOf(room) ?? 0, missed: [], reset: false });
    }
    await this.relay.open(room);
    const { first, last } = await this.events.extent(room);
    const reset = () => answer({ ok: true, seq: this.relay.deliveredOf(room) ?? last, missed: [], reset: true });
    if (after > last || after < first - 1 || (first === 0 && after < last)) return reset();
    const missed: LoggedEvent[] = [];
    let looked = true;
    // Until nothing was delivered to this socket that the answer does not hold.
    for (let upTo = after; ; upTo = missed.at(-1)?.seq ?? after) {
      const seq = this.relay.deliveredOf(room) ?? last;
      if (upTo < seq) {
        const found = await this.events.after(new Map([[room, upTo]]));
        if (found[0]?.seq !== upTo + 1 || missed.length + found.length >= batch) return reset();
        missed.push(...found);
        looked = false;
      } else if (!looked) {
        // What was read is newer than the first look at the rights; if this process stood still between, by any time.
        if (!(await this.enter(socket, room))) return answer(this.refuse(socket, room));
        looked = true;
      } else {
        // Another instance was ahead of this one: what comes again is known by its count.
        return answer({ ok: true, seq: upTo, reset: false, missed: missed.map(toMessage) });
      }
    }
  }

  /** Looks at the rights until none ended while it looked, and joins in the same moment: an ending finds the socket there. */
  private async enter(socket: LiveSocket, room: string): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.relay.open(room);
      const before = this.endings;
      const actor = await this.actors.byId(socket.data.personId);
      const hears = actor !== null && (await this.rooms.mayHear(actor, room));
      if (!socket.connected || !hears) return this.unopened(room);
      if (before !== this.endings) continue;
      this.clockEnds.set(room, socket, hears);
      void socket.join(room);
      return true;
    }
    this.unopened(room);
    throw new Error('rights end faster than they are looked at');
  }

  /** Opened for nothing, unless others are in it. */
  private unopened(room: string): false {
    if (!this.io?.sockets.adapter.rooms.has(room)) this.relay.close(room);
    return false;
  }

  private async focus(socket: LiveSocket, room: unknown, focus: unknown, wanted: boolean): Promise<{ ok: boolean }> {
    if (!isText(room) || !isText(focus) || !socket.rooms.has(room) || socket.rooms.size > maxRooms) return { ok: false };
    if (wanted) await socket.join(focusRoom(room, focus));
    else await socket.leave(focusRoom(room, focus));
    return { ok: true };
  }

  /** Who lost the right leaves before anything more of a room is delivered. */
  private async recheck(sockets: readonly LiveSocket[], concerns: (room: string) => boolean): Promise<void> {
    const heard = sockets.flatMap((socket) => [...socket.rooms].filter((r) => isScope(r) && concerns(r)).map((room) => ({ socket, room })));
    const actors = new Map((await this.actors.byIds([...new Set(heard.map((h) => h.socket.data.personId))])).map((a) => [a.personId, a]));
    const allowed = new Map<string, boolean | Date>();
    const asked = new Map(heard.map((h) => [`${h.socket.data.personId} ${h.room}`, h] as const));
    const questions = [...asked];
    // A few at once: the pool also serves the requests.
    while (questions.length > 0)
      await Promise.all(
        questions.splice(0, 4).map(async ([key, { socket, room }]) => {
          const actor = actors.get(socket.data.personId);
          allowed.set(key, actor !== undefined && (await this.rooms.mayHear(actor, room)));
        }),
      );
    for (const { socket, room } of heard) {
      // The person is gone: their session was linked to another one. It connects again, as who it is now.
      if (!actors.has(socket.data.personId)) socket.disconnect(true);
      const hears = allowed.get(`${socket.data.personId} ${room}`);
      if (hears) this.clockEnds.set(room, socket, hears);
      else this.sendAway(socket, room);
    }
  }

  private refuse(socket: LiveSocket, room: string): { ok: false } {
    this.leave(socket, room);
    return { ok: false };
  }

  private sendAway(socket: LiveSocket, room: string): void {
    this.leave(socket, room);
    socket.emit('left', { room });
  }

  /** In one go: nothing is delivered between. */
  private leave(socket: LiveSocket, room: string): void {
    this.clockEnds.delete(room, socket);
    for (const r of [...socket.rooms]) if (r === room || r.startsWith(`${room}#`)) void socket.leave(r);
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

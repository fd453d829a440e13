/** @jest-environment node */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApolloClient } from '@apollo/client';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { RoomState } from '@kollab/contract';
import { Server, type Socket } from 'socket.io';
import { Live, type LiveHandlers } from './live.ts';
import type { Session } from './session.ts';

const room = 'group:g';
type Answer<T> = (answer: T) => void;

let http: HttpServer;
let server: Server;
let live: Live;
let session: Session;
const tokens = jest.fn<(renew?: boolean) => Promise<string | null>>();
let endSession: () => void;
const heard = jest.fn();
beforeEach(async () => {
  heard.mockClear();
  http = createServer();
  server = new Server(http, { path: '/live' });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`;
  Object.assign(globalThis, { location: { protocol: 'http:', host } });
  tokens.mockReset().mockResolvedValue('token');
  const told = new Set<() => void>();
  const signedIn = {
    state: 'signed-in',
    token: tokens,
    expiresAt: Date.now() + 3_600_000,
    subscribe: (tell: () => void) => told.add(tell),
  };
  session = signedIn as unknown as Session;
  endSession = () => {
    signedIn.state = 'ended';
    for (const tell of told) tell();
  };
  const client = { getObservableQueries: () => [] } as unknown as ApolloClient;
  const handlers = new Proxy(
    {},
    {
      get:
        (_, name) =>
        ({ payload }: { payload: unknown }) =>
          heard(name, payload),
    },
  ) as LiveHandlers;
  live = new Live(session, client, handlers);
});
afterEach(async () => {
  live.stop();
  await server.close();
  delete (globalThis as { location?: unknown }).location;
});
async function within(milliseconds: number, holds: () => boolean): Promise<void> {
  for (const until = Date.now() + milliseconds; !holds() && Date.now() < until;) await pause(10);
  expect(holds()).toBe(true);
}

it('asks again for a room where the server could not look, as it does for one that did not answer', async () => {
  const answers: RoomState[] = [
    { ok: false, later: true },
    { ok: true, seq: 4, missed: [], reset: false },
  ];
  server.on('connection', (socket: Socket) => socket.on('watch', (_, answer: Answer<RoomState>) => answer(answers.shift()!)));
  live.watch(room);
  await live.connect();
  await within(5_000, () => live.isOpen(room));
  expect(answers).toEqual([]);
});

it('leaves a room alone that it may not hear', async () => {
  const asked = jest.fn();
  server.on('connection', (socket: Socket) =>
    socket.on('watch', (_, answer: Answer<RoomState>) => {
      asked();
      answer({ ok: false });
    }),
  );
  live.watch(room);
  await live.connect();
  await within(5_000, () => live.isOpen(room));
  await pause(2_500);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('takes what comes between the answer of the room and the focus', async () => {
  server.on('connection', (socket: Socket) => {
    socket.on('watch', (_, answer: Answer<RoomState>) => {
      answer({ ok: true, seq: 4, missed: [], reset: false });
      socket.emit('event', { room, seq: 5, name: 'thread.changed', payload: { n: 5 } });
    });
    socket.on('focus', (_, answer: Answer<{ ok: true }>) => setTimeout(() => answer({ ok: true }), 300));
  });
  live.watch(room, 'thread');
  await live.connect();
  await within(5_000, () => heard.mock.calls.length === 1);
  expect(heard).toHaveBeenCalledWith('thread.changed', { n: 5 });
});

it('comes back after a refusal that was none of the token, as without the database', async () => {
  let refusals = 2;
  server.use((_, next) => next(refusals-- > 0 ? new Error('internal') : undefined));
  await live.connect();
  await within(5_000, () => live.state === 'lost');
  await within(12_000, () => live.state === 'online');
});

it('asks the same again at most once a second, and forgets nothing that it heard', async () => {
  const asked: number[] = [];
  const query = { queryName: 'Queue', refetch: () => Promise.resolve(asked.push(Date.now())) };
  const client = { getObservableQueries: () => new Set([query]) } as unknown as ApolloClient;
  const handlers = new Proxy({}, { get: () => (_: unknown, context: { refetch: (name: string) => void }) => context.refetch('Queue') });
  server.on('connection', (socket: Socket) => {
    socket.on('watch', (_, answer: Answer<RoomState>) => answer({ ok: true, seq: 0, missed: [], reset: false }));
  });
  live = new Live(session, client, handlers as LiveHandlers);
  live.watch(room);
  await live.connect();
  await within(5_000, () => live.isOpen(room));
  const began = Date.now();
  for (let seq = 1; seq <= 15; seq += 1) {
    server.emit('event', { room, seq, name: 'question.asked', payload: {} });
    await pause(100);
  }
  const last = Date.now();
  await within(3_000, () => (asked.at(-1) ?? 0) > last - 100);
  await pause(1_200);
  const gaps = asked.slice(1).map((at, i) => at - asked[i]!);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(995);
  expect(asked.length).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 1_000));
});

it('is over with the session, wherever that ended, and does not try again', async () => {
  const came = jest.fn();
  server.on('connection', came);
  await live.connect();
  await within(5_000, () => live.state === 'online');
  endSession();
  expect(live.state).toBe('off');
  await within(2_000, () => server.sockets.sockets.size === 0);
  await pause(1_500);
  expect(came).toHaveBeenCalledTimes(1);
  expect(live.state).toBe('off');
});

it('asks for a fresh token at once when the server ends it with the old one, and goes on with that', async () => {
  const tokensThatCame: unknown[] = [];
  server.on('connection', (socket: Socket) => tokensThatCame.push(socket.handshake.auth['token']));
  await live.connect();
  await within(5_000, () => live.state === 'online');
  tokens.mockImplementation((renew) => {
    if (renew) tokens.mockResolvedValue('fresh');
    return Promise.resolve(renew ? 'fresh' : 'token');
  });
  server.emit('session', { ended: true });
  server.disconnectSockets(true);
  await within(5_000, () => tokensThatCame.length === 2);
  expect(tokensThatCame).toEqual(['token', 'fresh']);
  await within(1_000, () => live.state === 'online');
});

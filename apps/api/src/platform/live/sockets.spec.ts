import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { openApi, type Api } from '../../../test/api.ts';
import { tokenOf } from '../../../test/issuer.ts';
import { LiveGateway } from './gateway.ts';

let api: Api;
let url: string;
const open: Socket[] = [];
beforeAll(async () => {
  api = await openApi();
  await api.app.listen(0, '127.0.0.1');
  url = await api.app.getUrl();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => api.close());

function socketWith(token: string): Socket {
  const socket = io(url, { path: '/live', auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true });
  open.push(socket);
  return socket;
}

const connected = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('connect', resolve));

it.each(['?EIO=4&transport=polling', '?EIO=4&transport=polling&sid=nobody', '?EIO=9'])(
  'socket.io answers with the same headers as everything else: %s',
  async (query) => {
    const wanted = ['content-security-policy', 'referrer-policy', 'x-content-type-options'];
    const [live, other] = await Promise.all([fetch(`${url}/live/${query}`), fetch(`${url}/livez`)]);
    expect(wanted.map((name) => live.headers.get(name))).toEqual(wanted.map((name) => other.headers.get(name)));
    expect(live.headers.get('x-content-type-options')).toBe('nosniff');
  },
);

it('one person has a hundred sockets here, also when they come at once, and takes none from others', async () => {
  const [many, other] = [await tokenOf(await api.world.colleague()), await tokenOf(await api.world.colleague())];
  const all = Array.from({ length: 130 }, () => socketWith(many));
  await Promise.all(all.map(connected));
  const one = socketWith(other);
  await connected(one);
  const left = () => all.filter((socket) => socket.connected).length;
  for (let i = 0; i < 100 && left() > 100; i++) await pause(20);
  expect([left(), one.connected]).toEqual([100, true]);
  all.find((socket) => socket.connected)!.disconnect();
  await pause(100);
  const next = socketWith(many);
  await connected(next);
  await pause(100);
  expect(next.connected).toBe(true);
});

it('keeps nothing of a socket that goes away while it is admitted', async () => {
  const ended = jest.spyOn(api.app.get(LiveGateway), 'endSession' as never);
  const token = await tokenOf(await api.world.colleague(), { exp: Math.floor(Date.now() / 1000) + 2 });
  for (let i = 0; i < 20; i++) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
    await new Promise((resolve) => (socket.onopen = resolve));
    socket.send(`40${JSON.stringify({ token })}`);
    socket.close();
  }
  await pause(2_500);
  expect(ended).not.toHaveBeenCalled();
});

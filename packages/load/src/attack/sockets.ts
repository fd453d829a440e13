import { createConnection, type Socket as Tcp } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { roomKinds } from '@kollab/contract';
import { send } from './ask.ts';
import { oddCalls, oddFrames } from './sockets/frames.ts';
import { listen } from './sockets/listener.ts';
import type { Stage } from './stage.ts';

/** Everything that can be sent to the sockets, while somebody honest listens. */
export async function attackSockets(stage: Stage): Promise<void> {
  const { judge, progress, short } = stage.judge;
  const server = await stage.serve({ TRUSTED_DOCUMENTS: 'false', PUBLIC_URL: 'http://localhost:3000' });
  const { url } = server;
  const ws = `${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`;
  const token = await stage.issuer.token(stage.insider);
  const room = `group:${stage.open.groupId}`;
  const honest = await listen(stage, url);
  await pause(1_500);
  honest.since();

  const connect = (auth: Record<string, unknown>, more: object = {}): Promise<Socket | string> =>
    new Promise((resolve) => {
      const socket = io(url, {
        path: '/live',
        auth,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        timeout: 8_000,
        ...more,
      });
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', ({ message }) => {
        socket.disconnect();
        resolve(message);
      });
    });
  const signedIn = async (): Promise<Socket> => {
    const socket = await connect({ token });
    if (typeof socket === 'string') throw new Error(`not connected: ${socket}`);
    return socket;
  };
  /** Judges one attack: what it found itself, and that the honest listener noticed nothing. */
  const attack = async (name: string, act: () => Promise<string | null>): Promise<void> => {
    progress(`sockets: ${name}`);
    const found = await act();
    await pause(400);
    const { heard, slowest, late, refused, connected } = honest.since();
    const unharmed = heard > 0 && slowest <= 1_000 && late === 0 && refused === 0 && connected && server.process.exitCode === null;
    const noticed = `the listener heard ${heard} posts, the slowest after ${slowest} ms${late || refused ? `, ${late} late, ${refused} refused` : ''}`;
    judge(found === null && unharmed, `sockets: ${name}: ${found ?? 'held'}; ${noticed}`, { heard, slowest });
  };
  const raw = async (frames: readonly (string | Buffer)[], open: boolean): Promise<number> => {
    let heard = 0;
    for (const frame of frames) {
      const socket = new WebSocket(ws);
      socket.onmessage = ({ data }) => (/"(?:ok":true|room")/.test(String(data)) ? heard++ : undefined);
      const closed = new Promise<void>((resolve) => (socket.onclose = () => resolve()));
      await new Promise<void>((resolve) => {
        socket.onopen = () => resolve();
        socket.onerror = () => resolve();
      });
      if (open) {
        socket.send(`40${JSON.stringify({ token })}`);
        await pause(15);
      }
      socket.send(frame);
      await Promise.race([closed, pause(25)]);
      socket.close();
    }
    return heard;
  };

  await attack(`${oddFrames.length} odd frames before sign-in`, async () => {
    const heard = await raw([...oddFrames, '420["watch",{"room":"land"}]', `420["watch",{"room":"${room}"}]`], false);
    return heard > 0 ? 'answered before sign-in' : null;
  });
  await attack(`${oddFrames.length} odd frames after sign-in`, async () => {
    await raw(oddFrames, true);
    return null;
  });
  const calls = oddCalls(room);
  await attack(`${calls.length} calls with wrong shapes`, async () => {
    let socket = await signedIn();
    for (const [i, [verb, argument]] of calls.entries()) {
      if (i % 200 === 199 || !socket.connected) {
        socket.disconnect();
        socket = await signedIn();
      }
      socket.emit(verb, argument);
      if (i % 3 === 0) socket.emit(verb, argument, () => undefined);
    }
    await pause(200);
    socket.disconnect();
    return null;
  });
  await attack('a frame of 1 MB', async () => {
    const socket = await signedIn();
    socket.emit('watch', { room: 'x'.repeat(1_000_000) });
    for (let i = 0; i < 40 && socket.connected; i++) await pause(50);
    return socket.connected ? 'the socket is still connected' : null;
  });
  await attack('1,000 frames a second for 3 s', async () => {
    let [sent, thrown] = [0, 0];
    for (let second = 0; second < 3; second++) {
      const until = performance.now() + 1_000;
      const sockets = await Promise.all(Array.from({ length: 3 }, signedIn));
      for (let i = 0; i < 1_000; i++) {
        sockets[i % 3]!.emit('watch', { room, after: 0 }, () => undefined);
        sent++;
      }
      await pause(Math.max(0, until - performance.now()));
      thrown += sockets.filter((socket) => !socket.connected).length;
      for (const socket of sockets) socket.disconnect();
    }
    return thrown === 9 ? null : `${thrown} of 9 sockets were thrown out after ${sent} frames`;
  });
  const many = short ? 160 : 600;
  await attack(`${many} sockets of one person, who stay`, async () => {
    const mine = await stage.issuer.token(stage.owner);
    const all: (Socket | string)[] = [];
    while (all.length < many) {
      all.push(...(await Promise.all(Array.from({ length: 10 }, () => connect({ token: mine })))));
      await pause(40);
    }
    await pause(500);
    const left = all.filter((socket) => typeof socket !== 'string' && socket.connected).length;
    for (const socket of all) if (typeof socket !== 'string') socket.disconnect();
    return left > 100 ? `${left} of them stayed` : null;
  });
  await attack('sockets that go away while they are admitted', async () => {
    for (let i = 0; i < 200; i++) {
      const socket = new WebSocket(ws);
      socket.onerror = () => undefined;
      socket.onopen = () => {
        socket.send(`40${JSON.stringify({ token })}`);
        socket.close();
      };
      if (i % 20 === 19) await pause(50);
    }
    return null;
  });
  await attack('frames that announce more attachments than anybody sends', async () => {
    for (const many of [400, 999_999]) {
      const socket = new WebSocket(ws);
      await new Promise((resolve) => (socket.onopen = resolve));
      socket.send(`45${many}-["watch",{"_placeholder":true,"num":0}]`);
      for (let i = 0; i < 40; i++) socket.send(Buffer.alloc(15_000));
      for (let i = 0; i < 40 && socket.readyState === WebSocket.OPEN; i++) await pause(50);
      if (socket.readyState === WebSocket.OPEN) return `the server waits for ${many}`;
    }
    return null;
  });
  await attack('foreign rooms', async () => {
    const socket = await signedIn();
    const { groupId, threadId } = stage.closed;
    const foreign = [stage.owner.id, stage.owner.organisation, groupId, threadId, socket.id, '', '*'];
    const rooms = [
      ...roomKinds.flatMap((kind) => foreign.map((id) => `${kind}:${id}`)),
      `${room}#${threadId}`,
      `${room} `,
      room.toUpperCase(),
      `group:${groupId}#x`,
      'group',
      'land:x',
    ];
    const entered: string[] = [];
    for (const name of rooms) {
      const { ok } = (await socket.emitWithAck('watch', { room: name, after: 0 })) as { ok: boolean };
      if (ok && name !== room && !name.startsWith('land')) entered.push(name);
      await socket.emitWithAck('focus', { room: name, focus: threadId, on: true });
    }
    socket.disconnect();
    return entered.length > 0 ? `entered ${entered.join(', ')}` : null;
  });
  await attack('wrong origins', async () => {
    const origins = [
      'http://evil.example',
      'http://localhost:3000.evil.example',
      'null',
      'http://localhost',
      'HTTP://LOCALHOST:3001',
      'file://',
      '',
    ];
    const taken: string[] = [];
    for (const origin of origins) {
      const answer = await connect({ token }, { extraHeaders: { Origin: origin } });
      if (typeof answer !== 'string') taken.push(origin);
      if (typeof answer !== 'string') answer.disconnect();
    }
    const ours = await connect({ token }, { extraHeaders: { Origin: 'http://localhost:3000' } });
    if (typeof ours === 'string') return `our own origin is refused: ${ours}`;
    ours.disconnect();
    return taken.filter((origin) => origin !== '').length > 0 ? `taken: ${taken.join(', ')}` : null;
  });
  await attack('tokens that ended or are none', async () => {
    const past = Math.floor(Date.now() / 1000) - 1;
    const wrong = [await stage.issuer.token(stage.insider, { exp: past }), '', 'x', 'a.b.c', null, 5, {}, [token]];
    for (const one of wrong) if (typeof (await connect({ token: one })) !== 'string') return 'taken';
    const short = await connect({ token: await stage.issuer.token(stage.insider, { exp: past + 3 }) });
    if (typeof short === 'string') return short;
    for (let i = 0; i < 60 && short.connected; i++) await pause(100);
    return short.connected ? 'a socket outlived its token' : null;
  });
  await attack('polling with forged sessions', async () => {
    const get = (query: string) => send(url, { method: 'GET', path: `/live/?EIO=4&transport=polling${query}` });
    const opened = /"sid":"([^"]+)"/.exec((await get('')).body)?.[1] ?? '';
    const wrong = [];
    for (const query of [
      '&sid=forged',
      '&sid=../../x',
      `&sid=${'a'.repeat(5_000)}`,
      '&sid=__proto__',
      '&sid=',
      '&sid=constructor',
      '&transport=websocket',
      '&EIO=3',
      '&EIO=x',
      '&sid=%00',
      '&b64=1&j=0;alert(1)',
    ])
      wrong.push(await get(query));
    for (const body of [
      '4',
      'x'.repeat(1_000_000),
      '40{"token":"a"}',
      '\x1e'.repeat(9_000),
      '4\x1e4\x1e42["watch"]',
      '42["watch",{"room":"land"}]',
    ])
      wrong.push(
        await send(url, { path: `/live/?EIO=4&transport=polling&sid=${opened}`, headers: { 'content-type': 'text/plain' }, body }),
      );
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      wrong.push(await send(url, { method, path: '/live/?EIO=4&transport=polling' }));
    const bad = wrong.find(({ status, body }) => status >= 500 || /stack|node_modules/.test(body));
    return bad ? `${bad.status} ${bad.body.slice(0, 100)}` : null;
  });
  const each = short ? 300 : 1_200;
  await attack(`${each * 2} half-open connections, half without a word, half upgraded and not signed in`, () => halfOpen(url, ws, each));
  await honest.stop();
  await server.stop();
}

async function memory(url: string): Promise<number> {
  const { body } = await send(url, { method: 'GET', path: '/metrics' });
  return Number(/^process_resident_memory_bytes ([\d.e+]+)$/m.exec(body)?.[1] ?? 0) / 2 ** 20;
}

async function halfOpen(url: string, ws: string, each: number): Promise<string | null> {
  const { hostname, port } = new URL(url);
  const before = await memory(url);
  const silent: Tcp[] = [];
  const upgraded: WebSocket[] = [];
  for (let i = 0; i < each; i += 50) {
    for (let j = 0; j < 50; j++) {
      silent.push(createConnection({ host: hostname, port: Number(port) }).on('error', () => undefined));
      const socket = new WebSocket(ws);
      socket.onerror = () => undefined;
      upgraded.push(socket);
    }
    await pause(60);
  }
  await pause(1_000);
  const open =
    upgraded.filter((socket) => socket.readyState === WebSocket.OPEN).length + silent.filter((socket) => !socket.destroyed).length;
  const grown = (await memory(url)) - before;
  // Who does not say who they are is sent away after ten seconds.
  await pause(11_000);
  const left = upgraded.filter((socket) => socket.readyState === WebSocket.OPEN).length;
  for (const socket of silent) socket.destroy();
  for (const socket of upgraded) socket.close();
  if (open < each) return `only ${open} could be opened`;
  if (grown > 150) return `the server's memory grew by ${Math.round(grown)} MB`;
  return left > 0 ? `${left} that never signed in are still connected` : null;
}

import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BareMessage, RoomState } from '@kollab/contract';
import { importJWK, SignJWT, type JWK } from 'jose';
import { io, type Socket } from 'socket.io-client';
import { openApi, type Api } from '../../../test/api.ts';
import { issuer, tokenOf, type Account } from '../../../test/issuer.ts';
import { threadsOf } from '../../../test/threads.ts';

interface Heard extends BareMessage {
  name?: string;
  fragment?: { body: string };
}

let api: Api;
let twin: Api;
const open: Socket[] = [];
beforeAll(async () => {
  api = await openApi();
  twin = await openApi({ DATABASE_URL: api.databaseUrl });
  await Promise.all([api, twin].map((a) => a.app.listen(0, '127.0.0.1')));
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await twin.close();
  await api.close();
});
const here = threadsOf(() => api);

async function connect(account: Account, at: Api = api) {
  const { port } = at.app.getHttpServer().address() as AddressInfo;
  const auth = { token: await tokenOf(account) };
  const socket = io(`http://127.0.0.1:${port}`, { path: '/live', auth, transports: ['websocket'], reconnection: false, forceNew: true });
  open.push(socket);
  const heard: Heard[] = [];
  const left: string[] = [];
  socket.on('event', (message: Heard) => heard.push(message));
  socket.on('left', ({ room }: { room: string }) => left.push(room));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const watch = (room: string) => socket.emitWithAck('watch', { room }) as Promise<RoomState>;
  const focus = (room: string, thread: string) =>
    socket.emitWithAck('focus', { room, focus: thread, on: true }) as Promise<{ ok: boolean }>;
  return { socket, heard, left, watch, focus };
}
async function within(milliseconds: number, holds: () => boolean): Promise<void> {
  for (const until = Date.now() + milliseconds; !holds() && Date.now() < until;) await pause(10);
  expect(holds()).toBe(true);
}
async function scene() {
  const { world } = api;
  const group = await world.group({ visibility: 'MEMBERS' });
  const [author, reader, lead] = [await world.member(group), await world.member(group), await world.member(group, 'LEAD')];
  return { group, room: `group:${group.id}`, author, reader, lead, thread: await world.thread(group, author) };
}
const loseDoorbells = () =>
  api.world.db
    .$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kollab doorbell' AND datname = current_database()`;

describe('a sign-out elsewhere', () => {
  const logout = async (at: Api, sid: string): Promise<number> => {
    const now = Math.floor(Date.now() / 1000);
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const token = await new SignJWT({ iss: issuer, aud: 'web', sub: 'x', iat: now, exp: now + 60, jti: randomUUID(), sid, events })
      .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'JWT' })
      .sign(await importJWK(JSON.parse(process.env['TEST_PRIVATE_KEY']!) as JWK, 'RS256'));
    const payload = new URLSearchParams({ logout_token: token }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await at.app.inject({ method: 'POST', url: '/oidc/backchannel-logout', headers, payload })).statusCode;
  };

  it('ends its sockets on every instance and nobody else’s, also when no instance hears the bell', async () => {
    const { reader, author, room } = await scene();
    const ends = { ...reader, sid: randomUUID() };
    const [near, far, otherDevice] = [await connect(ends), await connect(ends, twin), await connect(reader, twin)];
    const stays = await connect(author, twin);
    await loseDoorbells();
    expect(await logout(api, ends.sid)).toBe(200);
    await within(3_000, () => !near.socket.connected && !far.socket.connected);
    expect([stays.socket.connected, otherDevice.socket.connected]).toEqual([true, true]);
    expect(await stays.watch(room)).toMatchObject({ ok: true });
  });

  it('refuses its tokens everywhere at once, and after a restart', async () => {
    const { reader } = await scene();
    const ends = { ...reader, sid: randomUUID() };
    const viewer = '{ viewer { email } }';
    for (const at of [api, twin]) expect(await at.refusal(ends, viewer)).toBeUndefined();
    await logout(api, ends.sid);
    for (const at of [api, twin]) expect(await at.refusal(ends, viewer)).toBe('unauthenticated');
    await expect(connect(ends, twin)).rejects.toThrow('unauthenticated');
    const restarted = await openApi({ DATABASE_URL: api.databaseUrl });
    try {
      expect(await restarted.refusal(ends, viewer)).toBe('unauthenticated');
      expect(await restarted.refusal(reader, viewer)).toBeUndefined();
    } finally {
      await restarted.close();
    }
  });

  it('takes no fresh token of that session for a socket', async () => {
    const { reader } = await scene();
    const ends = { ...reader, sid: randomUUID() };
    const ears = await connect(reader);
    await logout(api, ends.sid);
    expect(await ears.socket.emitWithAck('renew', { token: await tokenOf(ends) })).toEqual({ ok: false });
    expect(await ears.socket.emitWithAck('renew', { token: await tokenOf(reader) })).toEqual({ ok: true });
  });
});

describe('a bell that is not heard', () => {
  it('costs two seconds, and is mended', async () => {
    const { reader, author, room, thread } = await scene();
    const far = await connect(reader, twin);
    await far.watch(room);
    await loseDoorbells();
    await here.reply(author, thread.id, 'Ohne Klingel');
    await within(3_000, () => far.heard.length === 1);
    await pause(1_500);
    const began = Date.now();
    await here.reply(author, thread.id, 'Mit Klingel');
    await within(1_000, () => far.heard.length === 2);
    expect(Date.now() - began).toBeLessThan(1_000);
  });
});

describe('an instance that comes late', () => {
  it('shows nothing to whom a right ended meanwhile, not even in what was said before', async () => {
    const { group, reader, author, lead, room, thread } = await scene();
    const [removed, stays] = [await connect(reader), await connect(author)];
    for (const ears of [removed, stays]) {
      await ears.watch(room);
      await ears.focus(room, thread.id);
    }
    // No bell rings and nobody looks: all of it is read at once, as after a pause of this process.
    const [{ Doorbell }, { Relay }] = await Promise.all([import('../events/doorbell.ts'), import('../events/relay.ts')]);
    const asleep = [api, twin].flatMap(({ app }): object[] => [app.get(Doorbell), app.get(Relay)]);
    for (const each of asleep) Object.assign(each, { ring: () => undefined, look: () => undefined });
    try {
      const { id } = await here.reply(author, thread.id, 'Vorher');
      const { id: seat } = await api.world.db.groupMembership.findFirstOrThrow({ where: { groupId: group.id, personId: reader.id } });
      await api.get(lead, 'mutation($id: ID!) { removeMember(membershipId: $id, reason: "Nicht mehr zuständig") { status } }', {
        id: seat,
      });
      await here.ask(author, 'edit', { input: { id, version: 1, body: 'Nachher' } });
    } finally {
      for (const each of asleep) for (const name of ['ring', 'look']) Reflect.deleteProperty(each, name);
    }
    await within(6_000, () => stays.heard.some((m) => m.name === 'post.edited'));
    expect(stays.heard.find((m) => m.name === 'post.written')?.fragment?.body).toBe('Nachher');
    expect(removed.heard.filter((m) => m.fragment?.body === 'Nachher')).toEqual([]);
    expect(removed.left).toEqual([room]);
  });

  it('shows nothing to whom the whole organisation ended, announced in another room than the post', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'PLATFORM' });
    const [author, insider] = [await world.member(group), await world.colleague()];
    const thread = await world.thread(group, author);
    const room = `group:${group.id}`;
    // Listens to the group alone, not to the person's own room.
    const [gone, stays] = [await connect(insider, twin), await connect(author, twin)];
    for (const ears of [gone, stays]) expect(await ears.watch(room)).toMatchObject({ ok: true });
    const coordinator = await world.colleague(insider.organisation, 'COORDINATOR');
    const { id } = await world.db.affiliation.findFirstOrThrow({ where: { personId: insider.id } });
    await api.get(coordinator, 'mutation($id: ID!) { endAffiliation(id: $id) { id } }', { id });
    await here.reply(author, thread.id, 'Danach');
    await within(3_000, () => stays.heard.some((m) => m.room === room));
    expect(gone.heard).toEqual([]);
    expect(gone.left).toEqual([room]);
  });
});

describe('a guest', () => {
  it('hears nothing after the last instant, although no clock has ended the seat yet', async () => {
    const { group, author, room, thread } = await scene();
    const guest = await api.world.colleague();
    const until = new Date(Date.now() + 1_500);
    await api.world.seat(group, guest, 'GUEST', 'ACTIVE', until);
    const [ears, stays] = [await connect(guest), await connect(author)];
    for (const e of [ears, stays]) expect(await e.watch(room)).toMatchObject({ ok: true });
    for (const e of [ears, stays]) await e.focus(room, thread.id);
    await here.reply(author, thread.id, 'Solange');
    await within(1_000, () => ears.heard.length === 1);
    await pause(Math.max(0, until.getTime() - Date.now()) + 20);
    await here.reply(author, thread.id, 'Danach');
    await within(3_000, () => stays.heard.length === 2);
    expect(ears.heard.map((m) => m.fragment?.body)).toEqual(['Solange']);
    expect(ears.left).toEqual([room]);
  });
});

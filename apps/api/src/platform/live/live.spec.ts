import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BareMessage, EventName, RoomState } from '@kollab/contract';
import { io, type Socket } from 'socket.io-client';
import { openApi, type Api } from '../../../test/api.ts';
import { tokenOf, type Account } from '../../../test/issuer.ts';
import { threadsOf } from '../../../test/threads.ts';
import type { Colleague } from '../../../test/world.ts';
import type { Thread, WorkingGroup } from '../../generated/prisma/client.ts';

interface Heard extends BareMessage {
  name?: EventName;
  payload?: { postId?: string; no?: number };
  fragment?: { no: number; body: string };
}
interface Ears {
  socket: Socket;
  heard: Heard[];
  left: string[];
  watch: (room: string, after?: number) => Promise<RoomState>;
  focus: (room: string, focus: string, on?: boolean) => Promise<{ ok: boolean }>;
  /** The count up to which this listener heard the room, without a gap. */
  until: (seq: number, room: string) => Promise<void>;
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
const there = threadsOf(() => twin);

const eventually = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!holds()) throw new Error('did not happen within four seconds');
};

async function connect(account: Account, at: Api = api, claims: Record<string, unknown> = {}): Promise<Ears> {
  const { port } = at.app.getHttpServer().address() as AddressInfo;
  const auth = { token: await tokenOf(account, claims) };
  const socket = io(`http://127.0.0.1:${port}`, { path: '/live', auth, transports: ['websocket'], reconnection: false, forceNew: true });
  open.push(socket);
  const heard: Heard[] = [];
  const left: string[] = [];
  socket.on('event', (message: Heard) => heard.push(message));
  socket.on('left', ({ room }: { room: string }) => left.push(room));
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return {
    socket,
    heard,
    left,
    watch: (room, after) => socket.emitWithAck('watch', { room, ...(after !== undefined && { after }) }) as Promise<RoomState>,
    focus: (room, focus, on = true) => socket.emitWithAck('focus', { room, focus, on }) as Promise<{ ok: boolean }>,
    until: (seq, room) => eventually(() => heard.some((m) => m.room === room && m.seq >= seq)),
  };
}

interface Scene {
  group: WorkingGroup;
  room: string;
  thread: Thread;
  author: Colleague;
  reader: Colleague;
  seq: () => Promise<number>;
}
async function scene(data: Partial<WorkingGroup> = {}): Promise<Scene> {
  const { world } = api;
  const group = await world.group(data);
  const [author, reader] = [await world.member(group), await world.member(group)];
  const room = `group:${group.id}`;
  const seq = async () => (await world.db.room.findUnique({ where: { name: room } }))?.seq ?? 0;
  return { group, room, author, reader, thread: await world.thread(group, author), seq };
}

describe('a post', () => {
  it('comes with its text to who looks at the thread, as a bare fact to the others of the room, to its author too', async () => {
    const { room, thread, author, reader } = await scene();
    const [looks, elsewhere, writer] = [await connect(reader), await connect(reader), await connect(author)];
    for (const ears of [looks, elsewhere, writer]) expect(await ears.watch(room)).toEqual({ ok: true, seq: 0, missed: [], reset: false });
    for (const ears of [looks, writer]) expect(await ears.focus(room, thread.id)).toEqual({ ok: true });
    const post = await here.reply(author, thread.id, 'Guten **Tag**');
    await Promise.all([looks, elsewhere, writer].map((ears) => ears.until(1, room)));
    const payload = { homeId: thread.groupId, threadId: thread.id, postId: post['id'] as string, no: 1 };
    const bare = { room, seq: 1, name: 'post.written', payload };
    expect(elsewhere.heard).toEqual([bare]);
    // As every reader sees it: what is the viewer's own is not in it.
    const { viewerCan: _own, revisions: _asked, ...shown } = post;
    expect(looks.heard).toEqual([{ ...bare, fragment: shown }]);
    expect(writer.heard).toEqual(looks.heard);
    await looks.focus(room, thread.id, false);
    await here.ask(author, 'edit', { input: { id: post['id'], version: 1, body: 'Guten Abend' } });
    await Promise.all([looks.until(2, room), writer.until(2, room)]);
    expect(looks.heard[1]).toMatchObject({ name: 'post.edited' });
    expect(looks.heard[1]).not.toHaveProperty('fragment');
    expect(writer.heard[1]).toMatchObject({ name: 'post.edited', fragment: { body: 'Guten Abend', version: 2 } });
  });

  it('shows each change as it is read afterwards: reaction, deletion, restoration', async () => {
    const { room, thread, author, reader } = await scene();
    const ears = await connect(reader);
    await ears.watch(room);
    await ears.focus(room, thread.id);
    const { id } = await here.reply(author, thread.id, 'Ein Vorschlag');
    await here.ask(reader, 'react', { postId: id, kind: 'AGREE', on: true });
    await ears.until(2, room);
    expect(ears.heard[1]).toMatchObject({ name: 'post.reacted', fragment: { reactions: [{ kind: 'AGREE', count: 1 }] } });
    await here.ask(author, 'delete', { id });
    await ears.until(3, room);
    expect(ears.heard[2]).toMatchObject({ name: 'post.deleted', fragment: { deleted: true, body: '', reactions: [] } });
    await here.ask(author, 'restore', { id });
    await ears.until(4, room);
    expect(ears.heard[3]).toMatchObject({ name: 'post.restored', fragment: { deleted: false, body: 'Ein Vorschlag' } });
  });

  it('reaches the sockets of another instance on the same database', async () => {
    const { room, thread, author, reader } = await scene();
    const [near, far] = [await connect(reader), await connect(reader, twin)];
    for (const ears of [near, far]) {
      await ears.watch(room);
      await ears.focus(room, thread.id);
    }
    await Promise.all([
      here.reply(author, thread.id, 'Hier'),
      there.reply(author, thread.id, 'Dort'),
      here.reply(reader, thread.id, 'Auch hier'),
    ]);
    await Promise.all([near.until(3, room), far.until(3, room)]);
    expect(far.heard).toEqual(near.heard);
    expect(far.heard.map((m) => m.seq)).toEqual([1, 2, 3]);
    expect(far.heard.map((m) => m.fragment?.no)).toEqual([1, 2, 3]);
  });
});

describe('who may hear', () => {
  it('neither a stranger nor somebody without a token', async () => {
    const { room, reader } = await scene({ visibility: 'MEMBERS' });
    const stranger = await connect(await api.world.colleague());
    expect(await stranger.watch(room)).toEqual({ ok: false });
    expect(await stranger.focus(room, randomUUID())).toEqual({ ok: false });
    for (const wrong of [`person:${reader.id}`, 'group:', 'group:x', `${room}#x`, stranger.socket.id!, ''])
      expect(await stranger.watch(wrong)).toEqual({ ok: false });
    expect(await (await connect(reader)).watch(room)).toMatchObject({ ok: true });
    await expect(connect(reader, api, { aud: 'another' })).rejects.toThrow('unauthenticated');
  });

  it('nobody whose seat ended, from the ending on', async () => {
    const { group, room, thread, author, reader } = await scene({ visibility: 'MEMBERS' });
    const lead = await api.world.member(group, 'LEAD');
    const [removed, stays] = [await connect(reader), await connect(author)];
    for (const ears of [removed, stays]) {
      await ears.watch(room);
      await ears.focus(room, thread.id);
    }
    await here.reply(author, thread.id, 'Noch für beide');
    const { id: seat } = await api.world.db.groupMembership.findFirstOrThrow({ where: { groupId: group.id, personId: reader.id } });
    const remove = 'mutation($id: ID!) { removeMember(membershipId: $id, reason: "Nicht mehr zuständig") { status } }';
    await api.get(lead, remove, { id: seat });
    await here.reply(author, thread.id, 'Nur für uns');
    await eventually(() => stays.heard.some((m) => m.fragment?.body === 'Nur für uns'));
    await eventually(() => removed.left.length > 0);
    expect(removed.left).toEqual([room]);
    expect(removed.heard.filter((m) => m.room === room).map((m) => m.name)).toEqual(['post.written']);
    expect(await removed.watch(room)).toEqual({ ok: false });
  });

  it('nobody who joins while the right ends', async () => {
    const { group, room, thread, author } = await scene({ visibility: 'MEMBERS' });
    const lead = await api.world.member(group, 'LEAD');
    const remove = 'mutation($id: ID!) { removeMember(membershipId: $id, reason: "Nicht mehr zuständig") { status } }';
    for (let round = 0; round < 8; round++) {
      const person = await api.world.colleague();
      const { id } = await api.world.seat(group, person);
      const ears = await connect(person);
      await Promise.all([api.get(lead, remove, { id }), ears.watch(room)]);
      const { no } = (await here.reply(author, thread.id, 'Danach')) as { no: number };
      const sees = await connect(author);
      await sees.watch(room);
      await here.reply(author, thread.id, 'Und danach');
      await eventually(() => sees.heard.length > 0);
      expect(ears.heard.filter((m) => (m.payload?.no ?? 0) >= no)).toEqual([]);
    }
  });

  it('a socket no longer than its token, unless that is renewed', async () => {
    const { room, reader } = await scene();
    const exp = Math.floor(Date.now() / 1000) + 2;
    const [ends, renews] = [await connect(reader, api, { exp }), await connect(reader, api, { exp })];
    expect(await renews.socket.emitWithAck('renew', { token: await tokenOf(await api.world.person()) })).toEqual({ ok: false });
    expect(await renews.socket.emitWithAck('renew', { token: await tokenOf(reader) })).toEqual({ ok: true });
    await eventually(() => !ends.socket.connected);
    expect(renews.socket.connected).toBe(true);
    expect(await renews.watch(room)).toMatchObject({ ok: true });
  });
});

describe('coming back', () => {
  it('brings what was missed, in order and once', async () => {
    const { room, thread, author, reader, seq } = await scene();
    const before = await connect(reader);
    await before.watch(room);
    await here.reply(author, thread.id, 'Eins');
    await before.until(1, room);
    before.socket.disconnect();
    await here.reply(author, thread.id, 'Zwei');
    await there.reply(author, thread.id, 'Drei');
    const after = await connect(reader);
    const state = await after.watch(room, 1);
    if (!state.ok) throw new Error('refused');
    expect(state).toMatchObject({ seq: 3, reset: false });
    expect(state.missed.map((m) => [m.seq, (m as Heard).fragment?.body])).toEqual([
      [2, 'Zwei'],
      [3, 'Drei'],
    ]);
    expect(await after.watch(room, 3)).toEqual({ ok: true, seq: await seq(), missed: [], reset: false });
    expect(await after.watch(room, 99)).toMatchObject({ ok: true, seq: 3, reset: true });
  });

  it('asks to load afresh past what is kept', async () => {
    const { room, thread, author, reader } = await scene();
    for (const text of ['Eins', 'Zwei', 'Drei']) await here.reply(author, thread.id, text);
    const ears = await connect(reader);
    await api.world.db.event.deleteMany({ where: { room, seq: { lte: 2 } } });
    expect(await ears.watch(room, 2)).toMatchObject({ seq: 3, reset: false, missed: [{ seq: 3 }] });
    expect(await ears.watch(room, 1)).toEqual({ ok: true, seq: 3, missed: [], reset: true });
    await api.world.db.event.deleteMany({ where: { room } });
    expect(await ears.watch(room, 2)).toMatchObject({ seq: 3, reset: true });
    expect(await ears.watch(room, 3)).toMatchObject({ seq: 3, reset: false });
  });

  it('loses nothing and doubles nothing while posts pour in: answer and events together have every count', async () => {
    const { room, thread, author, reader } = await scene();
    await here.reply(author, thread.id, 'Erster');
    const state = { writing: true };
    const pour = (async () => {
      for (let i = 0; i < 30; i++) await (i % 2 ? here : there).reply(author, thread.id, `Beitrag ${i}`);
      state.writing = false;
    })();
    const rounds: { ears: Ears; from: number; seq: number; missed: number[] }[] = [];
    while (state.writing) {
      const ears = await connect(reader, rounds.length % 2 ? twin : api);
      const answer = await ears.watch(room, rounds.length % 3 ? 1 : undefined);
      // As the web does: what could not be looked at now is asked for again.
      if (!answer.ok && answer.later) continue;
      if (!answer.ok) throw new Error('refused for good');
      rounds.push({ ears, from: rounds.length % 3 ? 1 : answer.seq, seq: answer.seq, missed: answer.missed.map((m) => m.seq) });
    }
    await pour;
    expect(rounds.length).toBeGreaterThan(1);
    const last = await here.reply(author, thread.id, 'Letzter').then(() => 32);
    for (const { ears, from, seq, missed } of rounds) {
      if (seq < last) await ears.until(last, room);
      const counts = [...missed, ...ears.heard.filter((m) => m.room === room && m.seq > seq).map((m) => m.seq)];
      expect(counts).toEqual(Array.from({ length: last - from }, (_, i) => from + 1 + i));
    }
  });
});

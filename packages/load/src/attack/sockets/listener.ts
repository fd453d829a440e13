import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { document, send } from '../ask.ts';
import type { Stage } from '../stage.ts';

interface Heard {
  name?: string;
  fragment?: { body: string };
}

/** Somebody honest who listens while others attack, and somebody who writes: how long does each post take to arrive? */
export async function listen(stage: Stage, url: string) {
  const token = await stage.issuer.token(stage.insider);
  const room = `group:${stage.open.groupId}`;
  const socket = io(url, { path: '/live', auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  await socket.emitWithAck('watch', { room });
  await socket.emitWithAck('focus', { room, focus: stage.open.threadId, on: true });
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  socket.on('event', ({ fragment }: Heard) => {
    const began = fragment && sentAt.get(fragment.body);
    if (began === undefined) return;
    sentAt.delete(fragment!.body);
    delays.push(performance.now() - began);
  });
  const state = { writing: true, refused: 0 };
  const writing = (async () => {
    while (state.writing) {
      const body = `Beitrag ${randomUUID()}`;
      sentAt.set(body, performance.now());
      const input = { clientMutationId: randomUUID(), threadId: stage.open.threadId, body };
      const { status, body: answer } = await send(
        url,
        document(token, 'mutation($input: ReplyInput!) { reply(input: $input) { no } }', { input }),
      );
      if (status !== 200 || answer.includes('"errors"')) {
        state.refused++;
        sentAt.delete(body);
      }
      await pause(150);
    }
  })();
  return {
    /** What happened since the last call: how many arrived, the slowest, and how many have been missing for more than a second. */
    since: () => {
      const late = [...sentAt.values()].filter((at) => performance.now() - at > 1_000).length;
      const taken = delays.splice(0);
      return { heard: taken.length, slowest: Math.round(Math.max(0, ...taken)), late, refused: state.refused, connected: socket.connected };
    },
    stop: async () => {
      state.writing = false;
      await writing;
      socket.disconnect();
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Issuer } from '../issuer.ts';
import { documents } from './ask.ts';
import type { Scene } from './clients.ts';
import { Listener } from './listener.ts';
import type { Actor, Stage } from './stage.ts';

/** Somebody's second device: the same person in a session of its own. */
export async function openDevices(scene: Scene, stage: Stage, issuer: Issuer) {
  return Promise.all(
    stage.groups.flatMap(({ stable, room }, g) =>
      stable.slice(0, 2).map(async (actor, i) => {
        const sid = `device-${g}-${i}`;
        const device: Actor = { ...actor, sid, token: await issuer.token(actor, { sid }) };
        const listener = new Listener({ ...device, name: sid, person: actor.id }, scene.url, [], scene.history.frames);
        listener.watch(room);
        return { device, listener };
      }),
    ),
  );
}

/** Rights that end once: guests by the clock, an affiliation, sessions by a sign-out elsewhere. */
export function endRights(scene: Scene, stage: Stage, devices: Awaited<ReturnType<typeof openDevices>>, issuer: Issuer) {
  const { endings, signOuts, requests } = scene.history;
  const origin = performance.timeOrigin;
  for (const { guest, room } of stage.groups)
    endings.push({ how: 'guest', person: guest.actor.id, room, acknowledged: guest.until - origin, regained: Infinity });
  const affiliation = async (): Promise<void> => {
    const { coordinator, insider, room, affiliation: id } = stage.open;
    if (endings.some((e) => e.how === 'affiliation')) return;
    const ending = { how: 'affiliation' as const, person: insider.id, room, acknowledged: Infinity, regained: Infinity };
    endings.push(ending);
    const { answer } = await scene.insist(coordinator, documents.endAffiliation, { id });
    if (answer.kind !== 'unknown') ending.acknowledged = performance.now();
  };
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const device = async (after: number): Promise<void> => {
    await pause(after);
    const next = devices.shift();
    if (!next) return;
    const { device: who } = next;
    await scene.ask(who, documents.viewer, {});
    const body = new URLSearchParams({ logout_token: await issuer.token(who, { aud: 'web', typ: 'Logout', events: event, sid: who.sid }) });
    for (let told = false; !told && performance.now() < scene.deadline;) {
      const response = await fetch(`${scene.url}/oidc/backchannel-logout`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(4_000),
      }).catch(() => null);
      told = response?.status === 200;
      if (!told) await pause(200);
    }
    signOuts.push({ sid: who.sid, acknowledged: performance.now() });
    for (let i = 0; i < 4; i++) {
      const invoked = performance.now();
      const { kind } = await scene.ask(who, documents.viewer, {});
      requests.push({ sid: who.sid, invoked, accepted: kind === 'done' });
      await pause(300);
    }
  };
  return {
    device,
    next: async () => {
      await Promise.all([affiliation(), device(0)]);
    },
    rest: async () => {
      await affiliation();
      await device(0);
    },
  };
}

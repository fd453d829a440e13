import { createECDH, randomUUID } from 'node:crypto';
import { input, nobody } from '../../../test/sweeps/making.ts';
import { defineSweep, type Crowd } from '../../../test/sweeps/sweep.ts';
import type { World } from '../../../test/world.ts';

const address = () => `https://fcm.googleapis.com/fcm/send/${randomUUID()}`;
const keys = () => ({ p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: 'A'.repeat(22), label: 'Chrome unter Windows' });
const device = (world: World, personId: string) =>
  world.db.pushSubscription.create({ data: { personId, endpoint: address(), ...keys(), createdAt: new Date() } });

async function crowd({ world, viewer, people }: Crowd) {
  for (const _ of people) await device(world, viewer.id);
  return {};
}

export const sweep = defineSweep({
  // Nothing is offered here: the operator of these servers has no keys.
  authorization: `
    subscribeToPush: push.off
    unsubscribeFromPush: ok
    removePushDevice [own]: ok
    removePushDevice: not_found
  `,
  calls: {
    subscribeToPush: input(() => ({ endpoint: address(), ...keys() })),
    unsubscribeFromPush: () => ({ endpoint: address() }),
    'removePushDevice own': async ({ world }, actor) => ({ id: (await device(world, actor?.id ?? nobody)).id }),
    removePushDevice: async ({ world, host }) => ({ id: (await device(world, host.id)).id }),
  },
  openFields: `
    Viewer: push
    Push: publicKey devices
    PushDevice: id label fingerprint createdAt lastUsedAt failingSince
  `,
  crowd,
  lists: {
    'Push.devices': () => ({ path: ['viewer', 'push'], most: 10 }),
  },
});

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { limits, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { gate } from '../../platform/policy/policy.ts';
import type { PushSubscription } from '../../generated/prisma/client.ts';
import { devicePolicy } from './policy.ts';
import { isPoint } from './push-service.ts';
import { PushSender } from './sender.service.ts';

const deviceGate = gate(devicePolicy, 'read', async (db, _actor, id, lock) => {
  if (lock === 'change') await db.$queryRaw`SELECT FROM push_subscription WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return db.pushSubscription.findUnique({ where: { id } });
});

export type Device = PushSubscription & { fingerprint: string };

/** The browsers in which somebody switched messages on. */
@Injectable()
export class Devices {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly sender: PushSender,
  ) {}

  async of(personId: string): Promise<{ publicKey: string | null; devices: Device[] }> {
    const devices = await this.database.prisma.pushSubscription.findMany({
      where: { personId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const { publicKey } = this.sender;
    return { publicKey, devices: devices.map((device) => ({ ...device, fingerprint: fingerprintOf(device.endpoint) })) };
  }

  async subscribes({ personId }: Actor, input: Inputs['subscribeToPush']): Promise<void> {
    if (!this.sender.publicKey) throw fail('push.off');
    const wrong = [...(this.sender.knows(input.endpoint) ? [] : ['endpoint']), ...(isPoint(input.p256dh) ? [] : ['p256dh'])];
    if (wrong.length > 0) throw fail('invalid', { fields: wrong });
    const { endpoint, ...keys } = input;
    await this.writes.transact(async (tx) => {
      // Subscriptions of one person wait for each other: at the same time they could exceed the limit.
      await tx.db.$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
      // Somebody else was signed in in this browser before. Their messages that still wait go with the old subscription.
      await tx.db.pushSubscription.deleteMany({ where: { endpoint, personId: { not: personId } } });
      await tx.db.pushSubscription.upsert({
        where: { endpoint },
        create: { endpoint, personId, ...keys, createdAt: this.clock.now() },
        update: { personId, ...keys, failingSince: null },
      });
      const tooMany = await tx.db.pushSubscription.findMany({
        where: { personId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: limits.push.devices,
        select: { id: true },
      });
      await tx.db.pushSubscription.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } });
    });
  }

  async unsubscribes({ personId }: Actor, endpoint: string): Promise<void> {
    await this.database.prisma.pushSubscription.deleteMany({ where: { endpoint, personId } });
  }

  async removes(actor: Actor, deviceId: string): Promise<void> {
    await this.writes.transact(async (tx) => {
      const { row } = await deviceGate.may(tx, actor, 'remove', deviceId);
      await tx.db.pushSubscription.deleteMany({ where: { id: row.id } });
    });
  }
}

const fingerprintOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('base64url');

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock.ts';
import { Database, type Db } from '../../platform/database/database.ts';
import { fail, isUuid } from '../../platform/fail.ts';
import type { MailSetting } from '../../generated/prisma/client.ts';
import { offTokenOf } from './off-token.ts';
import { usualTimes, type MailTimes } from './times.ts';

/** Signs the links of one person's mails. */
const newKey = (): string => randomBytes(32).toString('base64url');

/** When somebody wants mails, and the links that switch them off. Only one's own: nobody sees or sets another's. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async of(personId: string): Promise<MailTimes> {
    return (await this.database.prisma.mailSetting.findUnique({ where: { personId } })) ?? usualTimes;
  }

  /** Switched on again, nobody gets what happened meanwhile. */
  async sets({ personId }: Actor, times: Inputs['setMailSettings']): Promise<void> {
    const days = times.days.toSorted((a, b) => a - b);
    const { prisma } = this.database;
    await prisma.$transaction(async (db) => {
      const before = await ensured(db, personId);
      await db.mailSetting.update({
        where: { personId },
        data: { ...times, days, ...(times.on && !before.on && { since: this.clock.now() }) },
      });
    });
  }

  /** For the link in a mail: whose it is, and the proof that we wrote it. */
  async offTokenOf(personId: string): Promise<string> {
    const { secret } = await ensured(this.database.prisma, personId);
    return offTokenOf(personId, secret);
  }

  /** Refused when it is none of ours. */
  async checksOff(token: string): Promise<string> {
    const [personId = ''] = token.split('.', 1);
    const setting = isUuid(personId) ? await this.database.prisma.mailSetting.findUnique({ where: { personId } }) : null;
    if (!setting || !isSame(token, offTokenOf(setting.personId, setting.secret))) throw fail('not_found');
    return personId;
  }

  async switchesOff(token: string): Promise<void> {
    const personId = await this.checksOff(token);
    await this.database.prisma.mailSetting.update({ where: { personId }, data: { on: false } });
  }
}

async function ensured(db: Db, personId: string): Promise<MailSetting> {
  const known = await db.mailSetting.findUnique({ where: { personId } });
  if (known) return known;
  // From the beginning: only who switches mails on again leaves something out.
  await db.mailSetting.createMany({ data: [{ personId, secret: newKey(), since: new Date(0) }], skipDuplicates: true });
  return db.mailSetting.findUniqueOrThrow({ where: { personId } });
}

const isSame = (given: string, wanted: string): boolean =>
  Buffer.byteLength(given) === Buffer.byteLength(wanted) && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

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

/** When somebody wants mails, and the links that switch them off. Everybody sees and sets only their own. */
@Injectable()
export class MailSettings {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async of(personId: string): Promise<MailTimes> {
    return (await this.database.prisma.mailSetting.findUnique({ where: { personId } })) ?? usualTimes;
  }

  /** Whoever switches mails on again gets nothing about what happened while they were off. */
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

  /** The token for the link in a mail to this person. */
  async offTokenOf(personId: string): Promise<string> {
    const { secret } = await ensured(this.database.prisma, personId);
    return offTokenOf(personId, secret);
  }

  /** Whose token it is. Fails with `not_found` when we did not issue it. */
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
  // `since` at the beginning of time: only switching mails on again moves it.
  await db.mailSetting.createMany({ data: [{ personId, secret: newKey(), since: new Date(0) }], skipDuplicates: true });
  return db.mailSetting.findUniqueOrThrow({ where: { personId } });
}

const isSame = (given: string, wanted: string): boolean =>
  Buffer.byteLength(given) === Buffer.byteLength(wanted) && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

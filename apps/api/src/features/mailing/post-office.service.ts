import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { gate } from '../../platform/policy/policy.ts';
import type { MailAddress, OutboxMail } from '../../generated/prisma/client.ts';
import { addressPolicy, operates, undeliveredPolicy } from './policy.ts';

const undeliveredGate = gate(undeliveredPolicy, 'read', async (db, _actor, id, lock) => {
  if (lock === 'change') await db.$queryRaw`SELECT FROM outbox_mail WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const mail = await db.outboxMail.findUnique({ where: { id } });
  return mail && { ...mail, paused: (await db.mailAddress.count({ where: { address: mail.to.toLowerCase() } })) > 0 };
});
const addressGate = gate(addressPolicy, 'read', (db, _actor, id) => db.mailAddress.findUnique({ where: { id } }));

export type MailView = OutboxMail & { purpose: string };

/** What the operator sees of the mails, and can do about them. */
@Injectable()
export class PostOffice {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly outbox: Outbox,
  ) {}

  async undelivered(actor: Actor, args: PageArgs): Promise<Page<MailView>> {
    if (!operates(actor)) throw fail('forbidden');
    const where = { givenUpAt: { not: null } };
    const found = await page<OutboxMail>(
      args,
      [
        { column: 'givenUpAt', kind: 'instant', direction: 'desc', key: (m) => m.givenUpAt!.toISOString() },
        { column: 'id', kind: 'id', direction: 'desc', key: (m) => m.id },
      ],
      (part) => this.database.prisma.outboxMail.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.outboxMail.count({ where }),
    );
    // The first word of a key is the purpose (`notice`, `digest`); the rest would name people and things.
    return { ...found, nodes: found.nodes.map((mail) => ({ ...mail, purpose: mail.key.split(':', 1)[0]! })) };
  }

  paused(actor: Actor, args: PageArgs): Promise<Page<MailAddress>> {
    if (!operates(actor)) throw fail('forbidden');
    return page<MailAddress>(
      args,
      [
        { column: 'pausedAt', kind: 'instant', direction: 'desc', key: (a) => a.pausedAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'desc', key: (a) => a.id },
      ],
      (part) => this.database.prisma.mailAddress.findMany(part),
      () => this.database.prisma.mailAddress.count(),
    );
  }

  retries(actor: Actor, mailId: string): Promise<true> {
    return this.writes.transact<true>(async (tx) => {
      const { row } = await undeliveredGate.may(tx, actor, 'retry', mailId);
      await this.outbox.retries(tx, row.key);
      tx.audit({ actorId: actor.personId, action: 'mail.retried', subject: { kind: 'mail', id: row.id }, details: { email: row.to } });
      return true;
    });
  }

  resumes(actor: Actor, addressId: string): Promise<true> {
    return this.writes.transact<true>(async (tx) => {
      const { id, address } = (await addressGate.may(tx, actor, 'resume', addressId)).row;
      const { count } = await tx.db.mailAddress.deleteMany({ where: { id } });
      if (count > 0)
        tx.audit({
          actorId: actor.personId,
          action: 'mail.address_resumed',
          subject: { kind: 'mail_address', id },
          details: { email: address },
        });
      return true;
    });
  }

  async resumesOwn({ email }: Actor): Promise<void> {
    await this.database.prisma.mailAddress.deleteMany({ where: { address: email.toLowerCase() } });
  }
}

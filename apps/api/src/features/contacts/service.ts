import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Contact } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { contactGate, contactsGate } from './gate.ts';

type Given = Pick<Contact, 'topicId' | 'name' | 'phone' | 'email'>;
const tell = (tx: Tx, organisationId: string): void => tx.announce('contacts.changed', null, { organisationId });

/** Writes the organisation's contact for a topic (null: in general), new or changed. The caller has locked the organisation's row. */
async function putContact(tx: Tx, organisationId: string, { topicId, ...given }: Given): Promise<Contact> {
  const before = await tx.db.contact.findFirst({ where: { organisationId, topicId }, select: { id: true } });
  const data = { ...given, confirmedAt: new Date() };
  const contact = before
    ? await tx.db.contact.update({ where: { id: before.id }, data })
    : await tx.db.contact.create({ data: { ...data, organisationId, topicId } });
  tell(tx, organisationId);
  return contact;
}

/** For an announcement of changed reachability, in the transaction that publishes it. */
export async function announceContact(tx: Tx, organisationId: string, given: Given): Promise<void> {
  await tx.db.$queryRaw`SELECT FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  await putContact(tx, organisationId, given);
}

@Injectable()
export class ContactService {
  constructor(private readonly writes: Writes) {}

  set(actor: Actor, { id, organisationId, contact }: Inputs['setContact']): Promise<Contact> {
    return this.writes.transact(async (tx) => {
      const { row } = await contactsGate.may(tx, actor, 'edit', organisationId);
      const given = { ...contact, topicId: contact.topicId ?? null };
      await this.knownTopic(tx, given.topicId);
      if (!id) return putContact(tx, row.organisationId, given);
      const before = await tx.db.contact.findFirst({ where: { id, organisationId: row.organisationId } });
      if (!before) throw fail('not_found');
      // A contact that moves to another topic replaces the one there.
      await tx.db.contact.deleteMany({ where: { organisationId: row.organisationId, topicId: given.topicId, id: { not: id } } });
      tell(tx, row.organisationId);
      return tx.db.contact.update({ where: { id: before.id }, data: { ...given, confirmedAt: new Date() } });
    });
  }

  confirm(actor: Actor, id: string): Promise<Contact> {
    return this.writes.transact(async (tx) => {
      const { row } = await contactGate.may(tx, actor, 'edit', id);
      tell(tx, row.organisationId);
      return tx.db.contact.update({ where: { id: row.id }, data: { confirmedAt: new Date() } });
    });
  }

  async remove(actor: Actor, id: string): Promise<boolean> {
    await this.writes.transact(async (tx) => {
      const { row } = await contactGate.may(tx, actor, 'edit', id);
      await tx.db.contact.delete({ where: { id: row.id } });
      tell(tx, row.organisationId);
    });
    return true;
  }

  private async knownTopic(tx: Tx, id: string | null): Promise<void> {
    if (id === null) return;
    const found = await tx.db.$queryRaw<unknown[]>`SELECT id FROM topic WHERE id = ${id}::uuid`;
    if (found.length === 0) throw fail('invalid', { fields: ['contact.topicId'] });
  }
}

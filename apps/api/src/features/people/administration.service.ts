import { Injectable } from '@nestjs/common';
import type { GlobalRole, Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import type { Person } from '../../generated/prisma/client.ts';
import { organisationGate } from '../organisations/index.ts';
import { lockGlobalRoles } from './first-admin.ts';
import { personGate } from './gate.ts';
import { hashOf } from '../../platform/auth/secret.ts';

type Grant = Inputs['grantGlobalRole'];

/** What LAND_ADMIN does with persons: global roles and identities. */
@Injectable()
export class Administration {
  constructor(private readonly writes: Writes) {}

  async grant(actor: Actor, { personId, role, organisationId = null }: Grant): Promise<Person> {
    return this.writes.transact(async (tx) => {
      const { person, organisation } = await this.administered(tx, actor, personId, role, organisationId);
      const grant = { personId: person.id, role, organisationId };
      if ((await tx.db.globalRoleGrant.count({ where: grant })) > 0) return person;
      await tx.db.globalRoleGrant.create({ data: grant });
      this.changed(tx, actor, person, 'role.granted', { role, ...organisation });
      return person;
    });
  }

  async revoke(actor: Actor, { personId, role, organisationId = null }: Grant): Promise<Person> {
    return this.writes.transact(async (tx) => {
      const { person, organisation } = await this.administered(tx, actor, personId, role, organisationId);
      const { count } = await tx.db.globalRoleGrant.deleteMany({ where: { personId: person.id, role, organisationId } });
      if (count === 0) return person;
      if (role === 'LAND_ADMIN' && (await tx.db.globalRoleGrant.count({ where: { role } })) === 0) throw fail('role.last_admin');
      this.changed(tx, actor, person, 'role.revoked', { role, ...organisation });
      return person;
    });
  }

  /** The one-time link of an empty installation; whoever is signed in and holds it. */
  async becomeFirst(actor: Actor, token: string): Promise<void> {
    await this.writes.transact(async (tx) => {
      await lockGlobalRoles(tx.db);
      const link = await tx.db.firstAdminLink.findUnique({ where: { tokenHash: hashOf(token) } });
      if (!link) throw fail('not_found');
      const admins = await tx.db.globalRoleGrant.count({ where: { role: 'LAND_ADMIN' } });
      if (link.usedAt || admins > 0) throw fail('invitation.used');
      await tx.db.firstAdminLink.update({ where: { tokenHash: link.tokenHash }, data: { usedAt: new Date() } });
      await tx.db.globalRoleGrant.create({ data: { personId: actor.personId, role: 'LAND_ADMIN' } });
      this.changed(tx, actor, { id: actor.personId, name: actor.name }, 'admin.first', { role: 'LAND_ADMIN' });
    });
  }

  /**
   * R10: somebody signs in anew (another account, a new identity provider) and stays who they are. Their first sign-in
   * made an empty person, which goes; whoever has left traces keeps their identity.
   */
  async linkIdentity(actor: Actor, { personId, issuer, subject, reason }: Inputs['linkIdentity']): Promise<Person> {
    return this.writes.transact(async (tx) => {
      const { row } = await personGate.may(tx, actor, 'administer', personId);
      const person = await tx.db.person.findUniqueOrThrow({ where: { id: row.id } });
      const key = { issuer_subject: { issuer, subject } };
      const known = await tx.db.identity.findUnique({ where: key, include: { person: true } });
      if (known?.personId === person.id) return person;
      await tx.db.identity.upsert({ where: key, create: { issuer, subject, personId: person.id }, update: { personId: person.id } });
      if (known) {
        await this.forgetEmpty(tx, known.personId);
        // Their open pages look again who they are.
        tx.announce('viewer.rights_changed', known.personId, { personId: known.personId });
      }
      const traces = { issuer, subject, reason, ...(known && { before: known.person.name }) };
      this.changed(tx, actor, person, 'identity.linked', traces);
      return person;
    });
  }

  /** Another identity keeps the other person; without one, a person without traces goes, and one with traces must not be cut off. */
  private async forgetEmpty({ db }: Tx, id: string): Promise<void> {
    await db.$queryRawUnsafe(`SELECT FROM person WHERE id = $1::uuid FOR UPDATE`, id);
    if ((await db.identity.count({ where: { personId: id } })) > 0) return;
    const traces = await db.person.count({
      where: {
        id,
        OR: [
          { affiliations: { some: {} } },
          { globalRoles: { some: {} } },
          { sentInvitations: { some: {} } },
          { acceptedInvitations: { some: {} } },
          { groupMemberships: { some: {} } },
          { workPackages: { some: {} } },
          { volunteerings: { some: {} } },
          { openedThreads: { some: {} } },
          { posts: { some: {} } },
          { reactions: { some: {} } },
          { auditEntries: { some: {} } },
          { readingGrants: { some: {} } },
          { createdSeries: { some: {} } },
          { createdEvents: { some: {} } },
          { speaking: { some: {} } },
          { eventSeats: { some: {} } },
          { registrations: { some: {} } },
          { wishes: { some: {} } },
          { wishVotes: { some: {} } },
        ],
      },
    });
    if (traces > 0) throw fail('identity.taken');
    const where = { personId: id };
    await db.affiliationRequest.deleteMany({ where });
    await db.notice.deleteMany({ where });
    await db.draft.deleteMany({ where });
    await db.readState.deleteMany({ where });
    await db.threadFollow.deleteMany({ where });
    await db.groupFollow.deleteMany({ where });
    await db.distributionEntry.deleteMany({ where });
    await db.calendarSubscription.deleteMany({ where });
    await db.person.delete({ where: { id } }).catch((error: unknown) => {
      // A trace of a later feature that the list above does not know.
      if ((error as { code?: string }).code === 'P2003') throw fail('identity.taken');
      throw error;
    });
  }

  /** The table's lock comes first: with all writers of roles in a row, none waits for another one's proof. */
  private async administered(tx: Tx, actor: Actor, personId: string, role: GlobalRole, organisationId: string | null) {
    await lockGlobalRoles(tx.db);
    const { row } = await personGate.may(tx, actor, 'administer', personId);
    // An expert speaks for a Ressort; all other roles are for the whole Land.
    if ((role === 'LAND_EXPERT') !== (organisationId !== null)) throw fail('invalid', { fields: ['organisationId'] });
    if (organisationId) await organisationGate.look(tx.db, actor, organisationId);
    const person = await tx.db.person.findUniqueOrThrow({ where: { id: row.id } });
    const organisation = organisationId && (await tx.db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).title;
    return { person, organisation: organisation ? { organisation } : {} };
  }

  private changed(tx: Tx, actor: Actor, person: Pick<Person, 'id' | 'name'>, action: string, details: Record<string, string>): void {
    tx.announce('viewer.rights_changed', person.id, { personId: person.id });
    tx.audit({ actorId: actor.personId, action, subject: { kind: 'person', id: person.id }, details: { person: person.name, ...details } });
  }
}

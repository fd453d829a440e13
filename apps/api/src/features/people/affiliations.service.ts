import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import { belongsTo, type Actor } from '../../platform/auth/actor.ts';
import { rightsNow } from '../../platform/auth/rights.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, known } from '../../platform/fail.ts';
import type { Affiliation } from '../../generated/prisma/client.ts';
import { organisationGate } from '../organisations/index.ts';
import { affiliationGate } from './gate.ts';
import { PeopleHooks } from './hooks.ts';
import { announcePlace, coordinatorCount, demandSuccessor } from './places.ts';

const named = { person: { select: { name: true } }, organisation: { select: { title: true } } } as const;

@Injectable()
export class AffiliationService {
  constructor(
    private readonly writes: Writes,
    private readonly hooks: PeopleHooks,
  ) {}

  async change(actor: Actor, { id, ...input }: Inputs['changeAffiliation']): Promise<Affiliation> {
    return this.writes.transact(async (tx) => {
      const { row } = await affiliationGate.may(tx, actor, 'change', id);
      const { person, organisation, ...before } = await tx.db.affiliation.findUniqueOrThrow({ where: { id: row.id }, include: named });
      if (before.role === input.role && before.function === input.function && before.deputy === input.deputy) return before;
      if (input.role !== 'COORDINATOR') await demandSuccessor(tx.db, before);
      const coordinators = await coordinatorCount(tx.db, before.organisationId);
      const affiliation = await tx.db.affiliation.update({ where: { id: row.id }, data: input });
      await announcePlace(tx, affiliation, coordinators);
      tx.audit({
        actorId: actor.personId,
        action: 'affiliation.changed',
        subject: { kind: 'person', id: before.personId },
        details: {
          person: person.name,
          organisation: organisation.title,
          before: before.role,
          role: input.role,
          function: input.function,
          deputy: input.deputy,
        },
      });
      return affiliation;
    });
  }

  /** R11: what hangs on the place ends in the same transaction. Ended already, it stays as it is. */
  async end(actor: Actor, id: string): Promise<Affiliation> {
    return this.writes.transact(async (tx) => {
      const { row } = await affiliationGate.may(tx, actor, 'read', id);
      await organisationGate.may(tx, actor, 'manage', row.organisationId);
      const { person, organisation, ...before } = await tx.db.affiliation.findUniqueOrThrow({ where: { id: row.id }, include: named });
      if (before.endedAt) return before;
      await demandSuccessor(tx.db, before);
      const coordinators = await coordinatorCount(tx.db, before.organisationId);
      const affiliation = await tx.db.affiliation.update({ where: { id: before.id }, data: { endedAt: new Date() } });
      await tx.db.person.updateMany({ where: { id: before.personId, actsForId: before.organisationId }, data: { actsForId: null } });
      tx.audit({
        actorId: actor.personId,
        action: 'affiliation.ended',
        subject: { kind: 'person', id: before.personId },
        details: { person: person.name, organisation: organisation.title, role: before.role },
      });
      await this.endExpertise(tx, actor, affiliation, { person: person.name, organisation: organisation.title });
      for (const hook of this.hooks.affiliationEnded) await hook(tx, affiliation);
      await announcePlace(tx, affiliation, coordinators);
      return affiliation;
    });
  }

  /** The role of a Ressort's expert is part of the place there. */
  private async endExpertise(
    tx: Tx,
    actor: Actor,
    { personId, organisationId }: Affiliation,
    names: Record<string, string>,
  ): Promise<void> {
    const { count } = await tx.db.globalRoleGrant.deleteMany({ where: { personId, organisationId, role: 'LAND_EXPERT' } });
    if (count === 0) return;
    tx.audit({
      actorId: actor.personId,
      action: 'role.revoked',
      subject: { kind: 'person', id: personId },
      details: { ...names, role: 'LAND_EXPERT' },
    });
  }

  /** Chooses for whom the person writes. */
  async actFor(actor: Actor, organisationId: string): Promise<void> {
    await this.writes.transact(async (tx) => {
      const { id } = await organisationGate.look(tx.db, actor, known(organisationId));
      const rights = await rightsNow(tx.db, actor);
      if (!belongsTo(rights, id)) throw fail('forbidden');
      const { count } = await tx.db.person.updateMany({
        where: { id: actor.personId, OR: [{ actsForId: null }, { actsForId: { not: id } }] },
        data: { actsForId: id },
      });
      if (count > 0) tx.announce('viewer.rights_changed', actor.personId, { personId: actor.personId });
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import { actingFor, type Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { CsvFile } from '../../platform/csv.ts';
import type { Affiliation, Registration } from '../../generated/prisma/client.ts';
import { PeopleHooks } from '../people/index.ts';
import { tellRegistrations } from './announce.ts';
import { eventGate, lockEvent, registrationGate } from './gate.ts';
import { eventLabel } from './label.ts';
import { participantsFile } from './participants.ts';
import { fillPlaces, takenPlaces } from './places.ts';

/** Places in an event, one a person and companion; who is too many waits. All of it under the lock of the event's row. */
@Injectable()
export class RegistrationService implements OnModuleInit {
  constructor(
    private readonly writes: Writes,
    private readonly hooks: PeopleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.affiliationEnded.push((tx, affiliation) => this.withAffiliation(tx, affiliation));
  }

  register(actor: Actor, given: object): Promise<Registration> {
    const { clientMutationId, sprechstundeId, organisationId, companion: named } = parse(inputs.register, given);
    const companion = named ?? '';
    return this.writes.transact(async (tx) => {
      const made = await tx.db.registration.findUnique({
        where: { personId_clientMutationId: { personId: actor.personId, clientMutationId } },
      });
      if (made) return made;
      const { row } = await eventGate.may(tx, actor, 'register', sprechstundeId);
      const home = organisationId
        ? row.rights.affiliations.find((a) => a.organisationId === organisationId)
        : actingFor({ ...row.rights, actsForId: actor.actsForId });
      if (!home) throw fail('forbidden', { fields: ['organisationId'] });
      const key = { sprechstundeId: row.id, personId: actor.personId, companion };
      const before = await tx.db.registration.findUnique({ where: { sprechstundeId_personId_companion: key } });
      if (before && before.status !== 'WITHDRAWN') {
        // A second tab, a lost answer: oneself is registered, which was wanted. Another companion is called otherwise.
        if (companion === '' && before.organisationId === home.organisationId) return before;
        throw fail('registration.already_registered');
      }
      const { limit } = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: row.id } });
      const free = limit === null || (await takenPlaces(tx, row.id)) < limit;
      const place = {
        organisationId: home.organisationId,
        status: free ? ('REGISTERED' as const) : ('WAITING' as const),
        // Under the lock: the order of coming is the order of the list.
        registeredAt: new Date(),
        clientMutationId,
        endedAt: null,
        promotedAt: null,
      };
      tellRegistrations(tx, row.id);
      return before
        ? tx.db.registration.update({ where: { id: before.id }, data: place })
        : tx.db.registration.create({ data: { ...key, ...place } });
    });
  }

  withdraw(actor: Actor, id: string): Promise<Registration> {
    return this.writes.transact(async (tx) => {
      const { row } = await registrationGate.may(tx, actor, 'withdraw', id);
      return this.end(tx, row.id, row.sprechstundeId);
    });
  }

  exportParticipants(actor: Actor, sprechstundeId: string): Promise<CsvFile> {
    return this.writes.transact(async (tx) => {
      const { row } = await eventGate.may(tx, actor, 'exportParticipants', sprechstundeId);
      const event = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: row.id }, include: { series: true } });
      const places = await tx.db.registration.findMany({
        where: { sprechstundeId: row.id, status: { in: ['REGISTERED', 'WAITING'] } },
        include: { person: { include: { affiliations: { where: { endedAt: null } } } }, organisation: true },
        orderBy: [{ status: 'asc' }, { organisation: { name: 'asc' } }, { registeredAt: 'asc' }, { id: 'asc' }],
      });
      tx.audit({
        actorId: actor.personId,
        action: 'event.participants_exported',
        subject: { kind: 'event', id: row.id },
        details: { event: eventLabel(event), people: places.length },
      });
      return participantsFile(eventLabel(event), places);
    });
  }

  private async end(tx: Tx, id: string, sprechstundeId: string): Promise<Registration> {
    const before = await tx.db.registration.findUniqueOrThrow({ where: { id } });
    if (before.status === 'WITHDRAWN') return before;
    const ended = await tx.db.registration.update({ where: { id }, data: { status: 'WITHDRAWN', endedAt: new Date() } });
    await fillPlaces(tx, await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: sprechstundeId } }));
    tellRegistrations(tx, sprechstundeId);
    return ended;
  }

  /** R11: who leaves the organisation does not come for it; nor do those whom they named. */
  private async withAffiliation(tx: Tx, { personId, organisationId }: Affiliation): Promise<void> {
    const coming = {
      personId,
      organisationId,
      status: { in: ['REGISTERED' as const, 'WAITING' as const] },
      sprechstunde: { startsAt: { gt: new Date() } },
    };
    const found = await tx.db.registration.findMany({ where: coming, orderBy: [{ sprechstundeId: 'asc' }, { id: 'asc' }] });
    for (const { id, sprechstundeId } of found) {
      await lockEvent(tx.db, sprechstundeId);
      await this.end(tx, id, sprechstundeId);
    }
  }
}

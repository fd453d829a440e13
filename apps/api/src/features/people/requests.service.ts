import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import { has, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail } from '../../platform/fail.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { AffiliationRequest, Prisma } from '../../generated/prisma/client.ts';
import { organisationGate } from '../organisations/index.ts';
import { requestGate } from './gate.ts';
import { affiliationDecided, affiliationRequested } from './jobs.ts';
import { announceDesk, currentPlace, takePlace } from './places.ts';

/** Requests of one person in an hour: each is a mail to every coordinator, and whoever has an account may ask. */
const perHour = 10;

/** The way into an organisation without an invitation: a coordinator says yes or no; without an organisation LAND_ADMIN does. */
@Injectable()
export class AffiliationRequests {
  private readonly limit = new HourlyLimit(perHour);

  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  /** For LAND_ADMIN: what no coordinator answers. */
  unanswered(actor: Actor, args: PageArgs): Promise<Page<AffiliationRequest>> {
    if (!has(actor, 'LAND_ADMIN')) throw fail('forbidden');
    const nobody: Prisma.OrganisationWhereInput = { affiliations: { none: { role: 'COORDINATOR', endedAt: null } } };
    const where: Prisma.AffiliationRequestWhereInput = { status: 'REQUESTED', OR: [{ organisationId: null }, { organisation: nobody }] };
    return page(
      args,
      [
        { column: 'createdAt', kind: 'instant', direction: 'asc', key: (r) => r.createdAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'asc', key: (r) => r.id },
      ],
      (part) => this.database.prisma.affiliationRequest.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.affiliationRequest.count({ where }),
    );
  }

  /** One open request a person: a new one withdraws the one before, the same one again changes nothing. */
  async request(actor: Actor, { organisationId = null, statement }: Inputs['requestAffiliation']): Promise<AffiliationRequest> {
    return this.writes.transact(async (tx) => {
      if (organisationId) await organisationGate.look(tx.db, actor, organisationId);
      await tx.db.$queryRawUnsafe(`SELECT FROM person WHERE id = $1::uuid FOR NO KEY UPDATE`, actor.personId);
      if (organisationId) await this.refuseMember(tx, actor.personId, organisationId);
      const open = await tx.db.affiliationRequest.findFirst({ where: { personId: actor.personId, status: 'REQUESTED' } });
      if (open?.organisationId === organisationId && open.statement === statement) return open;
      if (!this.limit.allows(actor.personId)) throw fail('rate_limited');
      if (open) await this.close(tx, open, 'WITHDRAWN');
      const request = await tx.db.affiliationRequest.create({ data: { personId: actor.personId, organisationId, statement } });
      await this.announce(tx, request);
      tx.enqueue(affiliationRequested, { requestId: request.id });
      return request;
    });
  }

  async withdraw(actor: Actor, id: string): Promise<AffiliationRequest> {
    return this.writes.transact(async (tx) => {
      const { row } = await requestGate.may(tx, actor, 'withdraw', id);
      return this.close(tx, row, 'WITHDRAWN');
    });
  }

  async confirm(actor: Actor, { requestId, role, function: office }: Inputs['confirmAffiliation']): Promise<AffiliationRequest> {
    return this.writes.transact(async (tx) => {
      const { row } = await requestGate.may(tx, actor, 'decide', requestId);
      const { organisationId, personId } = row;
      if (!organisationId) throw fail('invalid', { fields: ['organisationId'] });
      await this.refuseMember(tx, personId, organisationId);
      // Settles the request with it.
      await takePlace(tx, { personId, organisationId, role, function: office });
      announceDesk(tx, organisationId);
      await this.announceToAdministration(tx);
      const { person, organisation, ...request } = await tx.db.affiliationRequest.findUniqueOrThrow({
        where: { id: row.id },
        include: { person: true, organisation: true },
      });
      tx.audit({
        actorId: actor.personId,
        action: 'affiliation.confirmed',
        subject: { kind: 'person', id: personId },
        details: { person: person.name, organisation: organisation?.title ?? '', role, function: office },
      });
      tx.enqueue(affiliationDecided, { requestId: request.id });
      return request;
    });
  }

  async decline(actor: Actor, { requestId, reason }: Inputs['declineAffiliation']): Promise<AffiliationRequest> {
    return this.writes.transact(async (tx) => {
      const { row } = await requestGate.may(tx, actor, 'decide', requestId);
      const request = await this.close(tx, row, 'DECLINED', reason);
      tx.enqueue(affiliationDecided, { requestId: request.id });
      return request;
    });
  }

  /** LAND_ADMIN knows which organisation was meant; its coordinators are asked then. */
  async assign(actor: Actor, requestId: string, organisationId: string): Promise<AffiliationRequest> {
    return this.writes.transact(async (tx) => {
      const { row } = await requestGate.may(tx, actor, 'assign', requestId);
      const { id } = await organisationGate.look(tx.db, actor, organisationId);
      await this.refuseMember(tx, row.personId, id);
      const request = await tx.db.affiliationRequest.update({ where: { id: row.id }, data: { organisationId: id } });
      if (row.organisationId === id) return request;
      announceDesk(tx, row.organisationId);
      await this.announce(tx, request);
      tx.enqueue(affiliationRequested, { requestId: request.id });
      return request;
    });
  }

  private async refuseMember(tx: Tx, personId: string, organisationId: string): Promise<void> {
    if (await currentPlace(tx.db, personId, organisationId)) throw fail('organisation.already_member');
  }

  private async close(tx: Tx, { id }: { id: string }, status: 'WITHDRAWN' | 'DECLINED', reason: string | null = null) {
    const request = await tx.db.affiliationRequest.update({ where: { id }, data: { status, reason, decidedAt: new Date() } });
    await this.announce(tx, request);
    return request;
  }

  private async announce(tx: Tx, request: AffiliationRequest): Promise<void> {
    announceDesk(tx, request.organisationId);
    tx.announce('viewer.rights_changed', request.personId, { personId: request.personId });
    await this.announceToAdministration(tx);
  }

  /** What waits for the administration has no room of its own: each of them hears of it, whether it came, went or was taken up. */
  private async announceToAdministration(tx: Tx): Promise<void> {
    const administration = await tx.db.globalRoleGrant.findMany({ where: { role: 'LAND_ADMIN' }, select: { personId: true } });
    for (const { personId } of administration) tx.announce('administration.changed', personId, { personId });
  }
}

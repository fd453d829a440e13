import { Injectable } from '@nestjs/common';
import type { GlobalRole } from '@kollab/contract';
import { Database } from '../../platform/database/database.ts';
import { recipient, type Recipient } from './notifier.ts';

/** Finds who has to be asked or told, as things are when the job runs. */
@Injectable()
export class Audience {
  constructor(private readonly database: Database) {}

  leadsOf(groupId: string): Promise<Recipient[]> {
    return this.database.prisma.person.findMany({
      select: recipient,
      where: {
        groupMemberships: {
          some: { groupId, status: 'ACTIVE', role: { in: ['LEAD', 'DEPUTY'] }, OR: [{ until: null }, { until: { gt: new Date() } }] },
        },
      },
    });
  }

  async nameOf(personId: string): Promise<string> {
    return (await this.database.prisma.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? '';
  }

  holders(role: GlobalRole): Promise<Recipient[]> {
    return this.database.prisma.person.findMany({ select: recipient, where: { globalRoles: { some: { role } } } });
  }

  /** Who decides about proposals: editors, or administrators where there is no editor. */
  async editors(): Promise<Recipient[]> {
    const editors = await this.holders('LAND_EDITOR');
    return editors.length > 0 ? editors : this.holders('LAND_ADMIN');
  }

  /** Who answers questions for an office (R4): its experts and the editors among its people; if there are none, its coordinators. */
  async answerersOf(organisationId: string): Promise<Recipient[]> {
    const belongs = { some: { organisationId, endedAt: null } };
    const people = await this.database.prisma.person.findMany({
      select: recipient,
      where: {
        OR: [
          { globalRoles: { some: { role: 'LAND_EXPERT', organisationId } } },
          { globalRoles: { some: { role: 'LAND_EDITOR' } }, affiliations: belongs },
        ],
      },
    });
    return people.length > 0 ? people : this.coordinatorsOf(organisationId);
  }

  /** The organisation's coordinators; administrators where it has none, or without an organisation. */
  async coordinatorsOf(organisationId: string | null): Promise<Recipient[]> {
    const coordinators = organisationId
      ? await this.database.prisma.person.findMany({
          select: recipient,
          where: { affiliations: { some: { organisationId, role: 'COORDINATOR', endedAt: null } } },
        })
      : [];
    return coordinators.length > 0 ? coordinators : this.holders('LAND_ADMIN');
  }
}

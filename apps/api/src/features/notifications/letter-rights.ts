import { Injectable, type OnModuleInit } from '@nestjs/common';
import { has, type Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { Database } from '../../platform/database/database.ts';
import { Outbox, type Composing } from '../../platform/mail/outbox.ts';
import { visibleGroups } from '../working-groups/index.ts';
import { factOf, type FactRow, type NoticeFact } from './description.ts';

/** What somebody has to be still when their letter goes, an hour after it was written perhaps. */
type Standing = 'leads' | 'sees' | 'decides' | 'coordinates';
const standings: Partial<Record<NoticeFact, Standing>> = {
  requested: 'leads',
  invitation_accepted: 'leads',
  invitation_declined: 'leads',
  volunteered: 'leads',
  read_with_reason: 'leads',
  accepted: 'sees',
  invited: 'sees',
  role_changed: 'sees',
  volunteering_confirmed: 'sees',
  volunteering_declined: 'sees',
  proposal_accepted: 'sees',
  lead_lost: 'decides',
  proposed: 'decides',
  affiliation_requested: 'coordinates',
};

interface Addressed {
  personId: string;
  fact: NoticeFact;
  groupId: string | null;
  organisationId: string | null;
}
const letters = 'letter';
/** For the outbox: the letter goes if its reader may still read it then. What ended their rights is told in any case. */
export function guarding(personId: string, { cause, groupId = null, organisationId = null }: Guarded): Composing | null {
  const fact = factOf(cause);
  return standings[fact] ? { composer: letters, data: { fact, personId, groupId, organisationId } } : null;
}
type Guarded = Pick<FactRow, 'cause'> & Partial<FactRow>;

/** Rights that end between the writing and the sending of a letter. */
@Injectable()
export class LetterRights implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.compose(letters, async (data, letter) => ((await this.mayRead(data as unknown as Addressed)) ? letter : null));
  }

  private async mayRead({ fact, personId, groupId, organisationId }: Addressed): Promise<boolean> {
    const actor = await this.actors.byId(personId);
    if (!actor) return false;
    switch (standings[fact]) {
      case 'leads':
        return this.leads(personId, groupId);
      case 'sees':
        return this.sees(actor, groupId);
      case 'decides':
        return has(actor, 'LAND_EDITOR') || has(actor, 'LAND_ADMIN');
      case 'coordinates':
        return has(actor, 'LAND_ADMIN') || actor.affiliations.some((a) => a.organisationId === organisationId && a.role === 'COORDINATOR');
      default:
        return true;
    }
  }

  private async leads(personId: string, groupId: string | null): Promise<boolean> {
    const now = [{ until: null }, { until: { gt: new Date() } }];
    const where = {
      personId,
      groupId: groupId ?? '',
      status: 'ACTIVE' as const,
      role: { in: ['LEAD' as const, 'DEPUTY' as const] },
      OR: now,
    };
    return (await this.database.prisma.groupMembership.count({ where })) > 0;
  }

  private async sees(actor: Actor, groupId: string | null): Promise<boolean> {
    return (await this.database.prisma.workingGroup.count({ where: { AND: [{ id: groupId ?? '' }, visibleGroups(actor)] } })) > 0;
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { groupLabel } from '../working-groups/index.ts';
import {
  groupProposed,
  leadLost,
  memberInvited,
  memberRemoved,
  membershipDecided,
  membershipRequested,
  proposalDecided,
  readWithReason,
  roleChanged,
  volunteered,
  volunteeringDecided,
} from '../working-groups/jobs.ts';
import { Audience } from './audience.ts';
import { causeOf } from './description.ts';
import { Notifier } from './notifier.ts';

/** The instant is part of the cause: somebody may ask and be answered again, on the same row of a membership. */
const at = (instant: Date | null): number => instant?.getTime() ?? 0;

/** Notices about memberships, work and proposals in groups. What was taken back before the job ran is told to nobody. */
@Injectable()
export class GroupFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(membershipRequested, ({ membershipId }) => this.requested(membershipId));
    this.jobs.handle(membershipDecided, ({ membershipId, byId }) => this.decided(membershipId, byId));
    this.jobs.handle(memberInvited, ({ membershipId, byId }) => this.invited(membershipId, byId));
    this.jobs.handle(memberRemoved, ({ membershipId }) => this.removed(membershipId));
    this.jobs.handle(roleChanged, ({ membershipId }) => this.roleChanged(membershipId));
    this.jobs.handle(leadLost, ({ groupId }) => this.leadLost(groupId));
    this.jobs.handle(volunteered, ({ volunteeringId }) => this.volunteered(volunteeringId));
    this.jobs.handle(volunteeringDecided, ({ volunteeringId }) => this.volunteeringDecided(volunteeringId));
    this.jobs.handle(groupProposed, ({ groupId }) => this.proposed(groupId));
    this.jobs.handle(proposalDecided, ({ groupId }) => this.proposalDecided(groupId));
    this.jobs.handle(readWithReason, ({ grantId }) => this.read(grantId));
  }

  private async requested(id: string): Promise<void> {
    const seat = await this.seat(id);
    if (seat?.status !== 'REQUESTED') return;
    await this.notifier.tells(
      await this.audience.leadsOf(seat.groupId),
      { kind: 'REQUEST', cause: causeOf('requested', id, at(seat.requestedAt)), groupId: seat.groupId, actorName: seat.person.name },
      { group: groupLabel(seat.group) },
    );
  }

  /** A lead decides a request, an invited person their invitation; the other side is told. */
  private async decided(id: string, byId: string): Promise<void> {
    const seat = await this.seat(id);
    if (seat?.status !== 'ACTIVE' && seat?.status !== 'DECLINED') return;
    const accepted = seat.status === 'ACTIVE';
    const { groupId, person, decidedAt } = seat;
    const group = groupLabel(seat.group);
    if (byId === person.id)
      await this.notifier.tells(
        // Somebody who accepted to lead is among the leads now, and need not be told.
        (await this.audience.leadsOf(groupId)).filter((lead) => lead.id !== person.id),
        {
          kind: 'DECISION',
          cause: causeOf(accepted ? 'invitation_accepted' : 'invitation_declined', id, at(decidedAt)),
          groupId,
          actorName: person.name,
        },
        { group },
      );
    else
      await this.notifier.tells(
        [person],
        {
          kind: 'DECISION',
          cause: causeOf(accepted ? 'accepted' : 'declined', id, at(decidedAt)),
          groupId,
          detail: accepted ? '' : seat.reason,
        },
        { group },
      );
  }

  private async invited(id: string, byId: string): Promise<void> {
    const seat = await this.seat(id);
    if (seat?.status !== 'INVITED') return;
    await this.notifier.tells(
      [seat.person],
      {
        kind: 'INVITATION',
        cause: causeOf('invited', id, at(seat.requestedAt)),
        groupId: seat.groupId,
        actorName: await this.audience.nameOf(byId),
      },
      { group: groupLabel(seat.group) },
    );
  }

  private async removed(id: string): Promise<void> {
    const seat = await this.seat(id);
    if (seat?.status !== 'REMOVED') return;
    await this.notifier.tells(
      [seat.person],
      {
        kind: 'DECISION',
        cause: causeOf(seat.joinedAt ? 'removed' : 'invitation_revoked', id, at(seat.endedAt)),
        groupId: seat.groupId,
        detail: seat.reason,
      },
      { group: groupLabel(seat.group) },
    );
  }

  private async roleChanged(id: string): Promise<void> {
    const seat = await this.seat(id);
    if (seat?.status !== 'ACTIVE') return;
    // A role may change back and forth; the id of the audit entry tells the changes apart.
    const change = await this.database.prisma.auditEntry.findFirst({
      where: {
        subjectKind: 'group',
        subjectId: seat.groupId,
        action: 'group.role_changed',
        details: { path: ['personId'], equals: seat.personId },
      },
      orderBy: { at: 'desc' },
      select: { id: true },
    });
    await this.notifier.tells(
      [seat.person],
      { kind: 'DECISION', cause: causeOf('role_changed', id, change?.id ?? ''), groupId: seat.groupId, detail: seat.role },
      { group: groupLabel(seat.group) },
    );
  }

  private async leadLost(groupId: string): Promise<void> {
    const group = await this.database.prisma.workingGroup.findUnique({
      where: { id: groupId },
      include: { memberships: { where: { role: 'LEAD' }, orderBy: { endedAt: 'desc' } } },
    });
    if (!group || group.memberships.some((lead) => lead.status === 'ACTIVE')) return;
    await this.notifier.tells(
      await this.audience.editors(),
      { kind: 'REQUEST', cause: causeOf('lead_lost', groupId, at(group.memberships[0]?.endedAt ?? null)), groupId },
      { group: groupLabel(group) },
    );
  }

  private async volunteered(id: string): Promise<void> {
    const offer = await this.offer(id);
    if (offer?.status !== 'OPEN') return;
    await this.notifier.tells(
      (await this.audience.leadsOf(offer.groupId)).filter((lead) => lead.id !== offer.personId),
      {
        kind: 'VOLUNTEER',
        cause: causeOf('volunteered', id),
        groupId: offer.groupId,
        actorName: offer.person.name,
        detail: offer.workPackage?.title ?? '',
      },
      { group: groupLabel(offer.group) },
    );
  }

  private async volunteeringDecided(id: string): Promise<void> {
    const offer = await this.offer(id);
    if (offer?.status !== 'CONFIRMED' && offer?.status !== 'DECLINED') return;
    await this.notifier.tells(
      [offer.person],
      {
        kind: 'DECISION',
        cause: causeOf(offer.status === 'CONFIRMED' ? 'volunteering_confirmed' : 'volunteering_declined', id),
        groupId: offer.groupId,
        detail: offer.workPackage?.title ?? '',
      },
      { group: groupLabel(offer.group) },
    );
  }

  private async proposed(groupId: string): Promise<void> {
    const { group, proposer } = await this.proposal(groupId);
    if (group?.status !== 'PROPOSED') return;
    await this.notifier.tells(
      (await this.audience.editors()).filter((editor) => editor.id !== proposer?.id),
      { kind: 'REQUEST', cause: causeOf('proposed', groupId), groupId, actorName: proposer?.name ?? '' },
      { group: groupLabel(group) },
    );
  }

  private async proposalDecided(groupId: string): Promise<void> {
    const { group, proposer } = await this.proposal(groupId);
    if (!group || !proposer || group.status === 'PROPOSED') return;
    const declined = group.status === 'DECLINED';
    await this.notifier.tells(
      [proposer],
      {
        kind: 'DECISION',
        // A decision can be revised, so the version is part of the cause.
        cause: causeOf(declined ? 'proposal_declined' : 'proposal_accepted', groupId, group.version),
        groupId,
        detail: declined ? group.statusReason : '',
      },
      { group: groupLabel(group) },
    );
  }

  private async read(grantId: string): Promise<void> {
    const grant = await this.database.prisma.readingGrant.findUnique({ where: { id: grantId }, include: { group: true } });
    if (!grant) return;
    await this.notifier.tells(
      await this.audience.leadsOf(grant.groupId),
      { kind: 'ACCESS', cause: causeOf('read_with_reason', grantId), groupId: grant.groupId, detail: grant.reason },
      { group: groupLabel(grant.group) },
    );
  }

  private seat(id: string) {
    return this.database.prisma.groupMembership.findUnique({ where: { id }, include: { group: true, person: true } });
  }

  private offer(id: string) {
    return this.database.prisma.volunteering.findUnique({ where: { id }, include: { group: true, person: true, workPackage: true } });
  }

  private async proposal(id: string) {
    const group = await this.database.prisma.workingGroup.findUnique({ where: { id } });
    const proposer = group?.proposedById ? await this.database.prisma.person.findUnique({ where: { id: group.proposedById } }) : null;
    return { group, proposer };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import { literally } from '../../platform/graphql/pages-below.ts';
import type { Invitation } from '../../generated/prisma/client.ts';
import { Invitations, PeopleHooks } from '../people/index.ts';
import { groupGate, groupView } from './gate.ts';
import { lastDay } from './guest-day.ts';
import { membershipDecided } from './jobs.ts';
import { groupPolicy, holdsSeat, seatsThatCount } from './policy.ts';
import { began, place, tellDesk } from './seats.ts';

/** Guests from outside: invited by mail, with a last day. Token, mail and acceptance are the people feature's. */
@Injectable()
export class GuestService implements OnModuleInit {
  constructor(
    private readonly writes: Writes,
    private readonly invitations: Invitations,
    private readonly hooks: PeopleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.invitationAccepted.push((tx, invitation, actor) => this.takeSeat(tx, invitation, actor));
    this.hooks.guestPlaces.push({
      column: 'groupId',
      demand: (tx, actor, groupId) => this.demandLead(tx, actor, groupId),
      changed: (tx, groupId) => tellDesk(tx, groupId),
      name: async (db, id) => (await db.workingGroup.findUnique({ where: { id }, select: { name: true } }))?.name ?? null,
    });
  }

  invite(actor: Actor, input: object): Promise<Invitation> {
    const { groupId, email, organisationId, role, until } = parse(inputs.inviteGuest, input);
    return this.writes.transact(async (tx) => {
      const may = await groupGate.may(tx, actor, 'lead', groupId);
      if (may.row.status === 'CLOSED') throw fail('group.not_active');
      // Any other seat belongs to somebody of an organisation here, and ends with that (R11).
      if (role !== 'GUEST') throw fail('invalid', { fields: ['role'] });
      const guestUntil = lastDay(role, until);
      if (!(await tx.db.organisation.findUnique({ where: { id: organisationId } }))) throw fail('not_found');
      const sits = await tx.db.groupMembership.count({
        where: { groupId: may.row.id, ...seatsThatCount(), person: { email: { equals: literally(email), mode: 'insensitive' } } },
      });
      if (sits > 0) throw fail('group.already_member');
      tellDesk(tx, may.row.id);
      return this.invitations.issue(may, { email, organisationId, groupId: may.row.id, groupRole: role, guestUntil });
    });
  }

  private async takeSeat(tx: Tx, { groupId, organisationId, groupRole, guestUntil }: Invitation, actor: Actor): Promise<void> {
    if (!groupId || !organisationId || !groupRole) return;
    const group = await groupView(tx.db, actor, groupId, 'change');
    if (!group || group.status === 'CLOSED') throw fail('group.not_active');
    if (guestUntil && guestUntil <= new Date()) throw fail('invitation.expired');
    tellDesk(tx, groupId);
    // Who came another way meanwhile keeps the seat they have.
    if (holdsSeat(group)) return;
    const seat = await place(tx, groupId, actor.personId, { organisationId, role: groupRole, status: 'ACTIVE', until: guestUntil });
    await began(tx, group, seat);
    tx.enqueue(membershipDecided, { membershipId: seat.id, byId: actor.personId });
  }

  /** An open invitation is the leads' own: for others there is none. */
  private async demandLead(tx: Tx, actor: Actor, groupId: string): Promise<void> {
    const group = await groupView(tx.db, actor, groupId, 'change');
    if (!group || groupPolicy.verdict(actor, 'lead', group) !== true) throw fail('not_found');
  }
}

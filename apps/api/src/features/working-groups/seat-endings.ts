import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { Rooms } from '../../platform/events/rooms.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { Affiliation, Prisma } from '../../generated/prisma/client.ts';
import { PeopleHooks } from '../people/index.ts';
import { groupView } from './gate.ts';
import { endGuestSeats, leadLost } from './jobs.ts';
import { groupPolicy, holdsSeat } from './policy.ts';
import { end, hasLead, type Circle } from './seats.ts';

/** Seats that end by themselves: with the place in the organisation (R11) and with a guest's last day; and who hears the rooms. */
@Injectable()
export class SeatEndings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly hooks: PeopleHooks,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.hooks.affiliationEnded.push((tx, affiliation) => this.withAffiliation(tx, affiliation));
    this.jobs.handle(endGuestSeats, () => this.withTheDay(), '* * * * *');
    for (const [kind, action] of [
      ['group', 'read'],
      ['lead', 'lead'],
    ] as const)
      this.rooms.register(kind, async (actor, id) => {
        const view = await groupView(this.database.prisma, actor, id, 'none');
        if (view === null || groupPolicy.verdict(actor, action, view) !== true) return false;
        const ends = [
          ...(holdsSeat(view) ? [view.membership!.until] : []),
          ...(view.readingGrant ? [await this.grantEnds(actor, id)] : []),
        ];
        const lasts =
          ends.includes(null) || groupPolicy.verdict(actor, action, { ...view, membership: null, readingGrant: false }) === true;
        return lasts || new Date(Math.max(...ends.map((end) => end!.getTime())));
      });
  }

  private async grantEnds({ personId }: Actor, groupId: string): Promise<Date> {
    const { _max } = await this.database.prisma.readingGrant.aggregate({ where: { personId, groupId }, _max: { expiresAt: true } });
    return _max.expiresAt ?? new Date();
  }

  private async withAffiliation(tx: Tx, { id, personId, organisationId }: Affiliation): Promise<void> {
    const another = await tx.db.affiliation.count({ where: { id: { not: id }, personId, organisationId, endedAt: null } });
    if (another > 0) return;
    const seats = { personId, organisationId, status: { in: ['ACTIVE' as const, 'REQUESTED' as const, 'INVITED' as const] } };
    for (const group of await lockedGroups(tx, seats)) {
      const seat = await tx.db.groupMembership.findFirst({ where: { ...seats, groupId: group.id } });
      if (!seat) continue;
      await end(tx, group, seat, 'REMOVED', 'Zugehörigkeit beendet');
      tx.audit({
        actorId: null,
        action: 'group.member_removed',
        subject: { kind: 'group', id: group.id },
        details: { personId, role: seat.role, reason: 'Zugehörigkeit beendet' },
      });
      if (seat.status === 'ACTIVE' && seat.role === 'LEAD' && !(await hasLead(tx, group.id))) tx.enqueue(leadLost, { groupId: group.id });
    }
  }

  private async withTheDay(): Promise<void> {
    const over = () => ({ status: { in: ['ACTIVE' as const, 'INVITED' as const] }, until: { lte: new Date() } });
    const due = await this.database.prisma.groupMembership.findMany({ where: over(), distinct: ['groupId'], select: { groupId: true } });
    for (const { groupId } of due)
      await this.writes.transact(async (tx) => {
        for (const group of await lockedGroups(tx, { ...over(), groupId }))
          for (const seat of await tx.db.groupMembership.findMany({ where: { ...over(), groupId } })) await end(tx, group, seat, 'EXPIRED');
      });
  }
}

/** The groups of these seats, locked in a fixed order. */
async function lockedGroups(tx: Tx, seats: Prisma.GroupMembershipWhereInput): Promise<Circle[]> {
  const found = await tx.db.groupMembership.findMany({ where: seats, select: { groupId: true } });
  return tx.db.$queryRawUnsafe<Circle[]>(
    `SELECT id, status, visibility, join_policy AS "joinPolicy" FROM working_group WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    found.map((s) => s.groupId),
  );
}

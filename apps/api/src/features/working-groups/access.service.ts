import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { parse } from '../../platform/fail.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { CsvFile } from '../../platform/csv.ts';
import type { WorkingGroup } from '../../generated/prisma/client.ts';
import { groupGate, present } from './gate.ts';
import { readingOver, readWithReason } from './jobs.ts';
import { groupPolicy, seatsThatCount } from './policy.ts';
import { rosterFile } from './roster.ts';
import { tellPerson } from './seats.ts';

const grantHours = 8;

/** Reading with a reason, the roster as a file, and how closely somebody follows. */
@Injectable()
export class AccessService implements OnModuleInit {
  constructor(
    private readonly writes: Writes,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(readingOver, ({ grantId }) => this.endReading(grantId));
  }

  readWithReason(actor: Actor, args: object): Promise<WorkingGroup> {
    const { groupId, reason } = parse(inputs.readWithReason, args);
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, await present(tx, actor), 'readWithReason', groupId);
      const expiresAt = new Date(Date.now() + grantHours * 3_600_000);
      const grant = await tx.db.readingGrant.create({ data: { groupId: row.id, personId: actor.personId, reason, expiresAt } });
      tx.audit({
        actorId: actor.personId,
        action: 'group.read_with_reason',
        subject: { kind: 'group', id: row.id },
        details: { reason, until: expiresAt.toISOString() },
      });
      tellPerson(tx, row.id, actor.personId);
      tx.enqueue(readWithReason, { grantId: grant.id });
      tx.enqueue(readingOver, { grantId: grant.id }, expiresAt);
      return tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.id } });
    });
  }

  exportRoster(actor: Actor, groupId: string): Promise<CsvFile> {
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, actor, 'exportRoster', groupId);
      const group = await tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.id } });
      const seats = await tx.db.groupMembership.findMany({
        where: { groupId: row.id, ...seatsThatCount() },
        include: { organisation: true, person: { include: { affiliations: { where: { endedAt: null } } } } },
        orderBy: [{ organisation: { name: 'asc' } }, { person: { name: 'asc' } }, { id: 'asc' }],
      });
      tx.audit({
        actorId: actor.personId,
        action: 'group.roster_exported',
        subject: { kind: 'group', id: row.id },
        details: { people: seats.length },
      });
      return rosterFile(group, seats, groupPolicy.verdict(actor, 'lead', row) === true);
    });
  }

  follow(actor: Actor, args: object): Promise<WorkingGroup> {
    const { groupId, level } = parse(inputs.setGroupFollow, args);
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, actor, 'read', groupId);
      const key = { personId: actor.personId, groupId: row.id };
      if (level) await tx.db.groupFollow.upsert({ where: { personId_groupId: key }, create: { ...key, level }, update: { level } });
      else await tx.db.groupFollow.deleteMany({ where: key });
      tx.announce('follows.changed', actor.personId, { personId: actor.personId });
      return tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.id } });
    });
  }

  /** The reader leaves the group's room; what they may ask, the grant's end tells already. */
  private async endReading(grantId: string): Promise<void> {
    const grant = await this.database.prisma.readingGrant.findUnique({ where: { id: grantId } });
    if (!grant) return;
    const { groupId, personId } = grant;
    await this.writes.transact(async (tx) => {
      tx.announce('membership.changed', groupId, { groupId, personId });
      tellPerson(tx, groupId, personId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import type { Volunteering } from '../../generated/prisma/client.ts';
import { groupGate, seatView, volunteeringGate } from './gate.ts';
import { volunteered, volunteeringDecided } from './jobs.ts';
import { holdsSeat, type VolunteeringView } from './policy.ts';
import { giveRole, moved, tellDesk, tellPerson } from './seats.ts';

/** "Ich übernehme": for the lead or for a work package; a lead confirms. */
@Injectable()
export class VolunteeringService {
  /** Each offer is a mail to those who lead; it can be withdrawn and made again. */
  private readonly offered = new HourlyLimit(30);

  constructor(private readonly writes: Writes) {}

  volunteer(actor: Actor, args: object): Promise<Volunteering> {
    const { groupId, workPackageId = null, statement } = parse(inputs.volunteer, args);
    return this.writes.transact(async (tx) => {
      const { row: group } = await groupGate.may(tx, actor, 'volunteer', groupId);
      if (workPackageId === null) {
        if (group.membership?.role === 'LEAD') throw fail('membership.already_decided');
      } else {
        const work = await tx.db.workPackage.findFirst({ where: { id: workPackageId, groupId: group.id } });
        if (!work) throw fail('not_found');
        if (work.takenById) throw fail('membership.already_decided');
      }
      const offer = { groupId: group.id, workPackageId, personId: actor.personId };
      // A repeated call finds the first one's row: nobody offers the same thing twice.
      const open = await tx.db.volunteering.findFirst({ where: { ...offer, status: 'OPEN' } });
      if (open) return open;
      if (!this.offered.allows(actor.personId)) throw fail('rate_limited');
      const made = await tx.db.volunteering.create({ data: { ...offer, statement } });
      announce(tx, group.id, actor.personId);
      await moved(tx, group);
      tx.enqueue(volunteered, { volunteeringId: made.id });
      return made;
    });
  }

  withdraw(actor: Actor, id: string): Promise<Volunteering> {
    return this.writes.transact(async (tx) => {
      const { row } = await volunteeringGate.may(tx, actor, 'withdraw', id);
      announce(tx, row.group.id, actor.personId);
      return tx.db.volunteering.update({ where: { id: row.id }, data: { status: 'WITHDRAWN', decidedAt: new Date() } });
    });
  }

  decide(actor: Actor, id: string, accept: boolean): Promise<Volunteering> {
    return this.writes.transact(async (tx) => {
      const { row } = await volunteeringGate.may(tx, actor, 'decide', id);
      if (accept) await this.handOver(tx, actor, row);
      return this.close(tx, row, accept ? 'CONFIRMED' : 'DECLINED');
    });
  }

  private async handOver(tx: Tx, actor: Actor, { id, group, personId, workPackageId }: VolunteeringView): Promise<void> {
    const seat = await tx.db.groupMembership.findUnique({ where: { groupId_personId: { groupId: group.id, personId } } });
    if (!seat || !holdsSeat({ membership: seat })) throw fail('membership.already_decided');
    if (workPackageId === null) {
      await giveRole(tx, actor, seatView(group, seat), 'LEAD', null);
      return;
    }
    await tx.db.workPackage.update({ where: { id: workPackageId }, data: { takenById: personId } });
    const others = await tx.db.volunteering.findMany({ where: { workPackageId, status: 'OPEN', id: { not: id } } });
    for (const other of others) await this.close(tx, { ...other, group }, 'DECLINED');
    await moved(tx, group);
  }

  private async close(
    tx: Tx,
    { id, group, personId }: Pick<VolunteeringView, 'id' | 'group' | 'personId'>,
    status: 'CONFIRMED' | 'DECLINED',
  ): Promise<Volunteering> {
    announce(tx, group.id, personId);
    tx.enqueue(volunteeringDecided, { volunteeringId: id });
    return tx.db.volunteering.update({ where: { id }, data: { status, decidedAt: new Date() } });
  }
}

/** The group sees who offers what; the leads' desk and the person see it too. */
function announce(tx: Tx, groupId: string, personId: string): void {
  tx.announce('work_package.changed', groupId, { groupId });
  tellDesk(tx, groupId);
  tellPerson(tx, groupId, personId);
}

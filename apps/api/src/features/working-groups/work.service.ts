import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, known, parse } from '../../platform/fail.ts';
import type { WorkingGroup, WorkPackage } from '../../generated/prisma/client.ts';
import { groupGate, workPackageGate } from './gate.ts';
import { moved, type Circle } from './seats.ts';

type Input = Inputs['workPackage'];
/** A programme, not a task list. */
const most = 100;

/** Work packages with their sub-goals. */
@Injectable()
export class WorkService {
  constructor(private readonly writes: Writes) {}

  save(actor: Actor, groupId: string, id: string | null, version: number | null, given: object): Promise<WorkPackage> {
    const input = parse(inputs.workPackage, given);
    return this.writes.transact((tx) =>
      id === null ? this.add(tx, actor, groupId, input) : this.edit(tx, actor, known(groupId), id, version, input),
    );
  }

  remove(actor: Actor, id: string): Promise<WorkingGroup> {
    return this.writes.transact(async (tx) => {
      const { row } = await workPackageGate.may(tx, actor, 'edit', id);
      await tx.db.workPackage.delete({ where: { id: row.id } });
      await changed(tx, row.group);
      return tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.group.id } });
    });
  }

  tick(actor: Actor, id: string, done: boolean): Promise<WorkPackage> {
    return this.writes.transact(async (tx) => {
      const goal = await tx.db.subGoal.findUnique({ where: { id: known(id) } });
      if (!goal) throw fail('not_found');
      const { row } = await workPackageGate.may(tx, actor, 'tick', goal.workPackageId);
      await tx.db.subGoal.updateMany({ where: { id: goal.id }, data: { done } });
      await changed(tx, row.group);
      return tx.db.workPackage.update({ where: { id: row.id }, data: { version: { increment: 1 } } });
    });
  }

  private async add(tx: Tx, actor: Actor, groupId: string, input: Input): Promise<WorkPackage> {
    const { row: group } = await groupGate.may(tx, actor, 'lead', groupId);
    const { clientMutationId } = input;
    const made = await tx.db.workPackage.findUnique({
      where: { groupId_clientMutationId: { groupId: group.id, clientMutationId } },
    });
    if (made) return made;
    if (group.status === 'CLOSED') throw fail('group.not_active');
    const { _max, _count } = await tx.db.workPackage.aggregate({ where: { groupId: group.id }, _max: { position: true }, _count: true });
    if (_count >= most) throw fail('invalid', { fields: ['groupId'] });
    const added = await tx.db.workPackage.create({
      data: { groupId: group.id, clientMutationId, position: (_max.position ?? -1) + 1, ...columns(input) },
    });
    await this.setGoals(tx, added.id, input.subGoals, new Set());
    await changed(tx, group);
    return added;
  }

  private async edit(tx: Tx, actor: Actor, groupId: string, id: string, version: number | null, input: Input): Promise<WorkPackage> {
    const { row } = await workPackageGate.may(tx, actor, 'edit', id);
    if (row.group.id !== groupId) throw fail('not_found');
    const before = await tx.db.workPackage.findUniqueOrThrow({
      where: { id: row.id },
      include: { subGoals: { orderBy: { position: 'asc' } } },
    });
    if (before.version !== version) {
      const { title, description, responsible, due } = before;
      const subGoals = before.subGoals.map((g) => ({ id: g.id, title: g.title, done: g.done }));
      throw fail('stale', { current: { version: before.version, title, description, responsible, due, subGoals } });
    }
    await this.setGoals(tx, row.id, input.subGoals, new Set(before.subGoals.map((g) => g.id)));
    await changed(tx, row.group);
    return tx.db.workPackage.update({ where: { id: row.id }, data: { ...columns(input), version: { increment: 1 } } });
  }

  /** Goals that stay keep their ids. */
  private async setGoals(tx: Tx, workPackageId: string, goals: Input['subGoals'], known: Set<string>): Promise<void> {
    await tx.db.subGoal.deleteMany({ where: { workPackageId } });
    await tx.db.subGoal.createMany({
      data: goals.map(({ id, title, done }, position) => ({ ...(id && known.delete(id) && { id }), workPackageId, position, title, done })),
    });
  }
}

const columns = ({ title, description, responsible, due }: Input) => ({ title, description, responsible, due });

async function changed(tx: Tx, group: Circle): Promise<void> {
  tx.announce('work_package.changed', group.id, { groupId: group.id });
  await moved(tx, group);
}

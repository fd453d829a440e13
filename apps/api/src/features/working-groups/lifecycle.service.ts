import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import { actingFor, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { GroupLink, WorkingGroup } from '../../generated/prisma/client.ts';
import { groupGate, present } from './gate.ts';
import { groupProposed, leadLost, proposalDecided } from './jobs.ts';
import { createsGroups, hasPublicCard, proposesGroups } from './policy.ts';
import { began, moved, place, tellPerson } from './seats.ts';
import { stepVerdict } from './status.ts';

type Texts = Omit<Inputs['workingGroup'], 'clientMutationId'>;

/** How a group comes to be, is described, pauses and ends. */
@Injectable()
export class LifecycleService {
  constructor(
    private readonly writes: Writes,
    private readonly database: Database,
  ) {}

  async create(actor: Actor, input: object, planned: boolean): Promise<WorkingGroup> {
    const { clientMutationId, ...texts } = parse(inputs.workingGroup, input);
    const author = { proposedById: actor.personId, clientMutationId };
    const made = async () => {
      const group = await this.database.prisma.workingGroup.findUnique({ where: { proposedById_clientMutationId: author } });
      // Whoever made it may have lost sight of it since.
      if (group) await groupGate.look(this.database.prisma, actor, group.id);
      return group;
    };
    const create = () =>
      this.writes.transact(async (tx) => {
        const now = await present(tx, actor);
        const creates = createsGroups(now);
        if (!creates && !proposesGroups(now)) throw fail('forbidden');
        const home = actingFor(now);
        if (!home) throw fail('person.unaffiliated');
        await refuseTakenNumber(tx, texts.number);
        const status = !creates ? 'PROPOSED' : planned ? 'PLANNED' : 'ACTIVE';
        const group = await tx.db.workingGroup.create({
          data: { ...author, ...columns(texts), status, links: { create: ordered(texts.links) } },
        });
        if (creates) {
          await began(
            tx,
            group,
            await place(tx, group.id, now.personId, { organisationId: home.organisationId, role: 'LEAD', status: 'ACTIVE' }),
          );
        } else {
          tellPerson(tx, group.id, now.personId);
          tx.enqueue(groupProposed, { groupId: group.id });
        }
        return group;
      });
    return (await made()) ?? orFirst(create, made);
  }

  decideProposal(actor: Actor, args: object): Promise<WorkingGroup> {
    const { groupId, accept, reason } = parse(inputs.decideProposal, args);
    return this.writes.transact(async (tx) => {
      const { row, actor: editor } = await groupGate.may(tx, await present(tx, actor), 'decideProposal', groupId);
      if (row.status === 'DECLINED' && !accept) throw fail('membership.already_decided');
      const group = await tx.db.workingGroup.update({
        where: { id: row.id },
        data: { status: accept ? 'ACTIVE' : 'DECLINED', statusReason: accept ? '' : (reason ?? ''), lastMovementAt: new Date() },
      });
      if (accept) await this.begin(tx, group);
      else if (group.proposedById) tellPerson(tx, group.id, group.proposedById);
      tx.audit({
        actorId: editor.personId,
        action: 'group.proposal_decided',
        subject: { kind: 'group', id: group.id },
        details: { name: group.name, accepted: accept, reason: reason ?? '' },
      });
      tx.enqueue(proposalDecided, { groupId: group.id });
      return group;
    });
  }

  edit(actor: Actor, id: string, version: number, input: object): Promise<WorkingGroup> {
    const { clientMutationId: _, ...texts } = parse(inputs.workingGroup, input);
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, actor, 'lead', id);
      const before = await tx.db.workingGroup.findUniqueOrThrow({
        where: { id: row.id },
        include: { links: { orderBy: { position: 'asc' } } },
      });
      if (before.version !== version) {
        // A repeated call after a lost answer finds its own texts.
        if (sameTexts(before, texts)) return before;
        throw fail('stale', { current: { version: before.version, ...textsOf(before) } });
      }
      if (texts.number !== before.number) await refuseTakenNumber(tx, texts.number);
      const group = await tx.db.workingGroup.update({
        where: { id: row.id },
        data: { ...columns(texts), version: { increment: 1 }, links: { deleteMany: {}, create: ordered(texts.links) } },
      });
      tx.announce('group.changed', row.id, { groupId: row.id });
      if (group.visibility !== before.visibility || group.joinPolicy !== before.joinPolicy)
        tx.announce('group.visibility_changed', row.id, { groupId: row.id });
      // Whoever saw the card until now hears that it is gone.
      if (hasPublicCard(before) && !hasPublicCard(group)) tx.announce('group.card_changed', null, { groupId: row.id });
      await moved(tx, group);
      return group;
    });
  }

  changeStatus(actor: Actor, args: object): Promise<WorkingGroup> {
    const { id, status, reason } = parse(inputs.changeStatus, args);
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, actor, 'lead', id);
      const step = stepVerdict(row.status, status, reason);
      if (step !== true) throw fail(step, step === 'group.reason_required' ? { fields: ['reason'] } : {});
      const before = await tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.id } });
      const ends = status !== 'ACTIVE';
      return this.turn(tx, {
        id: row.id,
        status,
        statusReason: ends ? (reason ?? '') : '',
        statusBefore: ends ? before.status : null,
        reasonBefore: ends ? before.statusReason : '',
      });
    });
  }

  revertStatus(actor: Actor, id: string): Promise<WorkingGroup> {
    return this.writes.transact(async (tx) => {
      const { row } = await groupGate.may(tx, actor, 'lead', id);
      const { statusBefore, reasonBefore } = await tx.db.workingGroup.findUniqueOrThrow({ where: { id: row.id } });
      if (!statusBefore) throw fail('group.status_impossible');
      return this.turn(tx, { id: row.id, status: statusBefore, statusReason: reasonBefore, statusBefore: null, reasonBefore: '' });
    });
  }

  private async turn(
    tx: Tx,
    { id, ...data }: Pick<WorkingGroup, 'id' | 'status' | 'statusReason' | 'statusBefore' | 'reasonBefore'>,
  ): Promise<WorkingGroup> {
    const group = await tx.db.workingGroup.update({ where: { id }, data });
    tx.announce('group.changed', id, { groupId: id });
    await moved(tx, group);
    return group;
  }

  /** The proposer leads, for the organisation that they coordinate. */
  private async begin(tx: Tx, group: WorkingGroup): Promise<void> {
    const places = group.proposedById
      ? await tx.db.affiliation.findMany({
          where: { personId: group.proposedById, endedAt: null },
          orderBy: [{ beganAt: 'asc' }, { id: 'asc' }],
        })
      : [];
    const home = places.find((p) => p.role === 'COORDINATOR') ?? places[0];
    if (home) {
      await began(
        tx,
        group,
        await place(tx, group.id, home.personId, { organisationId: home.organisationId, role: 'LEAD', status: 'ACTIVE' }),
      );
      return;
    }
    tx.enqueue(leadLost, { groupId: group.id });
    await moved(tx, group);
  }
}

const columns = ({ links: _, number, ...rest }: Texts) => ({ ...rest, number: number ?? null });
const ordered = (links: Texts['links']) => links.map((link, position) => ({ ...link, position }));
const textsOf = ({ number, name, goal, mandate, programme, joinPolicy, visibility, links }: WorkingGroup & { links: GroupLink[] }) => ({
  number,
  name,
  goal,
  mandate,
  programme,
  joinPolicy,
  visibility,
  links: links.map(({ title, body, url }) => ({ title, body, url })),
});
const sameTexts = (before: WorkingGroup & { links: GroupLink[] }, { links, ...texts }: Texts): boolean => {
  const { links: linksBefore, ...textsBefore } = textsOf(before);
  return (
    Object.entries(textsBefore).every(([key, value]) => value === (texts[key as keyof typeof texts] ?? null)) &&
    JSON.stringify(linksBefore) === JSON.stringify(links.map(({ title, body, url }) => ({ title, body, url })))
  );
};

async function refuseTakenNumber(tx: Tx, number: number | null | undefined): Promise<void> {
  if (number && (await tx.db.workingGroup.count({ where: { number } })) > 0) throw fail('invalid', { fields: ['number'] });
}

/** Two equal calls at once: the later one is refused by what the first one took, and answers its row. */
async function orFirst<T>(create: () => Promise<T>, made: () => Promise<T | null>): Promise<T> {
  try {
    return await create();
  } catch (error) {
    const first = await made();
    if (first) return first;
    // Somebody else took the number meanwhile: the second attempt says so.
    if ((error as { code?: string }).code === 'P2002') return create();
    throw error;
  }
}

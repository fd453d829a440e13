import { Injectable } from '@nestjs/common';
import { inputs, type WishStatus } from '@kollab/contract';
import { actingFor, isInsider, type Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import { emptyPage, page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { TopicWish } from '../../generated/prisma/client.ts';
import { tellCard, tellWish } from './announce.ts';
import { inCalendars } from './events.service.ts';
import { eventGate, seriesGate, wishGate } from './gate.ts';
import { wishDeclined, wishPlanned } from './jobs.ts';

/** What should be talked about: wished, voted for, merged, planned into an event. */
@Injectable()
export class WishService {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
  ) {}

  async one(actor: Actor, id: string): Promise<TopicWish> {
    const { id: seen } = await wishGate.look(this.database.prisma, actor, id);
    return this.database.prisma.topicWish.findUniqueOrThrow({ where: { id: seen } });
  }

  async list(
    actor: Actor,
    { seriesId, statuses, ...args }: PageArgs & { seriesId: string; statuses: WishStatus[] },
  ): Promise<Page<TopicWish>> {
    if (!isInsider(actor)) return emptyPage();
    const { id } = await seriesGate.look(this.database.prisma, actor, seriesId);
    const where = { seriesId: id, status: { in: statuses } };
    return page(
      args,
      [
        { column: 'votes', kind: 'integer', direction: 'desc', key: (w) => w.votes },
        { column: 'createdAt', kind: 'instant', direction: 'asc', key: (w) => w.createdAt.toISOString() },
        { column: 'id', kind: 'id', direction: 'asc', key: (w) => w.id },
      ],
      (part) => this.database.prisma.topicWish.findMany({ ...part, where: { AND: [where, part.where] } }),
      () => this.database.prisma.topicWish.count({ where }),
    );
  }

  /** Who wishes votes for it. */
  wish(actor: Actor, given: object): Promise<TopicWish> {
    const { clientMutationId, seriesId, organisationId, ...input } = parse(inputs.wish, given);
    return this.writes.transact(async (tx) => {
      const { row } = await seriesGate.may(tx, actor, 'wish', seriesId);
      const key = { authorId: actor.personId, clientMutationId };
      const made = await tx.db.topicWish.findUnique({ where: { authorId_clientMutationId: key } });
      if (made) return made;
      const home = homeOf(actor, row.rights, organisationId);
      const wish = await tx.db.topicWish.create({ data: { ...key, ...input, seriesId: row.id, organisationId: home, votes: 1 } });
      await tx.db.wishVote.create({ data: { wishId: wish.id, personId: actor.personId, organisationId: home } });
      tellWish(tx, wish.id, row.id);
      return wish;
    });
  }

  vote(actor: Actor, args: object): Promise<TopicWish> {
    const { id, on } = parse(inputs.voteWish, args);
    return this.writes.transact(async (tx) => {
      const { row } = await wishGate.may(tx, actor, 'vote', id);
      const key = { wishId: row.id, personId: actor.personId };
      const { count } = on
        ? await tx.db.wishVote.createMany({ data: [{ ...key, organisationId: homeOf(actor, row.rights) }], skipDuplicates: true })
        : await tx.db.wishVote.deleteMany({ where: key });
      return count > 0 ? this.recounted(tx, row.id) : tx.db.topicWish.findUniqueOrThrow({ where: { id: row.id } });
    });
  }

  /** What was merged into the one before goes along. Locked in a fixed order, so that two merges never wait in a circle. */
  merge(actor: Actor, args: object): Promise<TopicWish> {
    const { id, intoId } = parse(inputs.mergeWish, args);
    if (id === intoId) throw fail('invalid', { fields: ['intoId'] });
    return this.writes.transact(async (tx) => {
      const [first, second] = id < intoId ? [id, intoId] : [intoId, id];
      const [a, b] = [await wishGate.may(tx, actor, 'decide', first), await wishGate.may(tx, actor, 'decide', second)];
      const [row, into] = first === id ? [a.row, b.row] : [b.row, a.row];
      if (row.seriesId !== into.seriesId) throw fail('invalid', { fields: ['intoId'] });
      await tx.db.$executeRawUnsafe(
        `INSERT INTO wish_vote (wish_id, person_id, organisation_id, at)
         SELECT $2::uuid, person_id, organisation_id, at FROM wish_vote WHERE wish_id = $1::uuid ON CONFLICT DO NOTHING`,
        row.id,
        into.id,
      );
      await tx.db.wishVote.deleteMany({ where: { wishId: row.id } });
      await tx.db.topicWish.updateMany({ where: { mergedIntoId: row.id }, data: { mergedIntoId: into.id } });
      const merged = { status: 'MERGED' as const, mergedIntoId: into.id, votes: 0 };
      tellWish(tx, row.id, row.seriesId);
      await tx.db.topicWish.update({ where: { id: row.id }, data: merged });
      return this.recounted(tx, into.id);
    });
  }

  /** Nothing is typed twice: the wish's words become the item's, and the topic's. */
  plan(actor: Actor, args: object): Promise<TopicWish> {
    const { id, sprechstundeId, minutes } = parse(inputs.planWish, args);
    return this.writes.transact(async (tx) => {
      const { row: event } = await eventGate.may(tx, actor, 'edit', sprechstundeId);
      const { row } = await wishGate.may(tx, actor, 'decide', id);
      const { topics, seriesId } = await tx.db.sprechstunde.findUniqueOrThrow({ where: { id: event.id } });
      if (seriesId !== row.seriesId) throw fail('invalid', { fields: ['sprechstundeId'] });
      if (event.status === 'DONE' || event.status === 'CANCELLED') throw fail('event.status_impossible');
      const last = await tx.db.agendaItem.aggregate({ where: { sprechstundeId: event.id }, _max: { position: true } });
      const item = await tx.db.agendaItem.create({
        data: {
          sprechstundeId: event.id,
          position: (last._max.position ?? -1) + 1,
          title: row.title,
          minutes,
          description: row.description,
        },
      });
      const isNew = !topics.includes(row.title) && topics.length < 20;
      await tx.db.sprechstunde.update({
        where: { id: event.id },
        data: { version: { increment: 1 }, ...(isNew && { topics: [...topics, row.title], ...inCalendars(new Date()) }) },
      });
      tellCard(tx, event.id);
      tellWish(tx, row.id, row.seriesId);
      tx.enqueue(wishPlanned, { wishId: row.id });
      return tx.db.topicWish.update({
        where: { id: row.id },
        data: { status: 'PLANNED', sprechstundeId: event.id, agendaItemId: item.id },
      });
    });
  }

  decline(actor: Actor, args: object): Promise<TopicWish> {
    const { id, reason } = parse(inputs.declineWish, args);
    return this.writes.transact(async (tx) => {
      const { row } = await wishGate.may(tx, actor, 'decide', id);
      tx.enqueue(wishDeclined, { wishId: row.id });
      tellWish(tx, row.id, row.seriesId);
      return tx.db.topicWish.update({ where: { id: row.id }, data: { status: 'DECLINED', reason } });
    });
  }

  withdraw(actor: Actor, id: string): Promise<TopicWish> {
    return this.writes.transact(async (tx) => {
      const { row } = await wishGate.may(tx, actor, 'withdraw', id);
      tellWish(tx, row.id, row.seriesId);
      return tx.db.topicWish.update({ where: { id: row.id }, data: { status: 'WITHDRAWN' } });
    });
  }

  /** Under the lock of the wish: the number is that of the rows. */
  private async recounted(tx: Tx, wishId: string): Promise<TopicWish> {
    const votes = await tx.db.wishVote.count({ where: { wishId } });
    const wish = await tx.db.topicWish.update({ where: { id: wishId }, data: { votes } });
    tellWish(tx, wish.id, wish.seriesId);
    return wish;
  }
}

/** For whom somebody wishes and votes: one of their own places. */
function homeOf(actor: Actor, rights: Pick<Actor, 'affiliations'>, chosen?: string | null): string {
  const home = chosen ? rights.affiliations.find((a) => a.organisationId === chosen) : actingFor({ ...rights, actsForId: actor.actsForId });
  if (!home) throw fail('forbidden', { fields: ['organisationId'] });
  return home.organisationId;
}

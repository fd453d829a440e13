import { Injectable } from '@nestjs/common';
import { inputs, type Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, parse } from '../../platform/fail.ts';
import type { Sprechstunde } from '../../generated/prisma/client.ts';
import { tellEvent } from './announce.ts';
import { atVersion } from './events.service.ts';
import { eventGate } from './gate.ts';
import { settleWishes } from './wish-endings.ts';

type Programme = Inputs['programme'];

/** Agenda, speakers and links before an event; the Rückblick after it. Each is saved as a whole. */
@Injectable()
export class ProgrammeService {
  constructor(private readonly writes: Writes) {}

  set(actor: Actor, id: string, version: number, given: object): Promise<Sprechstunde> {
    const { agenda, speakers, links } = parse(inputs.programme, given);
    return this.writes.transact(async (tx) => {
      const { row } = await eventGate.may(tx, actor, 'edit', id);
      await atVersion(tx, row.id, version);
      const items = await this.setAgenda(tx, row.id, agenda);
      await this.setSpeakers(tx, row.id, speakers, items);
      const owned = await ownIds(tx.db.sprechstundeLink.findMany({ where: { sprechstundeId: row.id }, select: { id: true } }));
      await tx.db.sprechstundeLink.deleteMany({ where: { sprechstundeId: row.id } });
      await tx.db.sprechstundeLink.createMany({
        data: links.map(({ id: linkId, item, ...link }, position) => ({
          ...kept(owned, linkId),
          ...link,
          position,
          sprechstundeId: row.id,
          agendaItemId: items[item ?? -1] ?? null,
        })),
      });
      tellEvent(tx, row.id);
      return tx.db.sprechstunde.update({ where: { id: row.id }, data: { version: { increment: 1 } } });
    });
  }

  review(actor: Actor, id: string, version: number, given: object): Promise<Sprechstunde> {
    const { quotes, ...input } = parse(inputs.review, given);
    return this.writes.transact(async (tx) => {
      const { row } = await eventGate.may(tx, actor, 'edit', id);
      const event = await atVersion(tx, row.id, version);
      if (event.status !== 'LIVE' && event.status !== 'DONE') throw fail('event.status_impossible');
      const where = { sprechstundeId: row.id };
      const owned = await ownIds(tx.db.moodQuote.findMany({ where, select: { id: true } }));
      await tx.db.moodQuote.deleteMany({ where });
      await tx.db.moodQuote.createMany({
        data: quotes.map(({ id: quoteId, ...quote }, position) => ({ ...kept(owned, quoteId), ...quote, position, ...where })),
      });
      tellEvent(tx, row.id);
      return tx.db.sprechstunde.update({
        where: { id: row.id },
        data: { ...input, participatingOrganisations: input.participatingOrganisations ?? null, version: { increment: 1 } },
      });
    });
  }

  /** Items that stay keep their ids: wishes and questions hang on them. A wish whose item went is open again. */
  private async setAgenda(tx: Tx, sprechstundeId: string, agenda: Programme['agenda']): Promise<string[]> {
    const owned = await ownIds(tx.db.agendaItem.findMany({ where: { sprechstundeId }, select: { id: true } }));
    const ids: string[] = [];
    for (const [position, { id, ...item }] of agenda.entries()) {
      const same = kept(owned, id);
      const { id: saved } = same.id
        ? await tx.db.agendaItem.update({ where: { id: same.id }, data: { ...item, position } })
        : await tx.db.agendaItem.create({ data: { ...item, position, sprechstundeId } });
      ids.push(saved);
    }
    const gone = [...owned];
    if (gone.length > 0) {
      await settleWishes(tx, sprechstundeId, 'OPEN', gone);
      await tx.db.agendaItem.deleteMany({ where: { id: { in: gone } } });
    }
    return ids;
  }

  private async setSpeakers(tx: Tx, sprechstundeId: string, speakers: Programme['speakers'], items: readonly string[]): Promise<void> {
    await demandAll(
      speakers.map((s) => s.organisationId),
      (ids) => tx.db.organisation.count({ where: { id: { in: ids } } }),
    );
    await demandAll(
      speakers.map((s) => s.personId),
      (ids) => tx.db.person.count({ where: { id: { in: ids } } }),
    );
    const owned = await ownIds(tx.db.speaker.findMany({ where: { sprechstundeId }, select: { id: true } }));
    await tx.db.speaker.deleteMany({ where: { sprechstundeId } });
    await tx.db.speaker.createMany({
      data: speakers.map(({ id, item, organisationId, personId, ...speaker }, position) => ({
        ...kept(owned, id),
        ...speaker,
        organisationId: organisationId ?? null,
        personId: personId ?? null,
        position,
        sprechstundeId,
        agendaItemId: items[item ?? -1] ?? null,
      })),
    });
  }
}

const ownIds = async (rows: Promise<{ id: string }[]>): Promise<Set<string>> => new Set((await rows).map((row) => row.id));
/** An id that belongs here is kept, once; any other one is made anew. */
const kept = (owned: Set<string>, id: string | null | undefined): { id?: string } => (id && owned.delete(id) ? { id } : {});

async function demandAll(given: readonly (string | null | undefined)[], count: (ids: string[]) => Promise<number>): Promise<void> {
  const ids = [...new Set(given.filter((id) => typeof id === 'string'))];
  if (ids.length > 0 && (await count(ids)) < ids.length) throw fail('not_found');
}

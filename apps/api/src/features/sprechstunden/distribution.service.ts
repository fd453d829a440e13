import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inputs, limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { berlinDate, berlinShortDate, berlinTime, endOfBerlinDay } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail, known, parse } from '../../platform/fail.ts';
import { page, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import type { DistributionEntry, Prisma, SprechstundenSeries } from '../../generated/prisma/client.ts';
import { tellSeries } from './announce.ts';
import { seriesGate } from './gate.ts';
import { inviteBatch, inviteDistribution } from './jobs.ts';
import { eventLabel } from './label.ts';

const day = 86_400_000;
/** Mails of one transaction. */
const batch = 100;

/** "Sprechstunden-Verteiler": who gets the invitation, and the invitation itself. */
@Injectable()
export class DistributionService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    // In office hours: nobody is invited by a mail in the night.
    this.jobs.handle(inviteDistribution, () => this.invites(new Date()), '*/10 7-17 * * *');
    this.jobs.handle(inviteBatch, ({ sprechstundeId, after }) => this.sends(sprechstundeId, after));
  }

  async list(actor: Actor, { seriesId, ...args }: PageArgs & { seriesId: string }): Promise<Page<DistributionEntry>> {
    const { id } = await seriesGate.look(this.database.prisma, actor, seriesId, 'edit');
    return page(
      args,
      [
        { column: 'name', kind: 'text', direction: 'asc', key: (e) => e.name },
        { column: 'id', kind: 'id', direction: 'asc', key: (e) => e.id },
      ],
      (part) => this.database.prisma.distributionEntry.findMany({ ...part, where: { AND: [{ seriesId: id }, part.where] } }),
      () => this.database.prisma.distributionEntry.count({ where: { seriesId: id } }),
    );
  }

  add(actor: Actor, seriesId: string, given: object): Promise<DistributionEntry> {
    const { personId, email, name } = parse(inputs.distribution, given);
    return this.writes.transact(async (tx) => {
      const { row } = await seriesGate.may(tx, actor, 'edit', seriesId);
      const person = personId ? await tx.db.person.findUnique({ where: { id: personId } }) : null;
      if (personId && !person) throw fail('not_found');
      // Somebody of the platform is listed as themselves: their address may change.
      const address = email ?? '';
      const twice = await tx.db.distributionEntry.count({
        where: {
          seriesId: row.id,
          OR: [...(person ? [{ personId: person.id }, { email: person.email }] : [{ email: address }, { person: { email: address } }])],
        },
      });
      if (twice > 0) throw fail('distribution.already_listed');
      tellSeries(tx, row.id);
      return tx.db.distributionEntry.create({
        data: person
          ? { seriesId: row.id, personId: person.id, name: person.name }
          : { seriesId: row.id, email: address, name: name || address },
      });
    });
  }

  remove(actor: Actor, id: string): Promise<SprechstundenSeries> {
    return this.writes.transact(async (tx) => {
      const found = await tx.db.distributionEntry.findUnique({ where: { id: known(id) } });
      if (!found) throw fail('not_found');
      // The list is the editor's: for others there is no such entry.
      const { row } = await seriesGate.may(tx, actor, 'edit', found.seriesId).catch(() => {
        throw fail('not_found');
      });
      const { count } = await tx.db.distributionEntry.deleteMany({ where: { id: found.id } });
      if (count > 0) tellSeries(tx, row.id);
      return tx.db.sprechstundenSeries.findUniqueOrThrow({ where: { id: row.id } });
    });
  }

  /** Seven days before, once an event: the mark is set in the transaction that leaves the mails to be written. */
  async invites(now: Date): Promise<void> {
    const due: Prisma.SprechstundeWhereInput = {
      status: 'ANNOUNCED',
      seriesId: { not: null },
      invitedAt: null,
      startsAt: { gt: now, lte: endOfBerlinDay(new Date(now.getTime() + limits.eventInvitationDays * day)) },
    };
    const events = await this.database.prisma.sprechstunde.findMany({ where: due, select: { id: true } });
    for (const { id } of events)
      await this.writes.transact(async (tx) => {
        const { count } = await tx.db.sprechstunde.updateMany({ where: { ...due, id }, data: { invitedAt: now } });
        if (count > 0) tx.enqueue(inviteBatch, { sprechstundeId: id, after: null });
      });
  }

  private async sends(sprechstundeId: string, after: string | null): Promise<void> {
    await this.writes.transact(async (tx) => {
      const event = await tx.db.sprechstunde.findUnique({ where: { id: sprechstundeId }, include: { series: true } });
      if (!event?.seriesId || event.status !== 'ANNOUNCED') return;
      const entries = await tx.db.distributionEntry.findMany({
        where: { seriesId: event.seriesId, ...(after && { id: { gt: after } }) },
        include: { person: true },
        orderBy: { id: 'asc' },
        take: batch,
      });
      for (const { id, email, name, person } of entries) {
        const to = person?.email ?? email;
        if (to) await this.outbox.post(tx, `event_invitation:${event.id}:${id}`, to, letterOf(event, person?.name ?? name));
      }
      const last = entries.at(-1);
      if (last && entries.length === batch) tx.enqueue(inviteBatch, { sprechstundeId, after: last.id });
    });
  }
}

type Announced = Prisma.SprechstundeGetPayload<{ include: { series: true } }>;

function letterOf(event: Announced, name: string): Letter {
  const { startsAt, endsAt, place, summary, topics, registrationUntil } = event;
  return {
    subject: `Einladung zum ${berlinShortDate(startsAt)}: ${eventLabel(event)}`,
    greeting: name.includes('@') ? 'Guten Tag,' : `Guten Tag ${name},`,
    paragraphs: [
      `wir laden Sie ein zur Veranstaltung „${eventLabel(event)}“.`,
      `${berlinDate(startsAt)}, ${berlinTime(startsAt)} bis ${berlinTime(endsAt)} Uhr${place ? `, ${place}` : ''}`,
      ...(summary ? [summary] : []),
      ...(topics.length > 0 ? [`Themen: ${topics.join(' · ')}`] : []),
      registrationUntil
        ? `Bitte melden Sie sich bis zum ${berlinShortDate(registrationUntil)} auf der Plattform an.`
        : 'Bitte melden Sie sich auf der Plattform an.',
    ],
    action: { label: 'Zur Veranstaltung', path: `/sprechstunden/${event.id}` },
    reason: `Warum Sie diese E-Mail erhalten: Sie stehen im Verteiler „${event.series?.name ?? ''}“. Die Redaktion des Landes nimmt Sie auf Wunsch heraus.`,
  };
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { berlinDate, berlinTime } from '../../platform/berlin.ts';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { eventLabel } from '../sprechstunden/index.ts';
import { eventCancelled, eventMoved, registrationPromoted, wishDeclined, wishPlanned } from '../sprechstunden/jobs.ts';
import { causeOf } from './description.ts';
import { Notifier, recipient, type Recipient } from './notifier.ts';

const named = { series: { select: { name: true } } } as const;

/** Notices about events and topic wishes. What changed again before the job ran is told as it is now. */
@Injectable()
export class EventFacts implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(eventMoved, ({ sprechstundeId, sequence }) => this.moved(sprechstundeId, sequence));
    this.jobs.handle(eventCancelled, ({ sprechstundeId }) => this.cancelled(sprechstundeId));
    this.jobs.handle(registrationPromoted, ({ registrationId }) => this.promoted(registrationId));
    this.jobs.handle(wishPlanned, ({ wishId }) => this.planned(wishId));
    this.jobs.handle(wishDeclined, ({ wishId }) => this.declined(wishId));
  }

  private async moved(sprechstundeId: string, sequence: number): Promise<void> {
    const event = await this.event(sprechstundeId);
    if (!event || event.status === 'CANCELLED') return;
    await this.notifier.tells(
      await this.expected(sprechstundeId),
      {
        kind: 'EVENT',
        cause: causeOf('event_moved', sprechstundeId, sequence),
        sprechstundeId,
        detail: `${berlinDate(event.startsAt)}, ${berlinTime(event.startsAt)}`,
      },
      { event: eventLabel(event) },
    );
  }

  private async cancelled(sprechstundeId: string): Promise<void> {
    const event = await this.event(sprechstundeId);
    if (event?.status !== 'CANCELLED') return;
    await this.notifier.tells(
      await this.expected(sprechstundeId),
      { kind: 'EVENT', cause: causeOf('event_cancelled', sprechstundeId), sprechstundeId, detail: event.cancelReason },
      { event: eventLabel(event) },
    );
  }

  private async promoted(id: string): Promise<void> {
    const place = await this.database.prisma.registration.findUnique({
      where: { id },
      include: { person: { select: recipient }, sprechstunde: { include: named } },
    });
    if (place?.status !== 'REGISTERED' || !place.promotedAt) return;
    await this.notifier.tells(
      [place.person],
      {
        kind: 'EVENT',
        cause: causeOf('registration_promoted', id, place.promotedAt.getTime()),
        sprechstundeId: place.sprechstundeId,
        detail: place.companion,
      },
      { event: eventLabel(place.sprechstunde) },
    );
  }

  private async planned(wishId: string): Promise<void> {
    const wish = await this.wish(wishId);
    if (wish?.status !== 'PLANNED' && wish?.status !== 'TREATED') return;
    // When it is planned into another event later, that is told again.
    const cause = causeOf('wish_planned', wishId, wish.sprechstundeId ?? '');
    const notice = { kind: 'EVENT' as const, cause, wishId, sprechstundeId: wish.sprechstundeId };
    await this.notifier.tells(await this.wishers(wishId), notice, { wish: wish.title });
  }

  private async declined(wishId: string): Promise<void> {
    const wish = await this.wish(wishId);
    if (wish?.status !== 'DECLINED') return;
    const notice = { kind: 'EVENT' as const, cause: causeOf('wish_declined', wishId), wishId, detail: wish.reason };
    await this.notifier.tells(await this.wishers(wishId), notice, { wish: wish.title });
  }

  private event(id: string) {
    return this.database.prisma.sprechstunde.findUnique({ where: { id }, include: named });
  }

  private wish(id: string) {
    return this.database.prisma.topicWish.findUnique({ where: { id } });
  }

  /** Everybody registered or on the waiting list, and hosts, speakers and guests. */
  private expected(sprechstundeId: string): Promise<Recipient[]> {
    const coming = { sprechstundeId, status: { in: ['REGISTERED' as const, 'WAITING' as const] } };
    const seated = { sprechstundeId, status: 'ACTIVE' as const, until: { gt: new Date() } };
    return this.database.prisma.person.findMany({
      where: { OR: [{ registrations: { some: coming } }, { eventSeats: { some: seated } }] },
      select: recipient,
    });
  }

  /** Everybody who made the wish, or one that was merged into it, or voted for it. */
  private wishers(wishId: string): Promise<Recipient[]> {
    return this.database.prisma.person.findMany({
      where: {
        OR: [{ wishVotes: { some: { wishId } } }, { wishes: { some: { OR: [{ id: wishId }, { mergedIntoId: wishId }] } } }],
      },
      select: recipient,
    });
  }
}

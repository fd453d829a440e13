import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes } from '../../platform/database/writes.ts';
import { fail, isUuid } from '../../platform/fail.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { hashOf, newSecret } from '../../platform/auth/secret.ts';
import { calendarText, type CalendarEvent } from './calendar/ical.ts';
import { eventLabel } from './label.ts';
import { visibleEvents } from './policy.ts';

type Event = Prisma.SprechstundeGetPayload<{ include: { series: true } }>;
const year = 366 * 86_400_000;
const path = '/kalender/sprechstunden.ics';

/** Calendars for other programs: an address of one's own, and single events. */
@Injectable()
export class CalendarService {
  private readonly host: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly actors: Actors,
  ) {
    this.host = new URL(config.PUBLIC_URL).hostname;
  }

  /** The secret stands in the query: the log keeps paths only. */
  subscribe({ personId }: Actor): Promise<{ url: string }> {
    const { token, tokenHash } = newSecret();
    return this.writes.transact(async (tx) => {
      const createdAt = new Date();
      await tx.db.calendarSubscription.upsert({
        where: { personId },
        create: { personId, tokenHash, createdAt },
        update: { tokenHash, createdAt },
      });
      tx.announce('calendar.changed', personId, { personId });
      return { url: new URL(`${path}?abo=${token}`, this.config.PUBLIC_URL).href };
    });
  }

  async revoke({ personId }: Actor): Promise<void> {
    await this.writes.transact(async (tx) => {
      const { count } = await tx.db.calendarSubscription.deleteMany({ where: { personId } });
      if (count > 0) tx.announce('calendar.changed', personId, { personId });
    });
  }

  /** All that the person may read of the last year and to come, cancelled ones too: else a program keeps them. */
  async ofSubscription(token: string): Promise<string> {
    const subscription = await this.database.prisma.calendarSubscription.findUnique({ where: { tokenHash: hashOf(token) } });
    const actor = subscription && (await this.actors.byId(subscription.personId));
    if (!actor) throw fail('not_found');
    const events = await this.database.prisma.sprechstunde.findMany({
      where: {
        AND: [visibleEvents(actor), { announcedAt: { not: null }, startsAt: { gt: new Date(Date.now() - year) } }],
      },
      include: { series: true },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: 1_000,
    });
    return calendarText(
      'Sprechstunden und Veranstaltungen',
      events.map((event) => this.entry(event, true)),
      this.host,
    );
  }

  /** What is announced is public (R2); the way into the video conference is not. */
  async ofEvent(id: string): Promise<string> {
    const where = { id, announcedAt: { not: null } };
    const event = isUuid(id) ? await this.database.prisma.sprechstunde.findFirst({ where, include: { series: true } }) : null;
    if (!event) throw fail('not_found');
    return calendarText(eventLabel(event), [this.entry(event, false)], this.host);
  }

  private entry(event: Event, personal: boolean): CalendarEvent {
    const { id, sequence, startsAt, endsAt, changedAt, status, summary, topics, place, joinUrl } = event;
    const url = new URL(`/sprechstunden/${id}`, this.config.PUBLIC_URL).href;
    const description = [
      ...(summary ? [summary] : []),
      ...(topics.length > 0 ? [`Themen: ${topics.join(' · ')}`] : []),
      ...(personal && joinUrl ? [`Videokonferenz: ${joinUrl}`] : []),
      url,
    ].join('\n\n');
    return {
      id,
      sequence,
      startsAt,
      endsAt,
      changedAt,
      cancelled: status === 'CANCELLED',
      title: eventLabel(event),
      description,
      place,
      url,
    };
  }
}

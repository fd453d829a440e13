import { Injectable } from '@nestjs/common';
import { limits } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { batched, batchedWith, inOrder, ofViewer, perRow, type Loaders } from '../../platform/graphql/loaders.ts';
import { emptyPage, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { pagesBelow } from '../../platform/graphql/pages-below.ts';
import type { RegistrationStatus } from '@kollab/contract';
import type { AgendaItem, Sprechstunde } from '../../generated/prisma/client.ts';
import { organisationsById } from '../organisations/index.ts';
import { aroundLoaders } from './around.loader.ts';
import { eventViews } from './gate.ts';
import { eventPolicy, holdsEventSeat, editsEvents } from './policy.ts';
import { SprechstundenService } from './service.ts';
import { wishLoaders } from './wish.loader.ts';

type Events = Sprechstunde[];
const idsOf = (events: Events): string[] => events.map((e) => e.id);

/** How the fields of an event are read: by batches, for all rows of a request at once. */
@Injectable()
export class SprechstundenLoaders {
  readonly loaders: Loaders;
  private readonly views = perRow((events: Events, actor) => eventViews(this.database.prisma, actor, events));
  /** status → number, of each event */
  private readonly counts = perRow(async (events: Events) => {
    const counted = await this.database.prisma.registration.groupBy({
      by: ['sprechstundeId', 'status'],
      where: { sprechstundeId: { in: idsOf(events) }, status: { not: 'WITHDRAWN' } },
      _count: true,
    });
    const byEvent = Map.groupBy(counted, (c) => c.sprechstundeId);
    return events.map(({ id }) => new Map((byEvent.get(id) ?? []).map((c) => [c.status, c._count])));
  });

  constructor(
    private readonly database: Database,
    private readonly events: SprechstundenService,
  ) {
    this.loaders = {
      ...aroundLoaders(database),
      ...wishLoaders(database),
      Home: { nextSprechstunde: batched(async (homes: unknown[], actor) => this.next(homes, actor)) },
      Viewer: {
        calendar: ofViewer(({ personId }) => database.prisma.calendarSubscription.findUnique({ where: { personId } })),
      },
      Sprechstunde: { ...this.ofEvent(), ...this.people(), ...this.desk() },
    };
  }

  private ofEvent(): Loaders[string] {
    const { prisma, sql } = this.database;
    return {
      viewerCan: batched(async (events: Events, actor) =>
        (await this.views(events, actor)).map((view) => eventPolicy.abilities(actor, view)),
      ),
      series: batched(async (events: Events) => {
        const ids = events.map((e) => e.seriesId);
        const found = await prisma.sprechstundenSeries.findMany({ where: { id: { in: ids.filter((id) => id !== null) } } });
        return inOrder(ids, found, (s) => s.id);
      }),
      host: batched((events: Events) =>
        organisationsById(
          sql,
          events.map((e) => e.hostId),
        ),
      ),
      agenda: this.below(async (where) => {
        const items = await prisma.agendaItem.findMany({
          where,
          include: { wish: { select: { id: true } }, sprechstunde: { select: { startsAt: true } } },
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
        });
        return items.map(({ wish, sprechstunde, ...item }) => ({ ...item, wishId: wish?.id ?? null, begin: sprechstunde.startsAt }));
      }, timed),
      speakers: this.below((where) => prisma.speaker.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] })),
      links: this.below((where) => prisma.sprechstundeLink.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] })),
      moodQuotes: this.below((where) => prisma.moodQuote.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] })),
      mood: batched(async (events: Events, actor) => {
        const votes = await prisma.moodVote.findMany({ where: { sprechstundeId: { in: idsOf(events) } } });
        const byEvent = Map.groupBy(votes, (v) => v.sprechstundeId);
        const mine = new Set(actor.affiliations.map((a) => a.organisationId));
        return events.map(({ id }) => {
          const all = byEvent.get(id) ?? [];
          const enough = all.length >= limits.moodVoters;
          return {
            voters: enough ? all.length : null,
            distribution: enough ? [1, 2, 3, 4, 5].map((value) => all.filter((v) => v.value === value).length) : null,
            own: all.filter((v) => mine.has(v.organisationId)),
          };
        });
      }),
    };
  }

  private people(): Loaders[string] {
    const { prisma } = this.database;
    return {
      registeredCount: batched(async (events: Events, actor) =>
        (await this.counts(events, actor)).map((count) => count.get('REGISTERED') ?? 0),
      ),
      waitingCount: batched(async (events: Events, actor) => (await this.counts(events, actor)).map((count) => count.get('WAITING') ?? 0)),
      registeredOrganisations: batched((events: Events) => this.organisations(events)),
      ownRegistrations: batched(async (events: Events, actor) => {
        const own = await prisma.registration.findMany({
          where: {
            sprechstundeId: { in: idsOf(events) },
            status: { not: 'WITHDRAWN' },
            OR: [{ personId: actor.personId }, { organisationId: { in: actor.affiliations.map((a) => a.organisationId) } }],
          },
          orderBy: [{ registeredAt: 'asc' }, { id: 'asc' }],
        });
        const byEvent = Map.groupBy(own, (r) => r.sprechstundeId);
        return events.map(({ id }) => (byEvent.get(id) ?? []).slice(0, 100));
      }),
      viewerSeat: batched(async (events: Events, actor) => {
        const ids = idsOf(events);
        const seats = await prisma.eventSeat.findMany({ where: { personId: actor.personId, sprechstundeId: { in: ids } } });
        return inOrder(ids, seats, (s) => s.sprechstundeId).map((seat) => (holdsEventSeat({ seat }) ? seat : null));
      }),
    };
  }

  /** Lists of the editor. */
  private desk(): Loaders[string] {
    const { prisma } = this.database;
    return {
      registrations: batchedWith((events: Events, { statuses, ...args }: PageArgs & { statuses: RegistrationStatus[] }, actor) =>
        this.pages(events, actor, args, {
          from: 'registration m',
          where: 'm.sprechstunde_id = g.id AND m.status::text = ANY($2::text[])',
          values: [statuses],
          key: 'm.registered_at',
          rowsOf: (ids) => prisma.registration.findMany({ where: { id: { in: ids } } }),
        }),
      ),
      seats: batchedWith((events: Events, args: PageArgs, actor) =>
        this.pages(events, actor, args, {
          from: 'event_seat m',
          where: `m.sprechstunde_id = g.id AND m.status = 'ACTIVE' AND m.until > now()`,
          values: [],
          key: 'm.created_at',
          rowsOf: (ids) => prisma.eventSeat.findMany({ where: { id: { in: ids } } }),
        }),
      ),
      guestInvitations: batchedWith((events: Events, args: PageArgs, actor) =>
        this.pages(events, actor, args, {
          from: 'invitation m',
          where: 'm.sprechstunde_id = g.id AND m.accepted_at IS NULL AND m.revoked_at IS NULL',
          values: [],
          key: 'm.created_at',
          rowsOf: (ids) => prisma.invitation.findMany({ where: { id: { in: ids } } }),
        }),
      ),
    };
  }

  private async pages<T extends { id: string }>(
    events: Events,
    actor: Actor,
    args: PageArgs,
    list: { from: string; where: string; values: unknown[]; key: string; rowsOf: (ids: string[]) => Promise<T[]> },
  ): Promise<Page<T>[]> {
    if (!editsEvents(actor)) return events.map(() => emptyPage<T>());
    const { rowsOf, ...below } = list;
    return pagesBelow(this.database, idsOf(events), args, { ...below, type: 'timestamptz', direction: 'ASC' }, rowsOf);
  }

  /** Rows of events by one query, in their order. */
  private below<T extends { sprechstundeId: string }, V = T>(
    read: (where: { sprechstundeId: { in: string[] } }) => Promise<T[]>,
    made: (rows: T[]) => V[] = (rows) => rows as unknown as V[],
  ) {
    return batched(async (events: Events) => {
      const byEvent = Map.groupBy(await read({ sprechstundeId: { in: idsOf(events) } }), (row) => row.sprechstundeId);
      return events.map(({ id }) => made(byEvent.get(id) ?? []));
    });
  }

  private async organisations(events: Events) {
    const { prisma } = this.database;
    const counted = await prisma.registration.groupBy({
      by: ['sprechstundeId', 'organisationId'],
      where: { sprechstundeId: { in: idsOf(events) }, status: 'REGISTERED' },
      _count: true,
    });
    const found = await prisma.organisation.findMany({
      where: { id: { in: [...new Set(counted.map((c) => c.organisationId))] } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    const place = new Map(found.map((organisation, i) => [organisation.id, i]));
    const byEvent = Map.groupBy(counted, (c) => c.sprechstundeId);
    return events.map(({ id }) =>
      (byEvent.get(id) ?? [])
        .map((c) => ({ at: place.get(c.organisationId)!, people: c._count }))
        .toSorted((a, b) => a.at - b.at)
        .slice(0, limits.directoryPage.max)
        .map(({ at, people }) => ({ organisation: found[at]!, people })),
    );
  }

  private async next(homes: unknown[], actor: Actor): Promise<(Sprechstunde | null)[]> {
    const next = await this.events.next(actor);
    return homes.map(() => next);
  }
}

/** Each item begins when those before it are over. */
function timed(items: (AgendaItem & { begin: Date })[]) {
  let at = items[0]?.begin.getTime() ?? 0;
  return items.map(({ begin: _, ...item }) => {
    const startsAt = new Date(at);
    at += item.minutes * 60_000;
    return { ...item, startsAt };
  });
}
